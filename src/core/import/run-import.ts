import type { OmnivoreExport } from '../export/open-export';
import { pdfOf } from '../export/open-export';
import { UnreadableFile } from '../export/problem';
import type { FileStore } from '../runs/file-store';
import type { OpenJournal } from '../runs/journal';
import type { NoteStore } from '../runs/note-store';
import { failureOf } from '../runs/error-message';
import { writeNotes } from '../runs/write-notes';
import { hash, hashBytes } from '../text/hash';
import type { Addition } from './addition';
import type { ImportItem, ImportLeft, NewPdf, NoteToComplete, NoteToCreate } from './import-item';
import { planImport, type ImportOptions } from './plan-import';

/** What an import did with a note. */
export type ImportOutcome =
  | { readonly kind: 'completed'; readonly path: string; readonly additions: readonly Addition[] }
  /** A note or a PDF that was made. */
  | { readonly kind: 'created'; readonly path: string }
  | ({ readonly kind: 'left' } & ImportLeft)
  | { readonly kind: 'failed'; readonly path: string; readonly error: string }
  | { readonly kind: 'fine'; readonly path: string };

/** What an import works on. */
export interface ImportTarget {
  /** The notes to look at. */
  readonly notes: readonly string[];
  readonly store: NoteStore;
  readonly files: FileStore;
}

/** What the user chose in a preview; without it, everything is done. */
export interface ImportChoice {
  /** Fingerprints of the notes that are to be completed, as they were shown. */
  readonly complete: ReadonlyMap<string, string>;
  /** Paths of the notes that are to be made. */
  readonly create: ReadonlySet<string>;
}

/** So many items share one journal write. */
const ITEMS_AT_ONCE = 16;
/** And no more text or bytes of PDFs than this are held for it. */
const HELD_AT_ONCE = 4_000_000;

type ToDo = NoteToComplete | NoteToCreate;

/**
 * Completes notes and makes new ones, and says what became of each. What leads back is in the journal before anything is written. The
 * consumer cancels by asking for no more. A failed journal write ends the import before the notes of its batch are written.
 */
export async function* runImport(
  library: OmnivoreExport,
  { notes, store, files }: ImportTarget,
  options: ImportOptions,
  journal: OpenJournal,
  choice: ImportChoice | null = null,
): AsyncGenerator<ImportOutcome> {
  let batch: ToDo[] = [];
  let held = 0;
  const vault = { notes, files: await files.list(), store };
  for await (const item of planImport(library, vault, options)) {
    const wanted = choice ? chosen(item, choice) : item;
    if (wanted.kind !== 'complete' && wanted.kind !== 'create') {
      yield wanted;
      continue;
    }
    batch.push(wanted);
    held += sizeOf(wanted);
    if (batch.length < ITEMS_AT_ONCE && held < HELD_AT_ONCE) continue;
    yield* write(batch, store, files, journal);
    [batch, held] = [[], 0];
  }
  yield* write(batch, store, files, journal);
}

/** What is done of an item that the user saw, and may have unchecked. */
function chosen(item: ImportItem, { complete, create }: ImportChoice): ImportItem {
  const { kind, path } = item;
  if (kind === 'create') return create.has(path) ? item : { kind: 'fine', path };
  if (kind !== 'complete') return item;
  const seen = complete.get(path);
  if (seen === undefined) return { kind: 'fine', path };
  if (seen === hash(item.text)) return item;
  return { kind: 'left', path, addition: null, reason: 'changed-after-preview', was: '' };
}

function sizeOf({ text, pdfs }: ToDo): number {
  return pdfs.reduce((sum, { file }) => sum + file.size, text.length);
}

interface NewFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** New files come first: a note that links to a PDF is written when that is there. */
async function* write(
  batch: readonly ToDo[],
  store: NoteStore,
  files: FileStore,
  journal: OpenJournal,
): AsyncGenerator<ImportOutcome> {
  const failed = new Set<ToDo>();
  const news: NewFile[] = [];
  for (const item of batch) {
    try {
      for (const pdf of item.pdfs) news.push({ path: pdf.path, bytes: await bytesOf(pdf) });
      if (item.kind === 'create') news.push({ path: item.path, bytes: UTF8.encode(item.text) });
    } catch (error) {
      failed.add(item);
      const reason = error instanceof UnreadableFile ? error.problem : 'damaged';
      yield {
        kind: 'left',
        path: item.path,
        addition: 'pdf',
        reason,
        was: item.pdfs[0]?.file.name ?? '',
      };
    }
  }
  yield* createFiles(news, files, journal);
  const changes = batch
    .filter((item) => item.kind === 'complete')
    .filter((item) => !failed.has(item))
    .map((item) => ({ ...item, before: item.text }));
  for await (const [{ path, additions }, written] of writeNotes(changes, store, journal)) {
    if (written === 'replaced') yield { kind: 'completed', path, additions };
    else if (typeof written === 'string') {
      yield { kind: 'left', path, addition: null, reason: written, was: '' };
    } else yield { kind: 'failed', path, error: written.error };
  }
}

const UTF8 = new TextEncoder();

function bytesOf({ file }: NewPdf): Promise<Uint8Array> {
  return pdfOf(file);
}

async function* createFiles(
  news: readonly NewFile[],
  store: FileStore,
  journal: OpenJournal,
): AsyncGenerator<ImportOutcome> {
  if (news.length === 0) return;
  const folders = new Set<string>();
  for (const { path } of news) {
    for (const folder of await store.missingFolders(path)) folders.add(folder);
  }
  const files = news.map(({ path, bytes }) => ({ path, hash: hashBytes(bytes) }));
  await journal.writeFiles({ files, folders: [...folders] });
  try {
    for (const { path, bytes } of news) yield await createOne(path, bytes, store);
  } finally {
    await store.flush?.();
  }
}

async function createOne(
  path: string,
  bytes: Uint8Array,
  store: FileStore,
): Promise<ImportOutcome> {
  try {
    const made = await store.create(path, bytes);
    if (made === 'created') return { kind: 'created', path };
    return { kind: 'left', path, addition: null, reason: 'exists', was: '' };
  } catch (error) {
    return { kind: 'failed', path, error: failureOf(error) };
  }
}
