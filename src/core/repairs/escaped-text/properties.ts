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

/** Properties that Omnivore writes. Other properties may contain the user's own text. */
const CONCEPTS = new Set<Concept>(['title', 'author', 'source', 'tags', 'url', 'omnivoreUrl']);
const KEYS = /^(?:description|summary|excerpt|note)$/i;

/** A string in a property: its value, or an item of its list. */
interface Text {
  readonly value: string;
  readonly range: Range;
  /** The edits that unescape it; null if it can't be rewritten in place. */
  readonly edits: readonly TextEdit[] | null;
}

/**
 * Finds the escaped texts in an article's properties. `heading` is the note's first heading after the repair. A title
 * that equals it after unescaping was escaped. Any other text was escaped if it contains no evidence against that.
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
    const isFromOmnivore = concept ? CONCEPTS.has(concept) : KEYS.test(property.key);
    for (const each of escapableTexts(text, property)) {
      const decision = decide(each, isFromOmnivore, concept === 'title' ? heading : null);
      if (decision !== null) findings.push(propertyFinding(text, each, decision));
    }
  }
  return findings;
}

/** Returns `unescape`, or the reason why the user must decide; null if the text is not escaped. */
function decide(
  { value, edits }: Text,
  isFromOmnivore: boolean,
  heading: string | null,
): UnresolvedReason | 'unescape' | null {
  const after = unescapeOnce(value);
  if (after === value) return null;
  if (after.trim() !== heading) {
    const isPlain = isPlainlyEscaped(value.trim());
    if (!isPlain && !isFromOmnivore) return null;
    if (!isPlain || !isFromOmnivore) return 'maybe-escaped';
    if (isPlainlyEscaped(after.trim())) return 'escaped-twice';
  }
  if (executableRanges(after).length > 0) return 'would-run';
  return edits ? 'unescape' : 'not-editable';
}

function propertyFinding(
  text: string,
  { value, range, edits }: Text,
  decision: UnresolvedReason | 'unescape',
): Finding {
  if (decision !== 'unescape') return unresolvedFinding(text, range, decision);
  return { ...range, before: value, after: unescapeOnce(value), edits: edits ?? [] };
}

/** `|` or `>` after a key: the lines below are literal text. */
const BLOCK = /^[ \t]*[|>][-+]?[ \t]*\r?\n/;

function escapableTexts(text: string, property: Property): readonly Text[] {
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

const YAML_ITEM = /^[ \t]*-[ \t]+/;

/** Returns the strings of a list. They can be rewritten if each is on a line of its own. */
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
    const marker = YAML_ITEM.exec(line)?.[0].length ?? 0;
    const content = line.slice(marker).trimEnd();
    if (content === '') continue;
    if (marker === 0) return [];
    ranges.push({ from: colon + from + marker, to: colon + from + marker + content.length });
  }
  return ranges;
}
