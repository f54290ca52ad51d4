import type { ExportFile } from '../export/export-files';
import type { ExportedArticle } from '../export/metadata';
import type { SkipReason } from '../runs/note-result';
import type { Edits } from '../text/edits';
import type { Addition, AdditionId } from './addition';
import type { UnreadPart } from './read-content';

/** A PDF that is to lie beside its note. */
export interface NewPdf {
  readonly path: string;
  readonly file: ExportFile;
}

/** Why something of an export was not brought into a note. */
export type ImportLeftReason =
  | NonNullable<Addition['left']>
  | UnreadPart['problem']
  | SkipReason
  /** A file has the path of a new one meanwhile. */
  | 'exists'
  /** A note that Omnivore did not save is of the same article. */
  | 'other-note'
  /** A note of another article in the library has the same URL. */
  | 'same-url';

/** What is not done for a note, and why. `was` is what it is about. */
export interface ImportLeft {
  readonly path: string;
  readonly addition: AdditionId | null;
  readonly reason: ImportLeftReason;
  readonly was: string;
}

/** A note that is to be completed. */
export interface NoteToComplete {
  readonly kind: 'complete';
  readonly path: string;
  readonly text: string;
  readonly after: string;
  readonly additions: readonly Addition[];
  readonly edits: Edits;
  /** From the text after back to the one before. */
  readonly undo: Edits;
  readonly pdfs: readonly NewPdf[];
}

/** A note that is to be made. */
export interface NoteToCreate {
  readonly kind: 'create';
  readonly path: string;
  readonly text: string;
  readonly exported: ExportedArticle;
  readonly pdfs: readonly NewPdf[];
}

/** What an import would do with a note, or why it does nothing. */
export type ImportItem =
  | NoteToComplete
  | NoteToCreate
  | ({ readonly kind: 'left' } & ImportLeft)
  | { readonly kind: 'failed'; readonly path: string; readonly error: string }
  /** A note that the export has nothing for; for progress. */
  | { readonly kind: 'fine'; readonly path: string };
