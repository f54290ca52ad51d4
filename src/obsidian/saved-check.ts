import { parseYaml, type TFile } from 'obsidian';
import { parseNote } from '../core/markdown/note';
import type { Article } from '../core/omnivore/article';
import { detect, type Detection } from '../core/omnivore/detect';
import { detectOptionsFrom, type Settings } from '../core/settings/settings';
import { copyString } from '../core/text/copy-string';

/** Finds the articles of notes. A text is read once until the file or the settings change. */
export interface SavedCheck {
  /** Returns the articles of a note, or an empty list. */
  readonly articles: (file: TFile, text: () => string) => readonly NoteArticle[];
  /** Returns whether a note has articles, or null if it was not read yet. */
  readonly cachedAnswer: (file: TFile) => boolean | null;
}

/** An article's original URL, and its range in the text. */
export type NoteArticle = Pick<Article, 'url' | 'body'>;

interface CachedArticles {
  readonly mtime: number;
  readonly path: string;
  readonly settings: Settings;
  readonly articles: readonly NoteArticle[];
}

/**
 * Caches results, because the command palette checks every command each time it opens, and a note may have 10
 * MB.
 */
export function savedCheck(settings: () => Settings): SavedCheck {
  const cache = new WeakMap<TFile, CachedArticles>();
  const cachedFor = (file: TFile): CachedArticles | null => {
    const answer = cache.get(file);
    const isCurrent =
      answer?.mtime === file.stat.mtime &&
      answer.path === file.path &&
      answer.settings === settings();
    return answer && isCurrent ? answer : null;
  };
  const articles: SavedCheck['articles'] = (file, text) => {
    const before = cachedFor(file);
    if (before) return before.articles;
    const detection = detectSaved(text(), file.path, settings());
    const all = detection.kind === 'saved' ? detection.articles : [];
    const { path, stat } = file;
    const found = all.map(({ url, body }) => ({ url: url && copyString(url), body }));
    cache.set(file, { mtime: stat.mtime, path, settings: settings(), articles: found });
    return found;
  };
  return {
    cachedAnswer: (file) => {
      const answer = cachedFor(file);
      return answer && answer.articles.length > 0;
    },
    articles,
  };
}

/** Detects whether a text is a saved article, and by which signal. */
export function detectSaved(text: string, path: string, settings: Settings): Detection {
  return detect(parseNote(text, parseYaml), path, detectOptionsFrom(settings));
}
