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
  /** The key of the addition that links to it. */
  readonly key: string;
}

/** Why something in an export was not imported. */
export type NotImportedReason =
  | NonNullable<Addition['unresolved']>
  | UnreadPart['problem']
  | SkipReason
  /** The path of a new file is in use now. */
  | 'exists'
  /** A note that Omnivore did not save has the same article. */
  | 'other-note'
  /** A note about another article in the library has the same URL. */
  | 'same-url';

/** Something that is not imported, and why. `was` names it. */
export interface NotImported {
  readonly path: string;
  readonly addition: AdditionId | null;
  readonly reason: NotImportedReason;
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
  /** Plans the note with only some of these additions, by key. Returns null if nothing is left. */
  readonly select: (isWanted: (key: string) => boolean) => NoteToComplete | null;
}

/** A note to create. */
export interface NoteToCreate {
  readonly kind: 'create';
  readonly path: string;
  readonly text: string;
  readonly exported: ExportedArticle;
  readonly pdfs: readonly NewPdf[];
  /** Returns the note without the PDF. */
  readonly withoutPdf: () => NoteToCreate;
}

/** What an import would do with a note, or why it does nothing. */
export type ImportItem =
  | NoteToComplete
  | NoteToCreate
  | ({ readonly kind: 'skipped' } & NotImported)
  | { readonly kind: 'failed'; readonly path: string; readonly error: string }
  /** A note for which the export has nothing. Only used to show progress. */
  | { readonly kind: 'fine'; readonly path: string };

/** What an import did with a note. */
export type ImportOutcome =
  | { readonly kind: 'completed'; readonly path: string; readonly additions: readonly Addition[] }
  /** A note that was created, or the PDF of a note that links to it now. */
  | { readonly kind: 'created'; readonly path: string }
  | ({ readonly kind: 'skipped' } & NotImported)
  | { readonly kind: 'failed'; readonly path: string; readonly error: string }
  | { readonly kind: 'fine'; readonly path: string };

/** A note to write. */
export type NoteToWrite = NoteToComplete | NoteToCreate;
