import type { ExportFile } from '../export/export-files';
import type { ExportedArticle } from '../export/metadata';
import type { SkipReason } from '../runs/note-result';
import type { Edits } from '../text/edits';
import type { Addition, AdditionId } from './addition';
import type { UnreadPart } from './read-content';

/** A PDF to create next to its note. */
export interface NewPdf {
  readonly path: string;
  readonly file: ExportFile;
}

/** Why something in an export was not imported. */
export type ImportLeftReason =
  | NonNullable<Addition['left']>
  | UnreadPart['problem']
  | SkipReason
  /** The path of a new file is in use now. */
  | 'exists'
  /** A note that Omnivore did not save has the same article. */
  | 'other-note'
  /** A note about another article in the library has the same URL. */
  | 'same-url';

/** Something that is not imported, and why. `was` names it. */
export interface ImportLeft {
  readonly path: string;
  readonly addition: AdditionId | null;
  readonly reason: ImportLeftReason;
  readonly was: string;
}

/** A note to complete. */
export interface NoteToComplete {
  readonly kind: 'complete';
  readonly path: string;
  readonly text: string;
  readonly after: string;
  readonly additions: readonly Addition[];
  readonly edits: Edits;
  /** The edits from the text after the import to the text before it. */
  readonly undo: Edits;
  readonly pdfs: readonly NewPdf[];
}

/** A note to create. */
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
  /** A note for which the export has nothing. Only used to show progress. */
  | { readonly kind: 'fine'; readonly path: string };
