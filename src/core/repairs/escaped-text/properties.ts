import { rewriteValue, valueRange } from '../../markdown/front-matter/edit-properties';
import type { Property } from '../../markdown/front-matter/read-front-matter';
import { readScalar, writeScalar } from '../../markdown/front-matter/scalar';
import type { Concept } from '../../omnivore/article';
import { escapesIn, unescapeOnce } from '../../omnivore/entities';
import type { Range, TextEdit } from '../../text/edits';
import { linesOf } from '../../text/lines';
import { isPlainlyEscaped } from './evidence';
import { executableRanges } from './executable-code';
import { unresolvedFinding, type Finding, type UnresolvedReason, type Subject } from '../repair';

/** What Omnivore fills in. Properties of other meanings may hold text of the user's own. */
const CONCEPTS = new Set<Concept>(['title', 'author', 'source', 'tags', 'url', 'omnivoreUrl']);
const KEYS = /^(?:description|summary|excerpt|note)$/i;

/** A string in a property: its value, or an item of its list. */
interface Text {
  readonly value: string;
  readonly range: Range;
  /** The edits that unescape it; null where it can't be rewritten in place. */
  readonly edits: readonly TextEdit[] | null;
}

/**
 * The escaped texts in an article's properties. `heading` is what the note's first heading says after the repair: a title that becomes
 * equal to it was escaped. Any other text was escaped where nothing in it speaks against it.
 */
export function escapedProperties(
  { note: { text }, article }: Subject,
  heading: string | null,
): readonly Finding[] {
  const concepts = new Map(article.fields.map(({ concept, property }) => [property, concept]));
  const findings: Finding[] = [];
  for (const property of article.properties) {
    if (text.slice(property.colon, property.lines.to).indexOf('&') < 0) continue;
    const concept = concepts.get(property);
    const isOmnivores = concept ? CONCEPTS.has(concept) : KEYS.test(property.key);
    for (const each of textsOf(text, property)) {
      const judged = judge(each, isOmnivores, concept === 'title' ? heading : null);
      if (judged !== null) findings.push(findingOf(text, each, judged));
    }
  }
  return findings;
}

/** Whether a text is to be unescaped, or the reason why not; null where there is nothing to say. */
function judge(
  { value, edits }: Text,
  isOmnivores: boolean,
  heading: string | null,
): UnresolvedReason | 'unescape' | null {
  const after = unescapeOnce(value);
  if (after === value) return null;
  if (after.trim() !== heading) {
    const isPlain = isPlainlyEscaped(value.trim());
    if (!isPlain && !isOmnivores) return null;
    if (!isPlain || !isOmnivores) return 'maybe-escaped';
    if (isPlainlyEscaped(after.trim())) return 'escaped-twice';
  }
  if (executableRanges(after).length > 0) return 'would-run';
  return edits ? 'unescape' : 'not-editable';
}

function findingOf(
  text: string,
  { value, range, edits }: Text,
  judged: UnresolvedReason | 'unescape',
): Finding {
  if (judged !== 'unescape') return unresolvedFinding(text, range, judged);
  return { ...range, before: value, after: unescapeOnce(value), edits: edits ?? [] };
}

/** `|` or `>` behind a key: what stands below is written as it is. */
const BLOCK = /^[ \t]*[|>][-+]?[ \t]*\r?\n/;

function textsOf(text: string, property: Property): readonly Text[] {
  const { value } = property;
  if (typeof value === 'string') {
    const range = valueRange(text, property);
    if (!BLOCK.test(text.slice(property.colon, property.lines.to))) {
      const edit = rewriteValue(property, unescapeOnce(value));
      return [{ value, range, edits: edit && [edit] }];
    }
    const escapes = escapesIn(text, range.from, range.to);
    const edits = escapes.map(({ from, to, character }) => ({ from, to, insert: character }));
    return [{ value, range, edits }];
  }
  return Array.isArray(value) ? itemsOf(text, property, value) : [];
}

const ITEM = /^[ \t]*-[ \t]+/;

/** The strings of a list. They can be rewritten where each stands on a line of its own. */
function itemsOf(text: string, property: Property, values: readonly unknown[]): readonly Text[] {
  const ranges = itemRanges(text, property);
  const whole = valueRange(text, property);
  return values.flatMap((value, i): readonly Text[] => {
    if (typeof value !== 'string') return [];
    const range = ranges.length === values.length ? (ranges[i] ?? whole) : whole;
    const written = text.slice(range.from, range.to);
    if (readScalar(written)?.value !== value) return [{ value, range, edits: null }];
    const first = written.charAt(0);
    const quoting = first === '"' ? 'double' : first === "'" ? 'single' : 'plain';
    return [
      { value, range, edits: [{ ...range, insert: writeScalar(unescapeOnce(value), quoting) }] },
    ];
  });
}

function itemRanges(text: string, { colon, lines }: Property): readonly Range[] {
  const [first, ...below] = linesOf(text.slice(colon, lines.to));
  const ranges: Range[] = [];
  for (const { from, to } of first ? below : []) {
    const line = text.slice(colon + from, colon + to);
    const marker = ITEM.exec(line)?.[0].length ?? 0;
    const content = line.slice(marker).trimEnd();
    if (content === '') continue;
    if (marker === 0) return [];
    ranges.push({ from: colon + from + marker, to: colon + from + marker + content.length });
  }
  return ranges;
}
