import { parseYaml, type TFile } from 'obsidian';
import { parseNote } from '../core/markdown/note';
import type { Article } from '../core/omnivore/article';
import { detectSteps, type Detection } from '../core/omnivore/detect';
import { detectOptionsFrom, type Settings } from '../core/settings/settings';
import { copyString } from '../core/text/copy-string';
import { atOnce, STEP_LENGTH, withPauses, type Steps } from '../core/text/steps';
import { createYielder } from './article-cache/yielder';
import type { OpenNote } from './open-note';

/** Finds the articles of open notes. A text is read once until it or the settings change. */
export interface SavedCheck {
  /** Returns the articles of a note, or an empty list. */
  readonly articles: (open: ShownNote) => readonly NoteArticle[];
  /**
   * Works like `articles`, but never blocks the page: a long note is read in the background. Until it is read, returns the
   * articles that were found before its last change.
   */
  readonly articlesSoFar: (open: ShownNote) => readonly NoteArticle[];
  /** Returns whether a note has articles, or null if it was not read yet. */
  readonly cachedAnswer: (file: TFile) => boolean | null;
}

type ShownNote = Pick<OpenNote, 'file' | 'text' | 'length'>;

/** An article's ID, its original URL, and its range in the text. */
export type NoteArticle = Pick<Article, 'id' | 'url' | 'body'>;

/** What the answer for a file depends on. */
interface FileState {
  readonly mtime: number;
  readonly path: string;
  readonly settings: Settings;
}

/** The length shows that the editor got the text of a changed file, which may be later than the file has its new time. */
interface TextState extends FileState {
  readonly length: number;
}

interface CachedArticles extends TextState {
  readonly articles: readonly NoteArticle[];
}

/**
 * Caches results, because the command palette checks every command each time it opens, and a note may have 10
 * MB.
 */
export function savedCheck(settings: () => Settings): SavedCheck {
  const cache = new WeakMap<TFile, CachedArticles>();
  const beingRead = new WeakMap<TFile, TextState>();
  const fileState = ({ path, stat }: TFile): FileState => ({
    ...{ path, mtime: stat.mtime, settings: settings() },
  });
  const stateOf = ({ file, length }: ShownNote): TextState => ({
    ...fileState(file),
    length: length(),
  });
  const cachedFor = (open: ShownNote): CachedArticles | null => {
    const answer = cache.get(open.file);
    return answer && isUnchangedText(answer, stateOf(open)) ? answer : null;
  };
  const readInBackground = async (open: ShownNote): Promise<void> => {
    const { file, text } = open;
    const state = stateOf(open);
    beingRead.set(file, state);
    try {
      const detection = await withPauses(savedSteps(text(), state), createYielder());
      if (isUnchangedText(state, stateOf(open)))
        cache.set(file, { ...state, ...articlesOf(detection) });
    } finally {
      if (beingRead.get(file) === state) beingRead.delete(file);
    }
  };
  const articles: SavedCheck['articles'] = (open) => {
    const before = cachedFor(open);
    if (before) return before.articles;
    const state = stateOf(open);
    const found = articlesOf(atOnce(savedSteps(open.text(), state)));
    cache.set(open.file, { ...state, ...found });
    return found.articles;
  };
  return {
    articles,
    articlesSoFar(open) {
      const { file } = open;
      if (!isLongFile(file) || cachedFor(open)) return articles(open);
      const reading = beingRead.get(file);
      if (!reading || !isUnchangedText(reading, stateOf(open))) void readInBackground(open);
      return cache.get(file)?.articles ?? [];
    },
    cachedAnswer(file) {
      const answer = cache.get(file);
      return answer && isUnchanged(answer, fileState(file)) ? answer.articles.length > 0 : null;
    },
  };
}

/** Returns whether reading a file would block the page. */
export function isLongFile({ stat }: TFile): boolean {
  return stat.size > STEP_LENGTH;
}

function isUnchangedText(a: TextState, b: TextState): boolean {
  return a.length === b.length && isUnchanged(a, b);
}

function isUnchanged(a: FileState, b: FileState): boolean {
  return a.mtime === b.mtime && a.path === b.path && a.settings === b.settings;
}

function articlesOf(detection: Detection): Pick<CachedArticles, 'articles'> {
  const all = detection.kind === 'saved' ? detection.articles : [];
  const articles = all.map(({ id, url, body }) => {
    return { id: id && copyString(id), url: url && copyString(url), body };
  });
  return { articles };
}

/** Detects whether a text is a saved article, and by which signal, in steps. */
export function savedSteps(
  text: string,
  { path, settings }: Pick<FileState, 'path' | 'settings'>,
): Steps<Detection> {
  return detectSteps(parseNote(text, parseYaml), path, detectOptionsFrom(settings));
}
