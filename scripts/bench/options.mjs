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
  try {
    return parseArgs({
      args,
      options: { notes: number, rounds: number, readable: { type: 'boolean' } },
    }).values;
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}

/**
 * Parses the arguments: `--notes N` generates fewer notes, `--rounds N` takes the median of fewer rounds, `--readable` keeps the core's
 * names for a profiler.
 */
export function readOptions(words = process.argv.slice(2)) {
  const { notes = '5000', rounds = '5', readable = false } = parse(words);
  return { notes: positive('notes', notes), rounds: positive('rounds', rounds), readable };
}
