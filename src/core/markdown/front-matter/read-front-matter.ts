import type { Range } from '../../text/edits';
import { lineAt } from '../../text/lines';
import { scanRecords, type Entry, type Scan } from './entries';
import { readScalar, type Quoting, type ParsedValue } from './scalar';
import { readYaml, type YamlParser } from './yaml';
import { BOM } from '../../text/characters';
import { isRecord } from '../../schema/read-fields';

/** Where and how a value is written. Offsets refer to the note and include the quotes. */
export interface WrittenValue extends Range {
  readonly quoting: Quoting;
}

/** A property in the front matter. */
export interface Property {
  readonly key: string;
  readonly value: unknown;
  /** Null if the value can't be rewritten in place: a list, a block, an anchor, or no value. */
  readonly written: WrittenValue | null;
  /** All its lines with their line breaks, up to the next key. */
  readonly lines: Range;
  /** Right after the key's colon. */
  readonly colon: number;
  /** Whether the same key appears above. */
  readonly duplicate: boolean;
}

/** The properties of one map. Front matter that is a list has one map per item. */
export type Properties = readonly Property[];

/** Front matter. `from` and `to` enclose the text between the two `---` lines. */
export interface FrontMatter extends Range {
  readonly records: readonly Properties[];
  /** Whether the front matter is a YAML list of maps. */
  readonly list: boolean;
  /** Start of the note's body. */
  readonly end: number;
  /** False if it is not YAML. Then it has no properties and must not be edited. Duplicate keys count as valid. */
  readonly valid: boolean;
  /**
   * Properties that are not on a line of their own, as in JSON (`{"draft": true}`), and are in no record. They are
   * known, but can't be edited: their range is the whole front matter.
   */
  readonly unplaced: Properties;
  /** Whether every line can be parsed on its own, without a full YAML parser. */
  readonly simple: boolean;
}

/** Parses front matter. Returns null if the text does not start with closed front matter. */
export function readFrontMatter(text: string, parse: YamlParser): FrontMatter | null {
  const range = frontMatterRange(text, text.charCodeAt(0) === BOM ? 1 : 0);
  if (!range) return null;
  const { from, to, end } = range;
  const scan = scanRecords(text, from, to);
  const records = scan.simple ? readSimpleEntries(text, scan) : null;
  // Spelled out, because a spread costs more than everything else here.
  if (records) {
    return { from, to, end, records, list: scan.list, valid: true, simple: true, unplaced: [] };
  }
  return { from, to, end, simple: false, ...readWithParser(text, scan, parse) };
}

/**
 * Returns the text between the two `---` lines, and where the body starts (`end`). `start` is the offset after a byte order mark. Returns
 * null if the text does not start with closed front matter.
 */
export function frontMatterRange(
  text: string,
  start: number,
): (Range & { readonly end: number }) | null {
  if (!text.startsWith('---', start)) return null;
  const opening = lineAt(text, start);
  if (!isDelimiter(text, opening) || opening.next === opening.to) return null;
  const from = opening.next;
  const closing = findClosing(text, from);
  return closing ? { from, to: closing.from, end: closing.next } : null;
}

function isDelimiter(text: string, line: Range): boolean {
  for (let i = line.from + 3; i < line.to; i++) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 9) return false;
  }
  return true;
}

function findClosing(text: string, from: number): { from: number; next: number } | null {
  let at = text.startsWith('---', from) ? from : text.indexOf('\n---', from) + 1;
  while (at > 0) {
    const line = lineAt(text, at);
    if (isDelimiter(text, line)) return { from: line.from, next: line.next };
    at = text.indexOf('\n---', at) + 1;
  }
  return null;
}

/** Parses entries without a full YAML parser; null if one of them needs it. */
function readSimpleEntries(text: string, scan: Scan): readonly Properties[] | null {
  const records: Properties[] = [];
  for (const entries of scan.records) {
    const seen = new Set<string>();
    const properties: Property[] = [];
    for (const entry of entries) {
      const read = readSimpleValue(text, entry);
      if (!read) return null;
      properties.push(property(entry, read.value, writtenRange(text, entry), seen));
    }
    records.push(properties);
  }
  return records;
}

function readSimpleValue(text: string, entry: Entry): ParsedValue | null {
  if (entry.more.length === 0) return readScalar(text.slice(entry.value.from, entry.value.to));
  if (entry.value.from === entry.value.to) return readSimpleList(text, entry.more);
  const header = text.slice(entry.value.from, entry.value.to);
  const [line, ...others] = entry.more;
  if (header !== '|' || !line || others.length > 0) return null;
  if (text.indexOf('\n', entry.value.to) + 1 !== line.from) return null;
  const content = text.slice(line.from, line.to).trimStart();
  const indent = line.to - line.from - content.length;
  if (content === '' || indent <= entry.keyFrom - entry.lines.from) return null;
  return { value: `${content}\n` };
}

/** Parses a block list of plain items with the same indentation. */
function readSimpleList(text: string, lines: readonly Range[]): ParsedValue | null {
  const items: unknown[] = [];
  let indent = -1;
  for (const { from, to } of lines) {
    const dash = text.indexOf('- ', from);
    if (dash < from || dash >= to) return null;
    if (indent < 0) indent = dash - from;
    if (dash - from !== indent || text.slice(from, dash).trim() !== '') return null;
    const item = readScalar(text.slice(dash + 2, to).trim());
    if (!item || item.value === null) return null;
    items.push(item.value);
  }
  return { value: items };
}

function property(
  { key, lines, colon }: Entry,
  value: unknown,
  written: WrittenValue | null,
  seen: Set<string>,
): Property {
  const duplicate = seen.has(key);
  seen.add(key);
  return { key, value, written, lines, colon, duplicate };
}

/**
 * Returns where a value is written, if parsing that text alone gives the value. Only such a property can be
 * rewritten.
 */
function whereWritten(text: string, entry: Entry, value: unknown): WrittenValue | null {
  const place = writtenRange(text, entry);
  const read = place && readScalar(text.slice(place.from, place.to));
  return read && Object.is(read.value, value) ? place : null;
}

/** Returns where a value on the key's own line is written. */
function writtenRange(text: string, { value: { from, to }, more }: Entry): WrittenValue | null {
  if (more.length > 0 || from === to) return null;
  const first = text.charCodeAt(from);
  return { from, to, quoting: first === 34 ? 'double' : first === 39 ? 'single' : 'plain' };
}

/** Uses a full YAML parser. Duplicate keys are renamed first, because the parser rejects them. */
function readWithParser(
  text: string,
  scan: Scan,
  parse: YamlParser,
): Pick<FrontMatter, 'records' | 'list' | 'valid' | 'unplaced'> {
  const invalid = { records: [], list: false, valid: false, unplaced: [] };
  const { source, names } = withoutDuplicates(text, scan);
  const whole = text.slice(scan.from, scan.to);
  // If the parser accepts the original, the duplicates are not keys but lines of some value.
  const areLinesOfValue = names.size > 0 && readYaml(whole, parse) !== null;
  const read = areLinesOfValue ? null : readYaml(source, parse);
  if (!read) return invalid;
  const { value } = read;
  const maps = Array.isArray(value) ? (value as readonly unknown[]) : [value ?? {}];
  if (maps.length !== scan.records.length && maps.some(isRecord)) return invalid;
  const records = scan.records.map((entries, i) => matchEntries(text, entries, maps[i], names));
  const placed = [...(records[0] ?? []).map(({ key }) => key), ...names.values()];
  const unplaced = unplacedIn(value, placed, scan);
  return { records, list: Array.isArray(value), valid: true, unplaced };
}

/** Returns the properties of a map that are not among the placed ones. */
function unplacedIn(map: unknown, placed: readonly string[], { from, to }: Scan): Properties {
  if (!isRecord(map)) return [];
  const keys = new Set(placed);
  return Object.entries(map).flatMap(([key, value]): Properties => {
    if (keys.has(key)) return [];
    const quoting = typeof value === 'string' ? 'double' : 'plain';
    const written = { from, to: from, quoting } as const;
    return [{ key, value, written, lines: { from, to }, colon: from, duplicate: false }];
  });
}

/** Keeps the entries that the parser has found too. */
function matchEntries(
  text: string,
  entries: readonly Entry[],
  map: unknown,
  names: ReadonlyMap<Entry, string>,
): Properties {
  if (!isRecord(map)) return [];
  const seen = new Set<string>();
  const properties: Property[] = [];
  for (const entry of entries) {
    const name = names.get(entry) ?? entry.key;
    if (!Object.prototype.hasOwnProperty.call(map, name)) continue;
    const value = map[name];
    properties.push(property(entry, value, whereWritten(text, entry, value), seen));
  }
  return properties;
}

/** Gives each duplicate key a unique name. Returns the changed front matter and the names. */
function withoutDuplicates(
  text: string,
  { from, to, records }: Scan,
): { readonly source: string; readonly names: ReadonlyMap<Entry, string> } {
  const names = new Map<Entry, string>();
  const pieces: string[] = [];
  let at = from;
  for (const entries of records) {
    const seen = new Set<string>();
    for (const entry of entries) {
      if (seen.has(entry.key)) {
        const name = `duplicate_${names.size}_of_${from}`;
        pieces.push(text.slice(at, entry.keyFrom), name);
        at = entry.colon - 1;
        names.set(entry, name);
      }
      seen.add(entry.key);
    }
  }
  pieces.push(text.slice(at, to));
  return { source: pieces.join(''), names };
}
