import { cpSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { medians } from './measure.mjs';
import { PERL, SED } from './peers.mjs';
import { isThere, NODE, overNotes, READ_ALL, run, TOOL } from './run.mjs';
import { printTable } from './table.mjs';

const READING = 'reading all as UTF-8';
const SED_LABEL = 'sed -E -i, three expressions';
const SCAN = 'scan';
const DRY_RUN = 'repair --dry-run';
const REPAIR = 'repair';

/** Everything to time: a label, and the command to run in a copy of the notes; null if it is not installed. */
function contenders() {
  const tool = (...args) => [NODE, TOOL, ...args, '.', '--publish-with', 'hugo'];
  return [
    ['Node alone', [NODE, '-e', '0']],
    [READING, [NODE, READ_ALL, '.']],
    [SED_LABEL, isThere('sed') ? overNotes(SED) : null],
    ['perl -0777 -pi, the same', isThere('perl') ? overNotes(PERL) : null],
    [SCAN, tool('scan')],
    [DRY_RUN, tool('repair', '--dry-run')],
    ['repair --dry-run --json', tool('repair', '--dry-run', '--json')],
    [REPAIR, tool('repair')],
    ['repair --jobs 1', [...tool('repair'), '--jobs', '1']],
  ];
}

/** The contenders that are also timed on a real disk. */
const ON_REAL_DISK = new Set([SED_LABEL, REPAIR, 'repair --jobs 1']);

/**
 * Prints how long each contender takes on a fresh copy of the folder, and whether all that write produce the same bytes. Returns
 * values by id.
 */
export function measureFolder(notes, room, rounds) {
  const times = timesOf('In memory, each on a fresh copy', contenders(), notes, room, rounds);
  const ratio = (label, to) => (times[to] ? times[label] / times[to] : null);
  return {
    repair: ratio(REPAIR, SED_LABEL),
    'dry-run': ratio(DRY_RUN, READING),
    scan: ratio(SCAN, READING),
  };
}

/** The same on a real disk, in the folder `disk`, for the contenders that write. */
export function measureRealDisk(notes, disk, rounds) {
  const all = contenders().filter(([label]) => ON_REAL_DISK.has(label));
  const times = timesOf('On a real disk', all, notes, disk, rounds);
  return { 'repair-disk': times[SED_LABEL] ? times[REPAIR] / times[SED_LABEL] : null };
}

function timesOf(title, all, notes, room, rounds) {
  const here = all.filter(([, command]) => command);
  const copy = join(room, 'copy');
  const changed = new Map();
  const task = ([label, command]) => ({
    before() {
      cpSync(notes, copy, { recursive: true });
      // What was copied must not be written to the disk while the contender runs.
      run(['sync']);
    },
    task: () => run(command, copy),
    after() {
      if (!changed.has(label)) changed.set(label, changedNotes(notes, copy));
      rmSync(copy, { recursive: true });
    },
  });
  const times = medians(Object.fromEntries(here.map((each) => [each[0], task(each)])), rounds);
  const ratio = (label, to) => (times[to] ? (times[label] / times[to]).toFixed(2) : '–');
  const rows = all.map(([label]) => {
    if (!(label in times)) return [label, 'not installed', '–', '–'];
    return [label, times[label].toFixed(0), ratio(label, SED_LABEL), ratio(label, READING)];
  });
  printTable([title, 'ms', '× sed', '× reading'], rows);
  printDifferences([...changed.values()].filter((notes) => notes.size > 0));
  return times;
}

function printDifferences(writers) {
  const [first] = writers;
  const different = [...(first?.keys() ?? [])].filter((name) =>
    writers.some((changed) => changed.get(name) !== first.get(name)),
  );
  const result =
    different.length === 0
      ? 'all produce the same bytes'
      : `they differ on ${different.length} notes, ${different[0]} among them`;
  console.log(`${writers.length} of them write; ${result}.\n`);
}

/** Returns the changed notes of a copy, with their contents. */
function changedNotes(notes, copy) {
  const changed = new Map();
  for (const name of readdirSync(notes, { recursive: true })) {
    if (!name.endsWith('.md')) continue;
    const now = readFileSync(join(copy, name), 'latin1');
    if (now !== readFileSync(join(notes, name), 'latin1')) changed.set(name, now);
  }
  return changed;
}
