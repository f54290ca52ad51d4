import { parseYaml, type TFile } from 'obsidian';
import { readNote } from '../note/note';
import { recognise, type Detection } from '../omnivore/recognise';
import { recogniseFrom, type Settings } from '../settings';

/** Answers whether notes are saved articles; reads each text once for as long as neither the file nor the settings change. */
export interface SavedCheck {
  readonly isSaved: (file: TFile, text: () => string) => boolean;
  /** What is known without reading; null where nothing is. */
  readonly known: (file: TFile) => boolean | null;
}

interface Answer {
  readonly mtime: number;
  readonly path: string;
  readonly settings: Settings;
  readonly saved: boolean;
}

/** The command palette asks for every command each time it opens, and a note may have 10 MB. */
export function savedCheck(settings: () => Settings): SavedCheck {
  const answers = new WeakMap<TFile, Answer>();
  const known = (file: TFile): boolean | null => {
    const answer = answers.get(file);
    const holds =
      answer?.mtime === file.stat.mtime &&
      answer.path === file.path &&
      answer.settings === settings();
    return answer && holds ? answer.saved : null;
  };
  return {
    known,
    isSaved(file, text) {
      const before = known(file);
      if (before !== null) return before;
      const saved = detect(text(), file.path, settings()).kind === 'saved';
      const { path, stat } = file;
      answers.set(file, { mtime: stat.mtime, path, settings: settings(), saved });
      return saved;
    },
  };
}

/** Whether a text is a saved article, and by what mark. */
export function detect(text: string, path: string, settings: Settings): Detection {
  return recognise(readNote(text, parseYaml), path, recogniseFrom(settings));
}
