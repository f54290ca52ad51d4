import assert from 'node:assert/strict';
import { parse, parseDocument } from 'yaml';
import { en } from '../src/core/i18n/en';
import { ALL_REPAIRS } from '../src/core/repairs';
import { plan, type Plan, type RepairFinding } from '../src/core/repairs/plan';
import { addResult, newReport } from '../src/core/report/repair-report';
import { applyEdits, type TextEdit } from '../src/core/text/edits';
import { plannerFor } from './planner-for';

/** A text, the user's settings, and the evidence from the vault's other notes. */
export interface Case {
  readonly text: string;
  readonly settings: unknown;
  readonly dayFirst: boolean | null;
}

/** A case, and what is planned for it. */
export interface Planned extends Case, Plan {}

/** Where the notes of all cases lie. */
export const PATH = 'Omnivore/2024-04-15/note.md';

/** Plans a case. */
export function planCase(each: Case): Planned {
  return { ...each, ...plan(each.text, PATH, plannerFor(each.settings), each.dayFirst) };
}

type Law = readonly [name: string, holds: (planned: Planned) => void];

/** What must be true for every note. Each law throws an AssertionError if it is not. */
export const LAWS: readonly Law[] = [
  ['undo restores the text exactly', undoRestores],
  ['a second pass changes nothing', secondPassChangesNothing],
  ['no edit is dropped silently', nothingDropped],
  ['what lies outside the edits is unchanged', outsideUnchanged],
  ['every YAML value is the same but those that a finding names', valuesUnchanged],
  ['in invalid YAML nothing is edited', invalidUntouched],
  ['what is found but not changed is listed with its reason', allListed],
];

function undoRestores({ text, after, edits, undo }: Planned): void {
  assert.equal(applyEdits(after, undo), text);
  assert.equal(applyEdits(text, edits), after);
}

function secondPassChangesNothing(first: Planned): void {
  // Every date by which the vault's notes decided was repaired by then.
  const second = planCase({ ...first, text: first.after, dayFirst: null });
  assert.equal(second.after, first.after);
}

/** Text is unescaped first, on its own; the other repairs read the result. */
function nothingDropped({ text, after, findings }: Planned): void {
  const unescaped = madeAlone(text, findings.filter(isEscape));
  const all = madeAlone(
    unescaped,
    findings.filter((finding) => !isEscape(finding)),
  );
  assert.equal(all, after);
}

/** The text after every finding's edits; fails if two of them conflict. */
function madeAlone(text: string, findings: readonly RepairFinding[]): string {
  const wanted = findings
    .flatMap(({ repair, edits }) => edits.map((edit) => ({ ...edit, repair })))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const made: (TextEdit & Pick<RepairFinding, 'repair'>)[] = [];
  for (const edit of wanted) {
    const last = made.at(-1);
    if (last && edit.from < last.to) {
      const isSame = edit.from === last.from && edit.to === last.to && edit.insert === last.insert;
      const isInside = edit.repair === last.repair && last.insert === '' && edit.to <= last.to;
      assert.ok(isSame || isInside, `${JSON.stringify(last)} against ${JSON.stringify(edit)}`);
    } else made.push(edit);
  }
  return applyEdits(text, made);
}

/** What is not changed has a reason in words, and is in the report of a run. */
function allListed({ text, findings, ...planned }: Planned): void {
  const left = findings.filter(({ unresolved: reason }) => reason !== undefined);
  for (const { unresolved: reason, edits } of left) {
    assert.deepEqual(edits, []);
    assert.ok(reason && en.unresolved[reason], `no words for ${reason}`);
  }
  for (const finding of findings) assert.ok(finding.unresolved ?? finding.edits.length > 0);
  if (planned.detection.kind !== 'saved') return assert.deepEqual(findings, []);
  const report = newReport();
  const plan = { ...planned, findings };
  const outcome = plan.edits.length > 0 ? 'repaired' : 'unchanged';
  addResult(report, { kind: 'planned', path: PATH, text, plan, outcome }, null);
  const listed = report.left.map(({ repair, reason }) => `${repair}: ${reason}`);
  assert.deepEqual(
    listed,
    left.map(({ repair, unresolved: reason }) => `${repair}: ${reason}`),
  );
}

/** Whether a finding's repair runs before the others, as that of escaped text does. */
function isEscape({ repair }: RepairFinding): boolean {
  return ALL_REPAIRS.some(({ id, runsFirst = false }) => id === repair && runsFirst);
}

function outsideUnchanged({ text, after, edits }: Planned): void {
  let before = 0;
  let behind = 0;
  for (const { from, to, insert } of edits) {
    assert.ok(from >= before);
    const kept = text.slice(before, from);
    assert.equal(after.slice(behind, behind + kept.length), kept);
    behind += kept.length;
    assert.equal(after.slice(behind, behind + insert.length), insert);
    assert.notEqual(text.slice(from, to), insert);
    behind += insert.length;
    before = to;
  }
  assert.equal(after.slice(behind), text.slice(before));
}

/** The lines between the fences of a front matter, found in the plainest way. */
const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n((?:(?!---[ \t]*\r?$).*\r?\n)*)---[ \t]*\r?$/m;

function source(text: string): string | null {
  const match = FRONT_MATTER.exec(text);
  return match?.index === 0 ? (match[1] ?? '') : null;
}

/** How long a front matter is with its fences; 0 without one. */
export function header(text: string): number {
  return source(text) === null ? 0 : (FRONT_MATTER.exec(text)?.[0].length ?? 0);
}

type Values = Readonly<Record<string, unknown>>;

/** The maps of a front matter as a full parser reads them; null if it can't. A key that is there twice has its last value. */
export function readOther(text: string): readonly Values[] | null {
  const yaml = source(text);
  if (yaml === null) return null;
  try {
    const read: unknown = parse(yaml, { uniqueKeys: false, logLevel: 'error' });
    const maps: readonly unknown[] = Array.isArray(read) ? read : [read];
    return maps.map((map) => (map ?? {}) as Values);
  } catch {
    return null;
  }
}

function valuesUnchanged({ text, after, findings }: Planned): void {
  const before = readOther(text);
  if (!before) return;
  const behind = readOther(after);
  assert.equal(behind?.length, before.length);
  const changing = findings.filter(({ edits }) => edits.length > 0);
  before.forEach((values, i) => {
    const changed = changedKeys(values, behind?.[i] ?? {});
    const unmentioned = changed.filter(
      (key) => !changing.some((finding) => mentions(finding, key, behind?.[i]?.[key])),
    );
    assert.deepEqual({ unmentioned, after: behind?.[i] }, { unmentioned: [], after: behind?.[i] });
  });
}

function changedKeys(before: Values, after: Values): readonly string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}

/** Whether a finding shows that a property gets this value: as the value, its line, or a part of it; or that one of its lines is removed. */
function mentions({ before, after }: RepairFinding, key: string, value: unknown): boolean {
  const goes = after === '' && before.includes(key);
  if (goes || value === undefined) return goes;
  const written = String(value);
  const line = after.trim();
  const unquoted = line.replace(/["']/g, '');
  const named = unquoted.includes(`${key}:`) || unquoted.includes(`${key} :`);
  const isItem = Array.isArray(value) && value.includes(after);
  if (after === written || isItem || (named && unquoted.includes(written))) return true;
  // A proxied URL is shown with what follows it, if that may be a part of it.
  const url = line.replace(/'.*$/, '');
  return url !== '' && written.includes(url) && before.endsWith(line) && before !== after;
}

/** Whether a note has front matter that is not YAML; it accepts a key that is there twice. */
export function isInvalidYaml(text: string): boolean {
  const yaml = source(text);
  const errors = yaml === null ? [] : parseDocument(yaml).errors;
  return errors.some(({ code }) => code !== 'DUPLICATE_KEY');
}

function invalidUntouched({ text, edits }: Planned): void {
  if (!isInvalidYaml(text)) return;
  const end = header(text);
  assert.deepEqual(
    edits.filter(({ from }) => from < end),
    [],
  );
}
