import type { ExportedArticle } from '../export/metadata';
import { parseNote, type Note } from '../markdown/note';
import type { YamlParser } from '../markdown/front-matter/yaml';
import type { Article } from '../omnivore/article';
import { originalOf, slugOf } from '../omnivore/links';
import { fieldsOf } from '../omnivore/property-names';
import { detectSteps, type Detection, type DetectOptions } from '../omnivore/detect';
import { urlKey } from '../omnivore/url-key';
import type { NoteStore } from '../runs/note-store';
import { failureOf } from '../runs/error-message';
import { inSteps } from '../runs/in-steps';
import type { Steps } from '../text/steps';
import { keysOfArticle, type ExportIndex } from './article-keys';
import { StyleVotes, type NoteStyle } from './note-style';

/** Options for reading notes. */
export interface VaultNoteReading {
  readonly parseYaml: YamlParser;
  readonly detect: DetectOptions;
}

/** An article that both a note and the export have. */
interface MatchedArticle {
  readonly article: Article;
  readonly exported: ExportedArticle;
}

/** A note that could not be read, and the reason. */
interface UnreadNote {
  readonly path: string;
  readonly error: string;
}

/** What an import needs of a vault's notes. */
export interface VaultNotes {
  /** Paths of notes with articles that the export has, in order. */
  readonly matched: readonly string[];
  /** Articles of the export that have a note. */
  readonly found: ReadonlySet<ExportedArticle>;
  /**
   * IDs, slugs and URLs in properties of notes that Omnivore did not save, with the path of the
   * note.
   */
  readonly others: ReadonlyMap<string, string>;
  readonly style: NoteStyle;
  readonly unread: readonly UnreadNote[];
}

/** A note with its articles. */
export interface MatchedNote {
  readonly note: Note;
  readonly detection: Detection;
  readonly matched: readonly MatchedArticle[];
}

/** Parses a note, and finds its articles in the export, in steps. */
export function* matchNote(
  text: string,
  path: string,
  index: ExportIndex,
  reading: VaultNoteReading,
): Steps<MatchedNote> {
  const note = parseNote(text, reading.parseYaml);
  const detection = yield* detectSteps(note, path, reading.detect);
  const articles = detection.kind === 'saved' ? detection.articles : [];
  const matched: MatchedArticle[] = [];
  for (const article of articles) {
    const exported = index.find(keysOfArticle(article));
    if (exported) matched.push({ article, exported });
  }
  return { note, detection, matched };
}

/**
 * Reads all notes once, to find out which articles have a note, and which style notes have. Calls
 * `progress` for each note.
 */
export async function readVaultNotes(
  paths: Iterable<string>,
  store: Pick<NoteStore, 'read' | 'yieldToEventLoop'>,
  index: ExportIndex,
  reading: VaultNoteReading,
  fallback: NoteStyle,
  progress: () => void = () => undefined,
): Promise<VaultNotes> {
  const matched: string[] = [];
  const found = new Set<ExportedArticle>();
  const others = new Map<string, string>();
  const unread: UnreadNote[] = [];
  const votes = new StyleVotes();
  for (const path of paths) {
    progress();
    try {
      const { text } = await store.read(path);
      const read = await inSteps(store, matchNote(text, path, index, reading));
      if (read.detection.kind === 'saved') {
        const [article] = read.detection.articles;
        if (read.detection.template.layout === 'page' && article)
          votes.add(path, read.note, article);
      } else for (const key of otherKeys(read.note, reading)) others.set(key, path);
      if (read.matched.length > 0) matched.push(path);
      for (const { exported } of read.matched) found.add(exported);
    } catch (error) {
      unread.push({ path, error: failureOf(error) });
    }
  }
  return { matched, found, others, style: votes.style(fallback), unread };
}

/**
 * Returns the keys of an article in the properties of a note by another program, such as Obsidian's
 * Web Clipper.
 */
function otherKeys(
  { frontMatter }: Note,
  { detect: { names } }: VaultNoteReading,
): readonly string[] {
  const keys: string[] = [];
  for (const { concept, property } of fieldsOf(frontMatter?.records[0] ?? [], names)) {
    const { value } = property;
    if (typeof value !== 'string') continue;
    const text = value.trim();
    if (concept === 'id') keys.push(text);
    const key =
      concept === 'id' ? null : (slugOf(text) ?? (originalOf(text) ? urlKey(text) : null));
    if (key !== null) keys.push(key);
  }
  return keys;
}
