import { parseYaml, type TFile } from 'obsidian';
import { readNote } from '../note/note';
import type { Article } from '../omnivore/article';
import { recognise, type Detection } from '../omnivore/recognise';
import { recogniseFrom, type Settings } from '../settings';
import { detached } from '../text/detached';

/** Answers whether notes are saved articles; reads each text once for as long as neither the file nor the settings change. */
export interface SavedCheck {
  readonly isSaved: (file: TFile, text: () => string) => boolean;
  /** The first article of a note; null where it is none. */
  readonly article: (file: TFile, text: () => string) => Pick<Article, 'url'> | null;
  /** What is known without reading; null where nothing is. */
  readonly known: (file: TFile) => boolean | null;
}

interface Answer {
  readonly mtime: number;
  readonly path: string;
  readonly settings: Settings;
  readonly article: Pick<Article, 'url'> | null;
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
  const article: SavedCheck['article'] = (file, text) => {
    const before = known(file);
    if (before) return before.article;
    const detection = detect(text(), file.path, settings());
    const [first = null] = detection.kind === 'saved' ? detection.articles : [];
    const { path, stat } = file;
    const found = first && { url: first.url && detached(first.url) };
    answers.set(file, { mtime: stat.mtime, path, settings: settings(), article: found });
    return found;
  };
  return {
    known: (file) => {
      const answer = known(file);
      return answer && answer.article !== null;
    },
    isSaved: (file, text) => article(file, text) !== null,
    article,
  };
}

/** Whether a text is a saved article, and by what mark. */
export function detect(text: string, path: string, settings: Settings): Detection {
  return recognise(readNote(text, parseYaml), path, recogniseFrom(settings));
}
