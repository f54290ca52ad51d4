import type { FrontMatter, Properties, Property } from '../markdown/front-matter/read-front-matter';
import { isSimpleScalar } from '../markdown/front-matter/scalar';
import type { TextEdit } from '../text/edits';

/**
 * Returns whether the edits keep the values of all properties that they do not touch, and neither add nor remove
 * other properties. A property's value can depend on neighboring lines: if a line is removed, the blank lines or
 * the comment below it can become part of the block above.
 */
export function keepsValues(
  before: FrontMatter,
  after: FrontMatter | null,
  edits: readonly TextEdit[],
): boolean {
  if (!after?.valid || after.records.length !== before.records.length) return false;
  const budget = { remaining: MAX_VALUES };
  const ends = endsOf(before);
  const added = edits.filter(({ from, to }) => from === to && ends.has(from)).length;
  let extra = 0;
  for (const [i, properties] of before.records.entries()) {
    const unmatched = match(properties, after.records[i] ?? [], edits, budget);
    if (unmatched < 0) return false;
    extra += unmatched;
  }
  return extra <= added;
}

/** Returns where properties can be added: at the end; in a list, at the end of each item. */
function endsOf({ list, records, to }: FrontMatter): ReadonlySet<number> {
  return new Set(list ? records.map((properties) => properties.at(-1)?.lines.to ?? to) : [to]);
}

/**
 * Returns whether each edit replaces one simple value by another, in front matter that can be read line by line.
 * Then no other value can change, and the front matter need not be parsed again.
 */
export function rewritesSimply(
  text: string,
  { simple, records }: FrontMatter,
  edits: readonly TextEdit[],
): boolean {
  if (!simple) return false;
  let next = 0;
  for (const { written } of records.length === 1 ? (records[0] ?? []) : records.flat()) {
    if (!written) continue;
    const first = next;
    let [at, value] = [written.from, ''];
    for (; next < edits.length; next++) {
      const { from, to, insert } = edits[next] as TextEdit;
      if (from < written.from || to > written.to) break;
      value += text.slice(at, from) + insert;
      at = to;
    }
    if (next > first && !isSimpleScalar(value + text.slice(at, written.to))) return false;
  }
  return next === edits.length;
}

/** The maximum number of values to compare, because YAML aliases can make a value endless. */
const MAX_VALUES = 20_000;

interface Budget {
  remaining: number;
}

/** Returns how many more properties `after` has than `before`, or -1 if an untouched property differs. */
function match(
  before: Properties,
  after: Properties,
  edits: readonly TextEdit[],
  budget: Budget,
): number {
  let at = 0;
  let edit = 0;
  for (const property of before) {
    while ((edits[edit]?.to ?? Infinity) <= property.lines.from) edit++;
    const now = after[at];
    const isSameKey = now?.key === property.key;
    if (isTouched(property, edits[edit])) {
      // After a removed property, the same key belongs to another property.
      if (isSameKey && !isRemoved(property, edits[edit])) at++;
    } else if (isSameKey && isSameValue(property.value, now.value, budget)) at++;
    else return -1;
  }
  return after.length - at;
}

function isTouched({ lines }: Property, edit: TextEdit | undefined): boolean {
  return edit !== undefined && edit.from < lines.to && edit.to > lines.from;
}

function isRemoved({ lines }: Property, edit: TextEdit | undefined): boolean {
  return edit?.insert === '' && edit.from <= lines.from && edit.to >= lines.to;
}

function isSameValue(a: unknown, b: unknown, budget: Budget): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [ours, theirs] = [Object.entries(a), Object.entries(b)];
  budget.remaining -= ours.length;
  if (budget.remaining < 0 || ours.length !== theirs.length) return false;
  return ours.every(([key, value], i) => {
    const [otherKey, other] = theirs[i] as [string, unknown];
    return key === otherKey && isSameValue(value, other, budget);
  });
}
