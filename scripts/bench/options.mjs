import { parseArgs } from 'node:util';

/** Returns a whole number above 0, or exits with a message. */
function positive(name, value) {
  const number = Number(value);
  if (Number.isInteger(number) && number > 0) return number;
  console.error(`--${name} takes a whole number above 0.`);
  process.exit(2);
}

function parse(args) {
  const number = { type: 'string' };
  const flag = { type: 'boolean' };
  try {
    return parseArgs({
      args,
      options: {
        ...{ notes: number, rounds: number, disk: { type: 'string' } },
        ...{ readable: flag, json: flag, large: flag, 'no-browser': flag },
      },
    }).values;
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}

/**
 * Parses the arguments: `--notes N` generates fewer notes, `--rounds N` takes the median of fewer rounds, `--disk <folder>` also
 * measures on the disk with that folder, `--large` also measures up to a million notes, `--no-browser` skips what needs Chromium,
 * `--json` prints the result as JSON, and `--readable` keeps the core's names for a profiler.
 */
export function readOptions(words = process.argv.slice(2)) {
  const { notes = '5000', rounds = '5', disk = null, ...flags } = parse(words);
  const { readable = false, json = false, large = false } = flags;
  const browser = !flags['no-browser'];
  const [count, times] = [positive('notes', notes), positive('rounds', rounds)];
  return { notes: count, rounds: times, disk, browser, readable, json, large };
}
