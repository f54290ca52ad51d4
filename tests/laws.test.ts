import * as fc from 'fast-check';
import { parse, parseDocument } from 'yaml';
import { plan, type Plan, type RepairFinding } from '../src/repairs/plan';
import { compose, splice, type TextEdit } from '../src/text/edit';
import { anyCase, labelledCase, type Case, type LabelledCase } from './generate-notes';
import { FAMILIES } from './generate/hostile';
import { allFixtures, plannerFor } from './read-fixtures';

const RUNS = Number(process.env.LAW_RUNS ?? 2000);
const SEED = Number(process.env.LAW_SEED ?? 20241115);
const PATH = 'Omnivore/2024-04-15/note.md';
const MINUTES = 60_000;

/** A YAML parser that the code under test does not use. */
interface OtherYaml {
  readonly load: (source: string, options: object) => unknown;
  readonly CORE_SCHEMA: unknown;
}
const otherYaml = jest.requireActual<OtherYaml>('js-yaml');

/** A case, and what is planned for it. */
interface Planned extends Case, Plan {}

function planned(each: Case): Planned {
  const planner = { ...plannerFor(each.settings, each.dayFirst), parseYaml: parseQuietly };
  return { ...each, ...plan(each.text, PATH, planner) };
}

/** The parser writes its warnings to the console unless it is told otherwise. */
function parseQuietly(yaml: string): unknown {
  return parse(yaml, { logLevel: 'error' });
}

type Law = readonly [name: string, holds: (planned: Planned) => void];

const LAWS: readonly Law[] = [
  ['undo restores the text exactly', undoRestores],
  ['a second pass changes nothing', secondPassChangesNothing],
  ['the repairs never refuse each other’s edits', nothingRefused],
  ['what lies outside the edits is unchanged', outsideUnchanged],
  ['every YAML value is the same but those that a finding names', valuesUnchanged],
  ['in unsound YAML nothing is edited', unsoundUntouched],
];

const FIXTURES = allFixtures().map(({ name, before, settings }) => [
  name,
  { text: before, settings, dayFirst: null },
]) as readonly (readonly [string, Case])[];

beforeAll(() => {
  process.stdout.write(`Laws: ${RUNS} notes each, LAW_SEED=${SEED}\n`);
});

describe.each(LAWS)('%s', (_, holds) => {
  test.each(FIXTURES)('in %s', (__, each) => holds(planned(each)));

  test('in generated notes', () => check(anyCase, (each) => holds(planned(each))), 60 * MINUTES);
});

describe('code, comments and math are untouched', () => {
  test.each(FIXTURES)('in %s', (_, each) => {
    codeUntouched(planned(each), each.text.match(CLOSED_FENCE) ?? []);
  });

  const labelled = (each: LabelledCase): void => {
    const result = planned(each);
    const unescaped = editsOf(result.findings, isEscape).filter(
      ({ from }) => from > header(each.text),
    );
    expect(unescaped).toEqual([]);
    codeUntouched(result, each.code);
  };
  test('in generated notes', () => check(labelledCase, labelled), 60 * MINUTES);
});

/** What grows with the square of the text would take hours for so much; the benchmark prints how the time really grows. */
const HOSTILE_LENGTH = 500_000;

describe('time grows linearly with the text', () => {
  test.each(FAMILIES)(
    'with $name',
    ({ text }) => {
      const source = text(HOSTILE_LENGTH);
      const planner = plannerFor({ repairs: { 'dead-links': true } });
      const { after, undo } = plan(source, PATH, planner);
      expect(splice(after, undo) === source).toBe(true);
    },
    MINUTES,
  );

  test('with 10 MB on one line', () => {
    const text = `---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\n---\n[a](https://omnivore.app/me/x)`;
    const { detection, after } = plan(text + 'word '.repeat(2_000_000), PATH, plannerFor());
    expect(detection.kind).toBe('saved');
    expect(after).toHaveLength(text.length + 10_000_000);
  });
});

describe('the generated notes are worth the trouble', () => {
  const share = (test: (planned: Planned) => boolean): number => {
    const cases = fc.sample(anyCase, { seed: SEED, numRuns: 500 });
    return cases.map(planned).filter(test).length / cases.length;
  };
  const parts: readonly (readonly [string, number, (planned: Planned) => boolean])[] = [
    ['are saved articles', 0.6, ({ detection }) => detection.kind === 'saved'],
    ['have findings', 0.3, ({ findings }) => findings.length > 0],
    ['are edited', 0.3, ({ edits }) => edits.length > 0],
    [
      'are edited in their front matter',
      0.2,
      ({ text, edits }) => edits.some(({ from }) => from < header(text)),
    ],
    ['have values that another parser reads', 0.5, ({ text }) => readOther(text) !== null],
    ['have unsound front matter', 0.05, ({ text }) => isUnsound(text)],
  ];

  test.each(parts)('enough of them %s', (_, least, test) => {
    expect(share(test)).toBeGreaterThanOrEqual(least);
  });
});

function check<T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, holds), { seed: SEED, numRuns: RUNS });
}

function undoRestores({ text, after, edits, undo }: Planned): void {
  expect(splice(after, undo)).toBe(text);
  expect(splice(text, edits)).toBe(after);
}

function secondPassChangesNothing(first: Planned): void {
  // Every date by which the vault's notes decided has been mended by then.
  const second = planned({ ...first, text: first.after, dayFirst: null });
  expect(second.after).toBe(first.after);
}

/** Escaping is undone first, on its own; the other repairs look at what comes of it. */
function nothingRefused({ findings }: Planned): void {
  expect(compose(editsOf(findings, isEscape)).refused).toEqual([]);
  expect(compose(editsOf(findings, (finding) => !isEscape(finding))).refused).toEqual([]);
}

function isEscape({ repair }: RepairFinding): boolean {
  return repair === 'escaped-text';
}

function editsOf(
  findings: readonly RepairFinding[],
  wanted: (finding: RepairFinding) => boolean,
): readonly TextEdit[] {
  return findings.filter(wanted).flatMap(({ edits }) => edits);
}

function outsideUnchanged({ text, after, edits }: Planned): void {
  let before = 0;
  let behind = 0;
  for (const { from, to, insert } of edits) {
    expect(from).toBeGreaterThanOrEqual(before);
    const kept = text.slice(before, from);
    expect(after.slice(behind, behind + kept.length)).toBe(kept);
    behind += kept.length;
    expect(after.slice(behind, behind + insert.length)).toBe(insert);
    expect(text.slice(from, to)).not.toBe(insert);
    behind += insert.length;
    before = to;
  }
  expect(after.slice(behind)).toBe(text.slice(before));
}

/** The lines between the fences of a front matter, found in the plainest way. */
const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n((?:(?!---[ \t]*\r?$).*\r?\n)*)---[ \t]*\r?$/m;

function source(text: string): string | null {
  const match = FRONT_MATTER.exec(text);
  return match?.index === 0 ? (match[1] ?? '') : null;
}

function header(text: string): number {
  return source(text) === null ? 0 : (FRONT_MATTER.exec(text)?.[0].length ?? 0);
}

type Values = Readonly<Record<string, unknown>>;

/** The maps of a front matter as another parser reads them; null where it can't. */
function readOther(text: string): readonly Values[] | null {
  const yaml = source(text);
  if (yaml === null) return null;
  try {
    const read = otherYaml.load(yaml, { schema: otherYaml.CORE_SCHEMA, json: true });
    return (Array.isArray(read) ? read : [read ?? {}]) as readonly Values[];
  } catch {
    return null;
  }
}

function valuesUnchanged({ text, after, findings }: Planned): void {
  const before = readOther(text);
  if (!before) return;
  const behind = readOther(after);
  expect(behind).not.toBeNull();
  expect(behind).toHaveLength(before.length);
  const said = findings.filter(({ edits }) => edits.length > 0);
  before.forEach((values, i) => {
    const changed = changedKeys(values, behind?.[i] ?? {});
    const untold = changed.filter(
      (key) => !said.some((finding) => tells(finding, key, behind?.[i]?.[key])),
    );
    expect({ untold, after: behind?.[i] }).toEqual({ untold: [], after: behind?.[i] });
  });
}

function changedKeys(before: Values, after: Values): readonly string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}

/** Whether a finding says that a property gets this value: as the value, as its line, as a part of it; or that one of its lines goes. */
function tells({ was, will }: RepairFinding, key: string, value: unknown): boolean {
  const goes = will === '' && was.includes(key);
  if (goes || value === undefined) return goes;
  const written = String(value);
  const line = will.trim();
  const unquoted = line.replace(/["']/g, '');
  const named = unquoted.includes(`${key}:`) || unquoted.includes(`${key} :`);
  if (will === written || (named && unquoted.includes(written))) return true;
  // A proxied address is shown with what stands behind it, as far as that might be a part of it.
  const address = line.replace(/'.*$/, '');
  return address !== '' && written.includes(address) && was.endsWith(line) && was !== will;
}

function isUnsound(text: string): boolean {
  const yaml = source(text);
  const errors = yaml === null ? [] : parseDocument(yaml).errors;
  return errors.some(({ code }) => code !== 'DUPLICATE_KEY');
}

function unsoundUntouched({ text, edits }: Planned): void {
  if (!isUnsound(text)) return;
  const end = header(text);
  expect(edits.filter(({ from }) => from < end)).toEqual([]);
}

/** Closed fences that stand at the start of a line. */
const CLOSED_FENCE = /^```[^`\n]*\n(?:.*\n)*?```[ \t]*$/gm;

function codeUntouched({ after, findings }: Planned, code: readonly string[]): void {
  if (editsOf(findings, isEscape).length > 0 && code.length === 0) return;
  let at = 0;
  for (const piece of code) {
    const found = after.indexOf(piece, at);
    expect({ piece, isThere: found >= 0 }).toEqual({ piece, isThere: true });
    at = found + piece.length;
  }
}
