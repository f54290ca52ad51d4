import { parseArgs } from 'node:util';

/** A whole number above 0, or an end with a line on what was expected. */
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
 * What the command line says: `--notes N` to make fewer notes, `--rounds N` to take the median of fewer rounds, `--readable` to keep
 * the core's names for a profiler.
 */
export function readOptions(words = process.argv.slice(2)) {
  const { notes = '5000', rounds = '5', readable = false } = parse(words);
  return { notes: positive('notes', notes), rounds: positive('rounds', rounds), readable };
}
