import { REPAIR_IDS, type RepairId } from '../repairs';
import { agree } from '../repairs/conflicts';
import { FIRST_REPAIRS, type Plan, type RepairFinding } from '../repairs/plan';
import { changeKeys, type ChangeKey, type KeyOf } from '../repairs/skipped-changes';
import { applyEdits, type Edits } from '../text/edits';
import { lineCounter, lineEnd } from '../text/lines';
import type { Steps } from '../text/steps';
import {
  lineShift,
  markedChanges,
  type LineShift,
  type MarkedChange,
  type MarkedLine,
} from './marked-changes';
import { shortLine } from './short-line';

/** A change that the user can uncheck. */
interface LineChange {
  /** The keys of its findings. Those that share a line are one change. */
  readonly keys: readonly ChangeKey[];
  /** Whether the user unchecked it. */
  readonly skipped: boolean;
  /** The lines that it changes, shortened. */
  readonly places: readonly MarkedChange[];
}

/** The changes of a repair in a note. */
export interface RepairChanges {
  readonly repair: RepairId;
  /** Whether `before` shows the lines after text was unescaped. */
  readonly afterUnescaping: boolean;
  readonly changes: readonly LineChange[];
}

/** How many changed places of a repair are shown. */
const MAX_SHOWN_CHANGES = 1000;
/** How many changes are compared in one step. */
const CHANGES_PER_STEP = 256;
/** How many lines of a changed place are shown, before and after. */
const MAX_SHOWN_LINES = 40;

/**
 * Returns a note's lines before and after, for each repair, in steps. Unescaping changes what the other repairs find, so
 * their lines are shown as they are after it.
 */
export function* noteChanges(
  text: string,
  { findings, skipped }: Pick<Plan, 'findings' | 'skipped'>,
): Steps<readonly RepairChanges[]> {
  const runsFirst = ({ repair }: RepairFinding): boolean =>
    repair !== null && FIRST_REPAIRS.includes(repair);
  const first = agree(text, findings.filter(runsFirst)).edits;
  const rest = findings.filter((finding) => !runsFirst(finding));
  const unescaped = first.length === 0 ? text : applyEdits(text, first);
  const shift = lineShift(unescaped, agree(unescaped, rest).edits);
  const later = { text: unescaped, shift, keyOf: changeKeys(first) };
  const earlier = { text, shift, keyOf: ({ repair }: { repair: RepairId | null }) => repair ?? '' };
  const unwanted = new Set(skipped);
  const all = [...findings.filter(({ edits }) => edits.length > 0), ...skipped];
  const ofRepairs: RepairChanges[] = [];
  for (const repair of IN_ORDER) {
    const found = all.filter((finding) => finding.repair === repair);
    if (found.length === 0) continue;
    yield;
    const isFirst = FIRST_REPAIRS.includes(repair);
    const groups = isFirst ? [found] : sharingLines(unescaped, found);
    const from = isFirst ? earlier : later;
    const shown: Shown = { ...from, lineOf: lineCounter(from.text) };
    let room = MAX_SHOWN_CHANGES;
    const changes: LineChange[] = [];
    for (const group of groups) {
      const change = lineChange(group, shown, unwanted, room);
      room -= change.places.length;
      if (changes.push(change) % CHANGES_PER_STEP === 0) yield;
    }
    ofRepairs.push({ repair, afterUnescaping: !isFirst && first.length > 0, changes });
  }
  return ofRepairs;
}

const IN_ORDER: readonly RepairId[] = [
  ...FIRST_REPAIRS,
  ...REPAIR_IDS.filter((id) => !FIRST_REPAIRS.includes(id)),
];

/** The text that findings refer to, and how their lines are numbered. */
interface Shown {
  readonly text: string;
  readonly lineOf: (offset: number) => number;
  readonly shift: LineShift;
  readonly keyOf: KeyOf;
}

function lineChange(
  group: readonly RepairFinding[],
  { text, lineOf, shift, keyOf }: Shown,
  skipped: ReadonlySet<RepairFinding>,
  room: number,
): LineChange {
  const { edits } = agree(text, group);
  return {
    keys: [...new Set(group.map(keyOf))],
    skipped: group.some((finding) => skipped.has(finding)),
    places: shownPlaces(text, edits, room, lineOf, shift),
  };
}

/** Like `markedChanges`, with shortened lines that don't keep the text in memory. */
export function shownPlaces(...args: Parameters<typeof markedChanges>): readonly MarkedChange[] {
  return markedChanges(...args).map(({ before, after }) => ({
    before: shownLines(before),
    after: shownLines(after),
  }));
}

function shownLines(lines: readonly MarkedLine[]): readonly MarkedLine[] {
  const shown = lines.slice(0, MAX_SHOWN_LINES).map(shortLine);
  const next = lines[MAX_SHOWN_LINES];
  return next ? [...shown, { ...next, parts: [{ text: '…', changed: false }] }] : shown;
}

/** Groups the findings of a repair, so that findings that change the same line are together. */
function sharingLines(
  text: string,
  findings: readonly RepairFinding[],
): readonly (readonly RepairFinding[])[] {
  const groups: RepairFinding[][] = [];
  let end = -1;
  const sorted = findings.map((finding) => ({ finding, ...extentOf(finding.edits) }));
  sorted.sort((a, b) => a.from - b.from || b.to - a.to);
  for (const { finding, from, to } of sorted) {
    if (from <= end) groups.at(-1)?.push(finding);
    else groups.push([finding]);
    if (to > end) end = lineEnd(text, to);
  }
  return groups;
}

function extentOf(edits: Edits): { readonly from: number; readonly to: number } {
  return { from: edits[0]?.from ?? 0, to: edits.at(-1)?.to ?? 0 };
}
