import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { countFindings } from '../src/core/repairs/counts';
import { plan } from '../src/core/repairs/plan';
import type { ChangeKey } from '../src/core/repairs/skipped-changes';
import { noteChanges } from '../src/core/report/note-changes';
import { EXAMPLES } from './examples';
import { anyCase } from './generate-notes';
import { LAWS, PATH, planCase, type Case, type Planned } from './laws';
import { plannerFor } from './planner-for';
import { allFixtures } from './read-fixtures';
import { atOnce } from '../src/core/text/steps';

const RUNS = Number(process.env.LAW_RUNS ?? 500);
const SEED = Number(process.env.LAW_SEED ?? 20241115);
const MINUTES = 60_000;

const FIXTURES = [...allFixtures(), ...EXAMPLES].map(({ name, before, settings }) => [
  name,
  { text: before, settings, dayFirst: null },
]) as readonly (readonly [string, Case])[];

/** Laws that apply to the changes that are made, whatever the user unchecked. A second pass finds the unchecked ones. */
const KEPT_LAWS = LAWS.filter(([name]) => name !== 'a second pass changes nothing');

/** The changes that a user can uncheck in a note, by what the preview shows. */
function changesOf(full: Planned): readonly (readonly ChangeKey[])[] {
  return atOnce(noteChanges(full.text, full)).flatMap(({ changes }) =>
    changes.map(({ keys }) => keys),
  );
}

function without(each: Case, keys: readonly ChangeKey[]): Planned {
  const skips = new Map([[PATH, new Set(keys)]]);
  const planner = { ...plannerFor(each.settings), skips };
  return { ...each, ...plan(each.text, PATH, planner, each.dayFirst) };
}

/** Tries the subset of changes that `isUnchecked` selects; fails if something else changes too. */
function holds(each: Case, isUnchecked: (index: number) => boolean): readonly [Planned, Planned] {
  const full = planCase(each);
  const changes = changesOf(full);
  const unchecked = changes.filter((_, i) => isUnchecked(i));
  const part = without(each, unchecked.flat());
  for (const [name, law] of KEPT_LAWS) {
    try {
      law(part);
    } catch (error) {
      throw new Error(`${name}: ${error instanceof Error ? error.message : ''}`, { cause: error });
    }
  }
  assert.equal(part.after === full.after, unchecked.length === 0);
  const shown = atOnce(noteChanges(each.text, part)).flatMap((section) => section.changes);
  const escaped = unchecked.some(([key]) => key === 'escaped-text');
  // Unescaping hides and shows other findings, so only without it are the lists the same.
  if (!escaped) {
    assert.deepEqual(
      shown.map(({ keys, skipped }) => [keys, skipped]),
      changes.map((keys, i) => [keys, isUnchecked(i)]),
    );
    const [made, skipped] = [countFindings(part.findings), countFindings(part.skipped)];
    const all = countFindings(full.findings);
    for (const [id, count] of Object.entries(all)) {
      const key = id as keyof typeof all;
      assert.equal(made[key] + skipped[key], count);
    }
  }
  if (unchecked.length === changes.length && !escaped) assert.equal(part.after, each.text);
  return [full, part];
}

const SUBSETS: readonly (readonly [string, (index: number) => boolean])[] = [
  ['every second change is unchecked', (i) => i % 2 === 0],
  ['all changes but the first are unchecked', (i) => i > 0],
  ['the first change is unchecked', (i) => i === 0],
  ['all changes are unchecked', () => true],
];

describe.each(SUBSETS)('%s', (_, isUnchecked) => {
  test.each(FIXTURES)('in %s', (__, each) => {
    const [full, part] = holds(each, isUnchecked);
    // Checked in a later run, they give the same note.
    assert.equal(planCase({ ...each, text: part.after }).after, full.after);
  });
});

test(
  'in generated notes',
  () => {
    const property = fc.property(anyCase, fc.integer({ min: 0, max: 0xffff }), (each, bits) => {
      holds(each, (i) => ((bits >> (i % 16)) & 1) === 1);
    });
    fc.assert(property, { seed: SEED, numRuns: RUNS });
  },
  60 * MINUTES,
);
