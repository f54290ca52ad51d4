import { addProperty } from '../markdown/front-matter/edit-properties';
import type { Property } from '../markdown/front-matter/read-front-matter';
import type { Article } from '../omnivore/article';
import { plainName } from '../omnivore/property-names';
import { additionKey, insertion, type Addition, type AdditionId, type Completed } from './addition';
import { DEFAULT_STYLE } from './note-style';
import { inlineValue, propertyLines, valueOf, type PropertyValue } from './property-values';

type PropertyId = Exclude<AdditionId, 'highlights' | 'full-text' | 'pdf'>;

const PROPERTY_IDS: readonly PropertyId[] = [
  ...(['title', 'author', 'tags', 'saved', 'published', 'state', 'url', 'description'] as const),
];

/**
 * Returns the properties that an export has and a note does not. Fills empty properties, and never
 * changes one with a value.
 */
export function missingProperties(completed: Completed): readonly Addition[] {
  const additions: Addition[] = [];
  for (const id of PROPERTY_IDS) {
    const value = valueOf(id, completed.exported, completed.dates);
    const key = additionKey(completed, id);
    if (value === null || !completed.isWanted(key) || isInNote(completed, id, value)) continue;
    const addition = addOrFill(completed, id, key, value);
    if (addition) additions.push(addition);
  }
  return additions;
}

/** Matches labels of templates that write metadata into the body. */
const LABELS: Readonly<Partial<Record<PropertyId, RegExp>>> = {
  author: /(?:^|\n)\W{0,6}(?:author|by)\b.{0,20}:/i,
  tags: /(?:^|\n)\W{0,6}(?:tags|labels)\b.{0,20}:/i,
  saved: /(?:^|\n)\W{0,6}(?:date[_ -]?)?saved\b.{0,20}:/i,
  published: /(?:^|\n)\W{0,6}(?:date[_ -]?)?published\b.{0,20}:/i,
  state: /(?:^|\n)\W{0,6}(?:state|status)\b.{0,20}:/i,
};

function isInNote({ note, article }: Completed, id: PropertyId, value: PropertyValue): boolean {
  if (isKnown(article, id)) return true;
  const header = note.text.slice(article.header.from, article.header.to);
  if (LABELS[id]?.test(header)) return true;
  return typeof value === 'string' && value.length > 3 && header.includes(value);
}

function isKnown(article: Article, id: PropertyId): boolean {
  switch (id) {
    case 'tags':
      return article.tags.length > 0;
    case 'description':
      return article.properties.some(
        ({ key, value }) => plainName(key).includes('description') && value !== null,
      );
    case 'title':
    case 'author':
    case 'saved':
    case 'published':
    case 'state':
    case 'url':
      return article[id] !== null;
  }
}

/** Returns null if the property has another value, or if the front matter can't be extended. */
function addOrFill(
  { note, article, style }: Completed,
  id: PropertyId,
  key: string,
  value: PropertyValue,
): Addition | null {
  const property = style.properties.get(id) ?? DEFAULT_STYLE.properties.get(id) ?? id;
  const name = plainName(property);
  const own = article.properties.find((each) => plainName(each.key) === name);
  if (own) return isEmptyProperty(own, note.text) ? fillProperty(id, key, note, own, value) : null;
  const lines = propertyLines(property, value);
  const edit = addProperty(note.text, note.frontMatter, article.properties, lines);
  return edit && insertion(id, key, note, edit.from, `${lines}\n`);
}

/** Returns whether a property has no value and no text, not even a comment. */
function isEmptyProperty({ value, colon, lines }: Property, text: string): boolean {
  return value === null && text.slice(colon, lines.to).trim() === '';
}

function fillProperty(
  id: PropertyId,
  key: string,
  note: Completed['note'],
  { colon }: Property,
  value: PropertyValue,
): Addition {
  const hasSpace = note.text.charAt(colon) === ' ';
  const at = hasSpace ? colon + 1 : colon;
  return insertion(id, key, note, at, `${hasSpace ? '' : ' '}${inlineValue(value)}`);
}
