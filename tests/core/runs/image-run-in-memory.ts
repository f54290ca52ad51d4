import { parse } from 'yaml';
import type { Fetcher, ImageAnswer } from '../../../src/core/images/fetcher';
import { relativeLink } from '../../../src/core/images/rewrite';
import { DETECT_DEFAULTS } from '../../../src/core/omnivore/detect';
import type { FileStore } from '../../../src/core/runs/file-store';
import { imageRun, type ImageRun, type ImageRunOutcome } from '../../../src/core/runs/image-run';
import { readRun } from '../../../src/core/runs/read-journal';
import { openJournal } from '../../../src/core/runs/journal';
import { undoWholeRun } from '../../../src/core/runs/undo-run';
import { wantedImages } from '../../../src/core/runs/wanted-images';
import { png } from '../images/pictures';
import { ID, noteOf, ORIGINAL, READ } from '../omnivore/note-of';
import { journalInMemory, notesInMemory } from './stores';

export const HOST = 'https://img.example.org';
export const READER = {
  parseYaml: (source: string) => parse(source) as unknown,
  detect: DETECT_DEFAULTS,
};

/** A saved article with images of these names. */
export function article(...names: readonly string[]): string {
  const images = names.map((name) => `![${name}](${HOST}/${name}.png)`);
  return noteOf(ID, `${READ}\n${ORIGINAL}\n\n${images.join('\n')}`);
}

/** Files in memory; `full` after so many. */
function filesInMemory(room = Infinity) {
  const files = new Map<string, Uint8Array>();
  const trashed: string[] = [];
  const store: FileStore = {
    list: () => Promise.resolve([...files.keys()]),
    read: (path) => Promise.resolve(files.get(path) ?? null),
    missingFolders: () => Promise.resolve(files.size === 0 ? ['files'] : []),
    create(path, bytes) {
      if (files.has(path)) return Promise.resolve('exists');
      if (files.size >= room) return Promise.reject(new Error('The disk is full.'));
      files.set(path, bytes);
      return Promise.resolve('created');
    },
    discard: (path) => Promise.resolve(void files.delete(path)),
    trash(path) {
      files.delete(path);
      trashed.push(path);
      return Promise.resolve();
    },
    removeEmpty: () => Promise.resolve(),
  };
  return { files, store, trashed };
}

/** The picture of a URL; each differs. */
export function pictureOf(url: string): Uint8Array {
  let seed = 0;
  for (const sign of url) seed = (Math.imul(seed, 31) + sign.charCodeAt(0)) | 0;
  return png(30, 30, seed >>> 0);
}

/** The server's answer with an image. */
export function answer(bytes: Uint8Array): ImageAnswer {
  return { kind: 'answer', status: 200, bytes, retryAfterMs: null };
}

interface Given {
  readonly notes: Map<string, string | null>;
  readonly serve?: (url: string, referer: string | null) => ImageAnswer;
  readonly room?: number;
  readonly change?: Partial<ImageRun>;
}

/** A run over notes in memory, ready to go. */
export async function prepared({ notes, serve, room, change }: Given) {
  const lines = new Map<string, string>();
  const journals = journalInMemory(lines);
  const journal = openJournal(journals, new Date(0), 'ab12', [], 'images');
  const disk = filesInMemory(room);
  const store = notesInMemory(notes);
  const asked: string[] = [];
  const fetcher: Fetcher = {
    fetch({ url, referer }) {
      asked.push(url);
      return Promise.resolve((serve ?? ((at) => answer(pictureOf(at))))(url, referer));
    },
  };
  const wanted = await wantedImages([...notes.keys()], store, READER);
  const run: ImageRun = {
    ...{ store, reader: READER, journal, fetcher, archive: null, known: new Map() },
    files: disk.store,
    place: {
      pathFor: (name) => Promise.resolve(`files/${name}`),
      linkTo: (path, note) => relativeLink(note, path),
    },
    sleep: () => Promise.resolve(),
    signal: new AbortController().signal,
    onImage: () => undefined,
    onNote: () => undefined,
    ...change,
  };
  const outcomes: ImageRunOutcome[] = [];
  const go = async (): Promise<readonly ImageRunOutcome[]> => {
    for await (const outcome of imageRun(wanted, run)) outcomes.push(outcome);
    return outcomes;
  };
  const undo = async (): Promise<readonly string[]> => {
    const record = await readRun(journals, journal.run);
    const undone: string[] = [];
    if (record)
      for await (const { kind } of undoWholeRun(journals, record, store, disk.store))
        undone.push(kind);
    return undone;
  };
  return { go, undo, disk, asked, lines, journals, wanted, store, run };
}
