import type { Properties } from '../markdown/front-matter/read-front-matter';
import type { Concept, ArticleField } from './article';

/** At least one name. */
export type Names = readonly [string, ...string[]];

/** The property names for each meaning, the most specific first. Case is ignored, and spaces count as `_`. */
export type PropertyNames = Readonly<Record<Concept, readonly string[]>>;

/**
 * The variables of Omnivore's plugin (`src/settings/template.ts`), and the names that templates in public
 * vaults use.
 */
export const PROPERTY_NAMES: Readonly<Record<Concept, Names>> = {
  id: ['id'],
  title: ['title'],
  author: ['author'],
  url: ['original_url', 'url', 'link'],
  omnivoreUrl: ['omnivore_url', 'original_url', 'url'],
  source: ['site_name', 'site', 'source'],
  tags: ['tags', 'labels', 'topics', 'tag'],
  saved: ['date_saved', 'saved', 'date'],
  published: ['date_published', 'published'],
  read: ['date_read'],
  archived: ['date_archived'],
  state: ['state', 'status'],
};

/** Adds the user's own names before the known ones. */
export function withOwnNames(own: Partial<PropertyNames>): PropertyNames {
  const names: Record<Concept, readonly string[]> = { ...PROPERTY_NAMES };
  for (const concept of Object.keys(names) as Concept[]) {
    names[concept] = [...(own[concept] ?? []).map(plainName), ...names[concept]];
  }
  return names;
}

/** Normalizes a name: `Omnivore-URL`, `omnivore url`, `omnivoreUrl` and `omnivore_url` become the same. */
export function plainName(key: string): string {
  if (isPlainName(key)) return key;
  return key
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[ -]/g, '_');
}

/** Most keys are normalized already: lowercase letters and `_`. */
function isPlainName(key: string): boolean {
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i);
    if (code !== 95 && (code < 97 || code > 122)) return false;
  }
  return true;
}

/** Returns the properties whose meaning is known. Those with the same meaning are in the order of its names. */
export function fieldsOf(properties: Properties, names: PropertyNames): readonly ArticleField[] {
  const byName = new Map<string, Properties[number]>();
  for (const property of properties) {
    const name = plainName(property.key);
    if (!byName.has(name)) byName.set(name, property);
  }
  const fields: ArticleField[] = [];
  for (const concept in names) {
    for (const name of names[concept as Concept]) {
      const property = byName.get(name);
      if (property) fields.push({ concept: concept as Concept, property });
    }
  }
  return fields;
}
