import type { Article, Concept } from '../omnivore/article';
import type { Note } from '../markdown/note';
import { linesOf } from '../text/lines';

/** The metadata in an export that a note can have as a property. */
export type StyledConcept =
  | Extract<
      Concept,
      'id' | 'title' | 'author' | 'tags' | 'saved' | 'published' | 'state' | 'url' | 'omnivoreUrl'
    >
  | 'description';

/** The style of a vault's notes, which new notes copy. */
export interface NoteStyle {
  /** The names of a new note's properties, in order. */
  readonly properties: ReadonlyMap<StyledConcept, string>;
  /** Whether notes start with their title as a heading. */
  readonly heading: boolean;
  /** Whether the tag `#Omnivore` is below the title. */
  readonly tag: boolean;
  /** A complete line, including `##`. */
  readonly highlightsHeading: string;
  readonly contentHeading: string;
  /**
   * The folder path with slashes; '' is the vault's root. A date in braces
   * (`Omnivore/{yyyy-MM-dd}`) becomes the saved date.
   */
  readonly folder: string;
  /** The file name in the same format. `{title}` becomes the title. */
  readonly fileName: string;
}

const DEFAULT_NAMES: ReadonlyMap<StyledConcept, string> = new Map([
  ['id', 'id'],
  ['title', 'title'],
  ['author', 'author'],
  ['tags', 'tags'],
  ['saved', 'date_saved'],
  ['published', 'date_published'],
  ['state', 'state'],
  ['url', 'original_url'],
  ['description', 'description'],
]);

/** The style of Omnivore's own plugin with properties enabled. */
export const DEFAULT_STYLE: NoteStyle = {
  properties: DEFAULT_NAMES,
  heading: true,
  tag: true,
  highlightsHeading: '## Highlights',
  contentHeading: '## Content',
  folder: 'Omnivore/{yyyy-MM-dd}',
  fileName: '{title}',
};

/** Matches the headings that templates use for the full text. */
const CONTENT_HEADING =
  /^(#{1,6}) (?:content|full content:?|article(?: text)?|full text|webpage|inhalt|contenido|contenu|内容|正文|全文)\s*$/i;
const HIGHLIGHTS_HEADING_LINE =
  /^(#{1,6}) (?:highlights?|高亮|划线|annotations?|markierungen)\s*$/i;
const MAX_HEADING_LENGTH = 80;

/** Returns which section a line starts; null for other lines. */
export function sectionOf(line: string): 'content' | 'highlights' | null {
  if (!line.startsWith('#') || line.length > MAX_HEADING_LENGTH) return null;
  if (CONTENT_HEADING.test(line)) return 'content';
  return HIGHLIGHTS_HEADING_LINE.test(line) ? 'highlights' : null;
}

/** Counts the styles of notes. */
export class StyleVotes {
  readonly #names = new Map<StyledConcept, Votes>();
  readonly #order = new Map<StyledConcept, number>();
  readonly #headings = { content: new Votes(), highlights: new Votes() };
  readonly #folders = new Votes();
  readonly #fileNames = new Votes();
  #notes = 0;
  #headed = 0;
  #tagged = 0;

  /** Adds a note with one article. */
  add(path: string, note: Note, article: Article): void {
    this.#notes++;
    for (const [concept, { key, place }] of conceptsOf(article)) {
      votesOf(this.#names, concept).add(key);
      this.#order.set(concept, (this.#order.get(concept) ?? 0) + place);
    }
    const header = note.text.slice(article.header.from, article.header.to);
    if (/(?:^|\n)# /.test(header)) this.#headed++;
    if (/(?:^|\n)#Omnivore\b/.test(header)) this.#tagged++;
    for (const { from, to } of linesOf(note.text)) {
      if (from < note.bodyFrom || note.text.charAt(from) !== '#') continue;
      const line = note.text.slice(from, Math.min(to, from + MAX_HEADING_LENGTH + 1)).trimEnd();
      const section = sectionOf(line);
      if (section) this.#headings[section].add(line);
    }
    const at = path.lastIndexOf('/');
    this.#folders.add(folderPattern(path.slice(0, Math.max(at, 0))));
    this.#fileNames.add(namePattern(path.slice(at + 1)));
  }

  /** Returns the most frequent style. Uses the fallback for everything that no note shows. */
  style(fallback: NoteStyle = DEFAULT_STYLE): NoteStyle {
    if (this.#notes === 0) return fallback;
    const half = this.#notes / 2;
    const learned = [...this.#names]
      .filter(([, votes]) => votes.count >= half)
      .map(([concept, votes]) => [concept, votes.best('')] as const)
      .sort(([a], [b]) => this.#place(a) - this.#place(b));
    const heading = this.#headed >= half;
    const names = new Map<StyledConcept, string>([['id', 'id'], ...learned]);
    for (const [concept, name] of fallback.properties) {
      const isTaken = [...names.values()].includes(name);
      const isRepeated = concept === 'title' && heading;
      const own = this.#names.get(concept)?.best('') ?? name;
      if (!names.has(concept) && !isTaken && !isRepeated) names.set(concept, own);
    }
    return {
      properties: names,
      heading: heading || !names.has('title'),
      tag: this.#tagged >= half,
      highlightsHeading: this.#headings.highlights.best(fallback.highlightsHeading),
      contentHeading: this.#headings.content.best(fallback.contentHeading),
      folder: this.#folders.best(fallback.folder),
      fileName: this.#fileNames.best(fallback.fileName),
    };
  }

  #place(concept: StyledConcept): number {
    return (this.#order.get(concept) ?? 0) / (this.#names.get(concept)?.count ?? 1);
  }
}

/** Counts names. */
class Votes {
  readonly #counts = new Map<string, number>();
  count = 0;

  add(name: string): void {
    this.count++;
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  /**
   * Returns the name with the most votes. In a tie, the first one wins. Without votes, returns the
   * fallback.
   */
  best(fallback: string): string {
    let [best, most] = [fallback, 0];
    for (const [name, count] of this.#counts) if (count > most) [best, most] = [name, count];
    return best;
  }
}

function votesOf(all: Map<StyledConcept, Votes>, concept: StyledConcept): Votes {
  const votes = all.get(concept) ?? new Votes();
  all.set(concept, votes);
  return votes;
}

/** Returns the first property of each concept, with its position. */
function conceptsOf({
  fields,
  properties,
}: Article): ReadonlyMap<StyledConcept, { readonly key: string; readonly place: number }> {
  const found = new Map<StyledConcept, { key: string; place: number }>();
  for (const { concept, property } of fields) {
    if (!isStyled(concept) || found.has(concept)) continue;
    // One property can match both `url` and `omnivoreUrl`.
    if ([...found.values()].some(({ key }) => key === property.key)) continue;
    found.set(concept, { key: property.key, place: properties.indexOf(property) });
  }
  const description = properties.findIndex(({ key }) => key.toLowerCase() === 'description');
  const { key = '' } = properties[description] ?? {};
  if (description >= 0) found.set('description', { key, place: description });
  return found;
}

function isStyled(concept: Concept): concept is Exclude<StyledConcept, 'description'> {
  return concept !== 'source' && concept !== 'read' && concept !== 'archived';
}

/** The date formats in folder names, the longest first. */
const DATES: readonly (readonly [RegExp, string])[] = [
  [/^(?:19|20)\d\d-[01]\d-[0-3]\d$/, '{yyyy-MM-dd}'],
  [/^(?:19|20)\d\d\.[01]\d\.[0-3]\d$/, '{yyyy.MM.dd}'],
  [/^(?:19|20)\d\d[01]\d[0-3]\d$/, '{yyyyMMdd}'],
  [/^(?:19|20)\d\d-[01]\d$/, '{yyyy-MM}'],
  [/^(?:19|20)\d\d$/, '{yyyy}'],
];

function folderPattern(folder: string): string {
  const names = folder.split('/');
  return names
    .map((name) => DATES.find(([shape]) => shape.test(name))?.[1] ?? name.replace(/[{}]/g, ''))
    .join('/');
}

function namePattern(name: string): string {
  const [, date = ''] = /^([\d.-]{6,10})[ _-]./.exec(name) ?? [];
  const isShort = /^\d\d[01]\d[0-3]\d$/.test(date);
  const pattern = isShort ? '{yyMMdd}' : DATES.find(([shape]) => shape.test(date))?.[1];
  return pattern ? `${pattern}${name.charAt(date.length)}{title}` : '{title}';
}

/**
 * Replaces the dates and the title in a pattern for a folder or a file name. `day` is `yyyy-MM-dd`.
 */
export function fillPattern(pattern: string, day: string, title: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return pattern.replace(/\{([^{}]*)\}/g, (_match, inner: string) =>
    inner === 'title'
      ? title
      : inner
          .replace('yyyy', year)
          .replace('yy', year.slice(2))
          .replace('MM', month)
          .replace('dd', date),
  );
}
