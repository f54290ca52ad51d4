import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SCRIPT = join(__dirname, '..', 'scripts', 'bench', 'history.mjs');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bench-history-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Run {
  readonly rows: readonly { readonly id: string; readonly value: number | null }[];
}

/** A run in which a dry run took so many times as long as reading, and the rest was as always. */
function runWith(value: number | null): Run {
  const row = { what: 'repair --dry-run', unit: '× reading', max: 1.5, verdict: 'PASS' };
  const other = { id: 'memory', what: 'memory', unit: 'MB', max: 150, verdict: 'PASS', value: 70 };
  return { rows: [{ id: 'dry-run', ...row, value }, other] };
}

/** Adds a run to a history. Returns the output, and the history afterwards. */
function add(history: readonly Run[] | null, run: Run) {
  const [historyFile, runFile] = [join(folder, 'history.json'), join(folder, 'run.json')];
  if (history) writeFileSync(historyFile, JSON.stringify(history));
  writeFileSync(runFile, JSON.stringify(run));
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, historyFile, runFile], {
    encoding: 'utf8',
  });
  const kept = existsSync(historyFile) ? readFileSync(historyFile, 'utf8') : '[]';
  return { status, stdout, stderr, kept: JSON.parse(kept) as readonly Run[] };
}

const usual = (value: number, count = 10): readonly Run[] =>
  Array.from({ length: count }, () => runWith(value));

test.each<[string, readonly Run[] | null, number | null, boolean]>([
  ['the first run', null, 1, false],
  ['a run as always', usual(1), 1, false],
  ['19 % slower', usual(1), 1.19, false],
  ['21 % slower', usual(1), 1.21, true],
  ['much faster', usual(1), 0.3, false],
  ['not measured', usual(1), null, false],
  ['two runs before are too few', usual(1, 2), 9, false],
  ['three are enough', usual(1, 3), 9, true],
  ['the median counts, not one bad run', [...usual(1, 9), runWith(50)], 1.3, true],
  ['not a good one', [...usual(1, 9), runWith(0.1)], 1.1, false],
  ['runs before the last ten don’t count', [...usual(9), ...usual(1)], 1.3, true],
  ['runs that did not measure it don’t count', [...usual(1), runWith(null)], 1.3, true],
])('%s', (_, history, value, isRegression) => {
  const { status, stdout, stderr, kept } = add(history, runWith(value));
  expect(status).toBe(isRegression ? 1 : 0);
  expect(stderr).toBe(isRegression ? 'Regression: repair --dry-run\n' : '');
  expect(stdout.includes('slower')).toBe(isRegression);
  expect(kept).toHaveLength((history?.length ?? 0) + 1);
  expect(kept.at(-1)).toEqual(runWith(value));
});

test('the table lists every value with its target and the value before', () => {
  const { stdout } = add(usual(1), runWith(1.5));
  expect(stdout).toContain(
    '| repair --dry-run | 1.50 × reading | ≤ 1.5 | PASS | **50 % slower** than 1.00 |',
  );
  expect(stdout).toContain('| memory | 70.0 MB | ≤ 150 | PASS |  |');
});

test('a hundred runs are kept', () => {
  const { kept } = add(usual(1, 120), runWith(1));
  expect(kept).toHaveLength(100);
});

test('without its files it says how it is used', () => {
  const { status, stderr } = spawnSync(process.execPath, [SCRIPT], { encoding: 'utf8' });
  expect({ status, stderr: stderr.slice(0, 5) }).toEqual({ status: 2, stderr: 'Usage' });
});
