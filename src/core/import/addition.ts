import type { ExportedHighlight } from '../export/highlights';
import type { ExportedArticle } from '../export/metadata';
import type { Note } from '../markdown/note';
import type { Article } from '../omnivore/article';
import type { Finding, UnresolvedReason } from '../repairs/repair';
import type { NoteStyle, StyledConcept } from './note-style';
import type { DateWriting } from './property-values';

/** What an import can add to a note. */
export type AdditionId =
  Exclude<StyledConcept, 'id' | 'omnivoreUrl'> | 'highlights' | 'full-text' | 'pdf';

/** All of them, in the order in which they are shown. */
export const ADDITION_IDS: readonly AdditionId[] = [
  ...(['full-text', 'highlights', 'pdf', 'title', 'author', 'tags'] as const),
  ...(['saved', 'published', 'state', 'url', 'description'] as const),
];

/** Something that a note lacks and an export has. */
export interface Addition extends Omit<Finding, 'left'> {
  readonly addition: AdditionId;
  /** Set where there are no edits. `other-text`: the note has a full text that is not the one of the export. */
  readonly left?: UnresolvedReason | 'other-text';
}

/** An article's page and highlights, read and converted. */
export interface Content {
  /** Its full text in Markdown, '' without one. */
  readonly text: string;
  readonly highlights: readonly ExportedHighlight[];
  /** The path of its PDF in the vault, which is there or will be; null without one. */
  readonly pdf: string | null;
}

/** A note that an export has something for. */
export interface Completed {
  readonly path: string;
  readonly note: Note;
  readonly article: Article;
  readonly exported: ExportedArticle;
  readonly content: Content;
  readonly style: NoteStyle;
  readonly dates: DateWriting;
}

/** So much of an addition is shown where it is listed, in UTF-16 code units. */
const SHOWN_CHARS = 400;

/** An addition that inserts a text; `\n` in it becomes the note's own line end. */
export function insertion(
  addition: AdditionId,
  { text }: Note,
  at: number,
  insert: string,
): Addition {
  const crlf = /\r\n/.test(text.slice(0, 2_000));
  const edit = { from: at, to: at, insert: crlf ? insert.replaceAll('\n', '\r\n') : insert };
  const will = insert.trim().slice(0, SHOWN_CHARS);
  return { addition, from: at, to: at, before: '', after: will, edits: [edit] };
}
