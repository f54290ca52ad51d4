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
  /** A note or PDF that was created. */
  | { readonly kind: 'created'; readonly path: string }
  | ({ readonly kind: 'left' } & ImportLeft)
  | { readonly kind: 'failed'; readonly path: string; readonly error: string }
  | { readonly kind: 'fine'; readonly path: string };

/** What an import reads and writes. */
export interface ImportTarget {
  /** The notes to read. */
  readonly notes: readonly string[];
  readonly store: NoteStore;
  readonly files: FileStore;
}

/** The user's choice in a preview. Without it, everything is imported. */
export interface ImportChoice {
  /** Hashes of the notes to complete, as the preview showed them, by path. */
  readonly complete: ReadonlyMap<string, string>;
  /** Paths of the notes to create. */
  readonly create: ReadonlySet<string>;
}

/** How many items share one journal write. */
const ITEMS_AT_ONCE = 16;
/** How much text and PDF data is collected for one journal write, in code units and bytes. */
const MAX_BATCH_SIZE = 4_000_000;

type ToDo = NoteToComplete | NoteToCreate;

/**
 * Completes notes, creates new ones, and reports the outcome for each. Writes the undo data to the
 * journal before anything else. If that fails, it rejects before it writes any note of the batch.
 * The consumer cancels by not asking for more.
 */
export async function* runImport(
  library: OmnivoreExport,
  { notes, store, files }: ImportTarget,
  options: ImportOptions,
  journal: OpenJournal,
  choice: ImportChoice | null = null,
): AsyncGenerator<ImportOutcome> {
  let batch: ToDo[] = [];
  let batchSize = 0;
  const vault = { notes, files: await files.list(), store };
  for await (const item of planImport(library, vault, options)) {
    const selected = choice ? chosen(item, choice) : item;
    if (selected.kind !== 'complete' && selected.kind !== 'create') {
      yield selected;
      continue;
    }
    batch.push(selected);
    batchSize += sizeOf(selected);
    if (batch.length < ITEMS_AT_ONCE && batchSize < MAX_BATCH_SIZE) continue;
    yield* write(batch, store, files, journal);
    [batch, batchSize] = [[], 0];
  }
  yield* write(batch, store, files, journal);
}

/** Returns the item if the user selected it and the note has not changed since the preview. */
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

/** Creates new files first, so that a note never links to a missing PDF. */
async function* write(
  batch: readonly ToDo[],
  store: NoteStore,
  files: FileStore,
  journal: OpenJournal,
): AsyncGenerator<ImportOutcome> {
  const failed = new Set<ToDo>();
  const newFiles: NewFile[] = [];
  for (const item of batch) {
    try {
      for (const pdf of item.pdfs) newFiles.push({ path: pdf.path, bytes: await bytesOf(pdf) });
      if (item.kind === 'create') newFiles.push({ path: item.path, bytes: UTF8.encode(item.text) });
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
  yield* createFiles(newFiles, files, journal);
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
  newFiles: readonly NewFile[],
  store: FileStore,
  journal: OpenJournal,
): AsyncGenerator<ImportOutcome> {
  if (newFiles.length === 0) return;
  const folders = new Set<string>();
  for (const { path } of newFiles) {
    for (const folder of await store.missingFolders(path)) folders.add(folder);
  }
  const files = newFiles.map(({ path, bytes }) => ({ path, hash: hashBytes(bytes) }));
  await journal.writeFiles({ files, folders: [...folders] });
  try {
    for (const { path, bytes } of newFiles) yield await createOne(path, bytes, store);
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
    const result = await store.create(path, bytes);
    if (result === 'created') return { kind: 'created', path };
    return { kind: 'left', path, addition: null, reason: 'exists', was: '' };
  } catch (error) {
    return { kind: 'failed', path, error: failureOf(error) };
  }
}
