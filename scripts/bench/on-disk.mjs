import { cpSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { medians } from './measure.mjs';
import { PERL, SED } from './peers.mjs';
import { isThere, NODE, overNotes, printed, run, TOOL } from './run.mjs';
import { printTable } from './table.mjs';

const READING = 'reading all as UTF-8';
const SED_LABEL = 'sed -E -i, three expressions';
const READ_ALL = fileURLToPath(new URL('read-all.mjs', import.meta.url));

/** Everything to time: a label, the command to run in a copy of the notes (null if it is not installed), and the target. */
function contenders() {
  const repair = (...flags) => [NODE, TOOL, 'repair', '.', ...flags];
  const inPlace = printed([NODE, TOOL, 'repair', '--help']).includes('--in-place');
  const list = [
    ['Node alone', [NODE, '-e', '0']],
    [READING, [NODE, READ_ALL, '.']],
    [SED_LABEL, isThere('sed') ? overNotes(SED) : null],
    ['perl -0777 -pi, the same', isThere('perl') ? overNotes(PERL) : null],
    ['repair --dry-run', repair('--dry-run'), '≤ 2 × reading'],
    ['repair --dry-run --json', repair('--dry-run', '--json')],
    ['repair in place', inPlace ? repair('--in-place') : null, '≤ 1 × sed'],
    ['repair with safe replace', repair()],
  ];
  return list.map(([label, command, target = '']) => ({ label, command, target }));
}

/** Prints how long each contender takes on a fresh copy of the folder, and whether all that write produce the same bytes. */
export function measureFolder(notes, room, rounds) {
  const all = contenders();
  const here = all.filter(({ command }) => command);
  const copy = join(room, 'copy');
  const left = new Map();
  const task = ({ label, command }) => ({
    before: () => cpSync(notes, copy, { recursive: true }),
    task: () => run(command, copy),
    after: () => {
      if (!left.has(label)) left.set(label, changedNotes(notes, copy));
      rmSync(copy, { recursive: true });
    },
  });
  const times = medians(Object.fromEntries(here.map((each) => [each.label, task(each)])), rounds);
  const ratio = (label, to) => (times[to] ? (times[label] / times[to]).toFixed(2) : '–');
  const rows = all.map(({ label, target }) => {
    if (!(label in times)) return [label, 'not installed', '–', '–', target];
    const ms = times[label].toFixed(0);
    return [label, ms, ratio(label, SED_LABEL), ratio(label, READING), target];
  });
  printTable(['On disk, each on a fresh copy', 'ms', '× sed', '× reading', 'target'], rows);
  const writers = [...left.values()].filter((changed) => changed.size > 0);
  const [first] = writers;
  const different = [...(first?.keys() ?? [])].filter((name) =>
    writers.some((changed) => changed.get(name) !== first.get(name)),
  );
  console.log(
    `${writers.length} of them write; ${different.length === 0 ? 'all produce the same bytes' : `they differ on ${different.length} notes, ${different[0]} among them`}.\n`,
  );
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
