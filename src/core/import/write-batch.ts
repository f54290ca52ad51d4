import type { FileStore } from '../runs/file-store';
import type { OpenJournal } from '../runs/journal';
import type { NoteStore } from '../runs/note-store';
import { writeNotes } from '../runs/write-notes';
import { createImportedFile, recordFiles } from './create-files';
import type { ImportOutcome, NoteToComplete, NoteToCreate, NoteToWrite } from './import-item';
import { createPdfs, discardUnused, usePdfs, type WrittenPdfs } from './write-pdfs';
import { encodeUtf8 } from '../text/utf8';

/** What an import reads and writes. */
export interface ImportTarget {
  /** The notes to read. */
  readonly notes: readonly string[];
  readonly store: NoteStore;
  readonly files: FileStore;
}

/**
 * Writes notes and their PDFs. PDFs come first, and a note links only to those that were written. A
 * PDF whose note was not written is removed again, also if the consumer cancels. Rejects before it
 * writes any note if the journal can't be written.
 */
export async function* writeImportBatch(
  batch: readonly NoteToWrite[],
  { store, files }: Pick<ImportTarget, 'store' | 'files'>,
  journal: OpenJournal,
): AsyncGenerator<ImportOutcome> {
  const pdfs: WrittenPdfs = { unused: new Map(), folders: new Set() };
  try {
    const { notes, problems } = await createPdfs(batch, files, journal, pdfs);
    yield* problems;
    const complete = notes.filter((note) => note.kind === 'complete');
    for await (const [note, outcome] of completeNotes(complete, store, journal)) {
      const used = outcome.kind === 'completed' ? usePdfs(note, pdfs) : [];
      yield outcome;
      yield* used;
    }
    const create = notes.filter((note) => note.kind === 'create');
    for await (const [note, outcome] of createNotes(create, files, journal)) {
      const used = outcome.kind === 'created' ? usePdfs(note, pdfs) : [];
      yield outcome;
      yield* used;
    }
  } finally {
    await discardUnused(pdfs, files);
    await files.flush?.();
  }
}

async function* createNotes(
  notes: readonly NoteToCreate[],
  files: FileStore,
  journal: OpenJournal,
): AsyncGenerator<readonly [NoteToCreate, ImportOutcome]> {
  const newFiles = notes.map(({ path, text }) => ({ path, bytes: encodeUtf8(text) }));
  await recordFiles(newFiles, files, journal);
  for (const [i, note] of notes.entries()) {
    const file = newFiles[i];
    if (file) yield [note, await createImportedFile(file, files)];
  }
}

async function* completeNotes(
  notes: readonly NoteToComplete[],
  store: NoteStore,
  journal: OpenJournal,
): AsyncGenerator<readonly [NoteToComplete, ImportOutcome]> {
  const changes = notes.map((note) => ({ ...note, before: note.text, note }));
  for await (const [{ path, note, additions }, written] of writeNotes(changes, store, journal)) {
    if (written === 'replaced') yield [note, { kind: 'completed', path, additions }];
    else if (typeof written === 'string') {
      yield [note, { kind: 'skipped', path, addition: null, reason: written, was: '' }];
    } else yield [note, { kind: 'failed', path, error: written.error }];
  }
}
