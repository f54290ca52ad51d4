import type { ExportFile } from '../export/export-files';
import type { ExportedArticle } from '../export/metadata';
import { readFrontMatter } from '../markdown/front-matter/read-front-matter';
import type { YamlParser } from '../markdown/front-matter/yaml';
import type { Note } from '../markdown/note';
import type { Article } from '../omnivore/article';
import { keepsValues } from '../repairs/kept-values';
import { applyEdits, invertEdits, type Edits } from '../text/edits';
import { additionKey, type Addition, type Completed, type Content } from './addition';
import type { NoteToComplete } from './import-item';
import { missingContent } from './missing-content';
import { missingProperties } from './missing-properties';
import type { NoteStyle } from './note-style';
import type { DateWriting } from './property-values';

/** An article of a note, and what an export has of it. */
export interface ArticleToComplete {
  readonly article: Article;
  readonly exported: ExportedArticle;
  readonly content: Content;
  /** The file of `content.pdf`. */
  readonly pdf: ExportFile | null;
}

/** A note to complete, and how. */
export interface Completion {
  readonly path: string;
  readonly note: Note;
  readonly articles: readonly ArticleToComplete[];
  readonly style: NoteStyle;
  readonly dates: DateWriting;
  readonly parseYaml: YamlParser;
}

/** The planned note, or null if nothing can be added, and what can't be added. */
export interface CompletedNote {
  readonly item: NoteToComplete | null;
  readonly unresolved: readonly Addition[];
}

/** Plans what to add to a note. `isWanted` says whether to add what has this key. */
export function completeNote(
  completion: Completion,
  isWanted: (key: string) => boolean = () => true,
): CompletedNote {
  const { path, note, parseYaml } = completion;
  const { text } = note;
  const completed = completion.articles.map((each, index) => ({
    ...{ ...each, path, index, note, isWanted },
    ...{ style: completion.style, dates: completion.dates },
  }));
  const found = completed.flatMap((each) => [...missingProperties(each), ...missingContent(each)]);
  const kept = additionsThatKeepValues(text, found, parseYaml);
  const unresolved = kept.filter((addition) => addition.unresolved !== undefined);
  const additions = kept.filter(({ edits }) => edits.length > 0);
  if (additions.length === 0) return { item: null, unresolved };
  const edits = editsOfAdditions(additions);
  const after = applyEdits(text, edits);
  const undo = invertEdits(text, edits);
  const pdfs = completed.flatMap((each) => newPdf(each, additions));
  const select: NoteToComplete['select'] = (isChosen) =>
    completeNote(completion, (key) => isWanted(key) && isChosen(key)).item;
  return {
    item: { kind: 'complete', path, text, after, additions, edits, undo, pdfs, select },
    unresolved,
  };
}

/** Returns the PDF of an article if an addition links to it. */
function newPdf(
  completed: Completed & Pick<ArticleToComplete, 'pdf'>,
  additions: readonly Addition[],
): NoteToComplete['pdfs'] {
  const { content, pdf } = completed;
  const key = additionKey(completed, 'pdf');
  if (!pdf || content.pdf === null || !additions.some((each) => each.key === key)) return [];
  return [{ path: content.pdf, file: pdf, key }];
}

/** Returns the edits of additions, in order. Edits at the same offset keep their order. */
function editsOfAdditions(additions: readonly Addition[]): Edits {
  return additions.flatMap(({ edits }) => edits).sort((a, b) => a.from - b.from);
}

/**
 * Removes the edits from additions to the front matter if they would change the value of another
 * property.
 */
function additionsThatKeepValues(
  text: string,
  additions: readonly Addition[],
  parseYaml: YamlParser,
): readonly Addition[] {
  const before = readFrontMatter(text, parseYaml);
  const end = before?.end ?? 0;
  const edits = editsOfAdditions(additions).filter(({ from }) => from < end);
  if (!before || edits.length === 0) return additions;
  const after = readFrontMatter(applyEdits(text.slice(0, end), edits), parseYaml);
  if (keepsValues(before, after, edits)) return additions;
  return additions.map((addition) =>
    addition.edits.some(({ from }) => from < end)
      ? { ...addition, edits: [], unresolved: 'not-editable' }
      : addition,
  );
}
