import * as fc from 'fast-check';
import { REPAIR_IDS } from '../src/core/repairs';
import { plan } from '../src/core/repairs/plan';
import { applyEdits } from '../src/core/text/edits';
import { countWork } from './count-work';
import { EXAMPLES } from './examples';
import { anyCase, labelledCase, type LabelledCase } from './generate-notes';
import { FAMILIES } from './generate/hostile';
import {
  header,
  isInvalidYaml,
  LAWS,
  PATH,
  planCase,
  readOther,
  type Case,
  type Planned,
} from './laws';
import { plannerFor } from './planner-for';
import { allFixtures } from './read-fixtures';
import {
  hostilePath,
  journalLine,
  newSandbox,
  remove,
  repairPaths,
  reset,
  undoJournal,
  untouchable,
} from './stays-inside';

const RUNS = Number(process.env.LAW_RUNS ?? 2000);
const SEED = Number(process.env.LAW_SEED ?? 20241115);
const MINUTES = 60_000;

/** All laws but one look at the same notes, so a plan is kept for the next law; only so many, for runs of many more. */
const KEPT_PLANS = 5_000;
const kept = new Map<string, Planned>();

function planned(each: Case): Planned {
  const key = JSON.stringify([each.text, each.settings, each.dayFirst]);
  const known = kept.get(key) ?? planCase(each);
  if (kept.size < KEPT_PLANS) kept.set(key, known);
  return known;
}

const FIXTURES = [...allFixtures(), ...EXAMPLES].map(({ name, before, settings }) => [
  name,
  { text: before, settings, dayFirst: null },
]) as readonly (readonly [string, Case])[];

beforeAll(() => {
  process.stdout.write(`Laws: ${RUNS} notes each, LAW_SEED=${SEED}\n`);
});

describe.each(LAWS)('%s', (_, holds) => {
  test.each(FIXTURES)('in %s', (__, each) => holds(planned(each)));

  if (RUNS <= KEPT_PLANS) {
    test('in generated notes', () => check(anyCase, (each) => holds(planned(each))), 60 * MINUTES);
  }
});

// The plans are too many to keep: each note is planned once, and checked against all laws.
if (RUNS > KEPT_PLANS) {
  test('all laws hold in generated notes', () => check(anyCase, allHold), 600 * MINUTES);
}

function allHold(each: Case): void {
  const plan = planCase(each);
  for (const [name, holds] of LAWS) {
    try {
      holds(plan);
    } catch (error) {
      throw new Error(`${name}: ${error instanceof Error ? error.message : ''}`, { cause: error });
    }
  }
}

describe('code, comments and math are untouched', () => {
  test.each(FIXTURES)('in %s', (_, each) => {
    codeUntouched(planned(each), each.text.match(CLOSED_FENCE) ?? []);
  });

  const labelled = (each: LabelledCase): void => {
    const result = planned(each);
    codeUntouched(result, each.code);
  };
  test('in generated notes', () => check(labelledCase, labelled), 60 * MINUTES);
});

/** Four times the text may take four times the reading, and as much again for limits that the shorter text does not reach. */
const SHORT = 8_000;
const MOST_GROWTH = 8;
/** A regular expression that backtracks takes hours for this much text, so the test runner's timeout is enough. */
const HOSTILE_LENGTH = 300_000;

describe('time grows linearly with the text', () => {
  test.each(FAMILIES)('as its readings are counted, with $name', ({ text }) => {
    const planner = plannerFor({ repairs: { 'dead-links': true } });
    const readings = ([SHORT, 4 * SHORT] as const).map((n) => {
      const source = text(n);
      return countWork(() => plan(source, PATH, planner)) / source.length;
    });
    const [less = 0, more = 0] = readings;
    expect(more).toBeLessThan((less * MOST_GROWTH) / 4);
  });

  test.each(FAMILIES)(
    'on the clock, with $name',
    ({ text }) => {
      const source = text(HOSTILE_LENGTH);
      const planner = plannerFor({ repairs: { 'dead-links': true } });
      const { after, undo } = plan(source, PATH, planner);
      expect(applyEdits(after, undo) === source).toBe(true);
    },
    MINUTES,
  );

  test('with 10 MB on one line', () => {
    const text = `---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\n---\n[a](https://omnivore.app/me/x)\n`;
    const { detection, after } = plan(text + 'word '.repeat(2_000_000), PATH, plannerFor());
    expect(detection.kind).toBe('saved');
    expect(after).toHaveLength(text.length + 10_000_000);
  });
});

/** They write to a disk: a tenth of the runs takes as long as the others. */
const DISK_RUNS = Math.ceil(RUNS / 10);

describe('undo and every other write stay inside the folder, on Markdown notes and on files the run itself created', () => {
  const sandbox = newSandbox();
  const before = untouchable(sandbox);
  afterAll(() => remove(sandbox));

  /** Runs something on generated input; fails if anything except the notes and the journals is different after it. */
  async function staysInside<T>(input: fc.Arbitrary<T>, act: (input: T) => Promise<void>) {
    let written = 0;
    const property = fc.asyncProperty(input, async (generated) => {
      await act(generated);
      const after = untouchable(sandbox);
      written += reset(sandbox);
      expect(after).toEqual(before);
    });
    await fc.assert(property, { seed: SEED, numRuns: DISK_RUNS });
    // Paths that are refused for the wrong reason would prove nothing.
    expect(written).toBeGreaterThan(DISK_RUNS / 10);
  }

  const paths = fc.array(hostilePath(sandbox), { minLength: 1, maxLength: 12 });
  const journal = fc.array(journalLine(sandbox), { minLength: 1, maxLength: 12 });

  test(
    'when a repair gets hostile paths',
    () => staysInside(paths, (generated) => repairPaths(sandbox, generated)),
    60 * MINUTES,
  );

  test(
    'when a journal names hostile paths',
    () => staysInside(journal, (lines) => undoJournal(sandbox, lines)),
    60 * MINUTES,
  );

  test('when all that is listed is repaired', async () => {
    await repairPaths(sandbox, await sandbox.notes.list());
    expect(untouchable(sandbox)).toEqual(before);
    expect(reset(sandbox)).toBe(4);
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
    ['have invalid front matter', 0.05, ({ text }) => isInvalidYaml(text)],
  ];

  test.each(REPAIR_IDS)('%s finds something in at least 5 %% of them', (id) => {
    expect(share(({ findings }) => findings.some(({ repair }) => repair === id))).toBeGreaterThan(
      0.05,
    );
  });

  test.each(parts)('enough of them %s', (_, least, test) => {
    expect(share(test)).toBeGreaterThanOrEqual(least);
  });
});

function check<T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, holds), { seed: SEED, numRuns: RUNS });
}

/** Closed fences at the start of a line. */
const CLOSED_FENCE = /^```[^`\n]*\n(?:.*\n)*?```[ \t]*$/gm;

function codeUntouched({ after }: Planned, code: readonly string[]): void {
  let at = 0;
  for (const piece of code) {
    const found = after.indexOf(piece, at);
    expect({ piece, isThere: found >= 0 }).toEqual({ piece, isThere: true });
    at = found + piece.length;
  }
}
