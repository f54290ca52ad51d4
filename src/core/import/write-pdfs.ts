import { pdfOf } from '../export/open-export';
import { UnreadableFile, type FileProblem } from '../export/problem';
import type { FileStore } from '../runs/file-store';
import type { OpenJournal } from '../runs/journal';
import { hash, hashBytes } from '../text/hash';
import { createImportedFile, recordFiles, type NewFile } from './create-files';
import type { NotImported, ImportOutcome, NewPdf, NoteToWrite } from './import-item';

/** The PDFs that were written. */
export interface WrittenPdfs {
  /** Those whose note is not written yet, by path. */
  readonly unused: Map<string, NoteToWrite>;
  /** The folders that were created for them. */
  readonly folders: Set<string>;
}

/** Marks the PDFs of a note as used, because it was written. Returns what to report for them. */
export function usePdfs(note: NoteToWrite, { unused }: WrittenPdfs): readonly ImportOutcome[] {
  return note.pdfs.map(({ path }) => {
    unused.delete(path);
    return { kind: 'created', path };
  });
}

interface Prepared {
  /** The notes without links to PDFs that could not be written. */
  readonly notes: readonly NoteToWrite[];
  readonly problems: readonly ImportOutcome[];
}

/**
 * Creates the PDFs of notes, and remembers them as unused. Returns the notes as they can be written now.
 */
export async function createPdfs(
  batch: readonly NoteToWrite[],
  files: FileStore,
  journal: OpenJournal,
  { unused, folders }: WrittenPdfs,
): Promise<Prepared> {
  const problems: ImportOutcome[] = [];
  const failed = new Set<NewPdf>();
  const read: { readonly note: NoteToWrite; readonly pdf: NewPdf; readonly file: NewFile }[] = [];
  const report = (pdf: NewPdf, problem: ImportOutcome): void => {
    failed.add(pdf);
    problems.push(problem);
  };
  for (const note of batch) {
    for (const pdf of note.pdfs) {
      const bytes = await readPdf(pdf);
      if (bytes instanceof Uint8Array) read.push({ note, pdf, file: { path: pdf.path, bytes } });
      else report(pdf, skippedPdf(note, pdf, bytes));
    }
  }
  const newFolders = await recordFiles(
    read.map(({ file }) => file),
    files,
    journal,
  );
  for (const folder of newFolders) folders.add(folder);
  for (const { note, pdf, file } of read) {
    const outcome = await createImportedFile(file, files);
    if (outcome.kind === 'created') unused.set(pdf.path, note);
    else report(pdf, outcome.kind === 'skipped' ? skippedPdf(note, pdf, outcome.reason) : outcome);
  }
  const notes = batch.flatMap((note) => withoutFailed(note, failed) ?? []);
  for (const note of notes) for (const { path } of note.pdfs) unused.set(path, note);
  return { notes, problems };
}

/** Returns the bytes of a PDF, or why it can't be read. */
async function readPdf({ file }: NewPdf): Promise<Uint8Array | FileProblem> {
  try {
    return await pdfOf(file);
  } catch (error) {
    return error instanceof UnreadableFile ? error.problem : 'damaged';
  }
}

function skippedPdf(
  { path }: NoteToWrite,
  { file }: NewPdf,
  reason: NotImported['reason'],
): ImportOutcome {
  return { kind: 'skipped', path, addition: 'pdf', reason, was: file.name };
}

/** Returns the note without links to these PDFs; null if nothing is left to write. */
function withoutFailed(note: NoteToWrite, failed: ReadonlySet<NewPdf>): NoteToWrite | null {
  const keys = new Set(note.pdfs.filter((pdf) => failed.has(pdf)).map(({ key }) => key));
  if (keys.size === 0) return note;
  return note.kind === 'create' ? note.withoutPdf() : note.select((key) => !keys.has(key));
}

/** Removes the PDFs whose note was not written, and the folders that were created for them. */
export async function discardUnused(
  { unused, folders }: WrittenPdfs,
  files: FileStore,
): Promise<void> {
  for (const [path, note] of unused) {
    // A write that failed may have reached the disk nevertheless. Undo can remove what stays.
    const isUsed = await hasNewText(note, files).catch(() => true);
    if (!isUsed) await (files.discard ?? files.trash)(path).catch(() => undefined);
  }
  if (unused.size > 0) await files.removeEmpty([...folders].reverse()).catch(() => undefined);
}

async function hasNewText(note: NoteToWrite, files: FileStore): Promise<boolean> {
  const bytes = await files.read(note.path);
  const text = note.kind === 'create' ? note.text : note.after;
  return bytes !== null && hashBytes(bytes) === hash(text);
}
