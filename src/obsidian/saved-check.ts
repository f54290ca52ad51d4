import { parseYaml, type TFile } from 'obsidian';
import { parseNote } from '../core/markdown/note';
import type { Article } from '../core/omnivore/article';
import { detect, type Detection } from '../core/omnivore/detect';
import { detectOptionsFrom, type Settings } from '../core/settings/settings';
import { copyString } from '../core/text/copy-string';

/** Finds the articles of notes; reads each text once, until the file or the settings change. */
export interface SavedCheck {
  /** The articles of a note; empty where it has none. */
  readonly articles: (file: TFile, text: () => string) => readonly KnownArticle[];
  /** What is known without reading; null where nothing is. */
  readonly known: (file: TFile) => boolean | null;
}

/** An article's original URL, and its range of the text. */
export type KnownArticle = Pick<Article, 'url' | 'body'>;

interface Answer {
  readonly mtime: number;
  readonly path: string;
  readonly settings: Settings;
  readonly articles: readonly KnownArticle[];
}

/** The command palette asks for every command each time it opens, and a note may have 10 MB. */
export function savedCheck(settings: () => Settings): SavedCheck {
  const answers = new WeakMap<TFile, Answer>();
  const known = (file: TFile): Answer | null => {
    const answer = answers.get(file);
    const holds =
      answer?.mtime === file.stat.mtime &&
      answer.path === file.path &&
      answer.settings === settings();
    return answer && holds ? answer : null;
  };
  const articles: SavedCheck['articles'] = (file, text) => {
    const before = known(file);
    if (before) return before.articles;
    const detection = detectSaved(text(), file.path, settings());
    const all = detection.kind === 'saved' ? detection.articles : [];
    const { path, stat } = file;
    const found = all.map(({ url, body }) => ({ url: url && copyString(url), body }));
    answers.set(file, { mtime: stat.mtime, path, settings: settings(), articles: found });
    return found;
  };
  return {
    known: (file) => {
      const answer = known(file);
      return answer && answer.articles.length > 0;
    },
    articles,
  };
}

/** Whether a text is a saved article, and by what mark. */
export function detectSaved(text: string, path: string, settings: Settings): Detection {
  return detect(parseNote(text, parseYaml), path, detectOptionsFrom(settings));
}
