import type { ExportedHighlight } from '../export/highlights';
import type { ExportedArticle } from '../export/metadata';
import type { Note } from '../markdown/note';
import type { Article } from '../omnivore/article';
import type { Finding, UnresolvedReason } from '../repairs/repair';
import { hash } from '../text/hash';
import type { NoteStyle, StyledConcept } from './note-style';
import type { DateWriting } from './property-values';

/** The kinds of additions that an import can make to a note. */
export type AdditionId =
  Exclude<StyledConcept, 'id' | 'omnivoreUrl'> | 'highlights' | 'full-text' | 'pdf';

/** All kinds, in the order in which they are shown. */
export const ADDITION_IDS: readonly AdditionId[] = [
  ...(['full-text', 'highlights', 'pdf', 'title', 'author', 'tags'] as const),
  ...(['saved', 'published', 'state', 'url', 'description'] as const),
];

/** Something that an export has and a note does not. */
export interface Addition extends Omit<Finding, 'unresolved'> {
  readonly addition: AdditionId;
  /** Identifies it within its note. The same in a preview and in the run that follows. */
  readonly key: string;
  /**
   * Set if there are no edits. `other-text`: the note has a full text that differs from the
   * export's.
   */
  readonly unresolved?: UnresolvedReason | 'other-text';
}

/** An article's page and highlights, converted to Markdown. */
export interface Content {
  /** The full text in Markdown; '' if there is none. */
  readonly text: string;
  /** The letters of the full text, to find it in a note. */
  readonly letters: string;
  readonly highlights: readonly ExportedHighlight[];
  /**
   * The path of the article's PDF in the vault, which exists or will be created; null if there is
   * none.
   */
  readonly pdf: string | null;
}

/** A note, and the article in an export with data for it. */
export interface Completed {
  readonly path: string;
  /** The position of the article in the note. */
  readonly index: number;
  readonly note: Note;
  readonly article: Article;
  readonly exported: ExportedArticle;
  readonly content: Content;
  readonly style: NoteStyle;
  readonly dates: DateWriting;
  /** Returns whether the user wants the addition with this key. */
  readonly isWanted: (key: string) => boolean;
}

/** How much of an addition is shown in a list, in UTF-16 code units. */
export const MAX_PREVIEW_LENGTH = 400;

/** Returns the key of an addition. `text` distinguishes additions of one kind. */
export function additionKey({ index }: Completed, addition: AdditionId, text = ''): string {
  return `${index} ${addition}${text === '' ? '' : ` ${hash(text)}`}`;
}

/** Creates an addition that inserts a text. Replaces `\n` with the note's own line break. */
export function insertion(
  addition: AdditionId,
  key: string,
  { text }: Note,
  at: number,
  insert: string,
): Addition {
  const crlf = /\r\n/.test(text.slice(0, 2_000));
  const edit = { from: at, to: at, insert: crlf ? insert.replaceAll('\n', '\r\n') : insert };
  const after = insert.trim().slice(0, MAX_PREVIEW_LENGTH);
  return { addition, key, from: at, to: at, before: '', after, edits: [edit] };
}
