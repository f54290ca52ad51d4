import type { ExportFile } from '../export/export-files';
import type { ExportedHighlight } from '../export/highlights';
import { highlightsOf, htmlOf, type ArticleFiles } from '../export/open-export';
import { UnreadableFile, type FileProblem } from '../export/problem';
import type { AdditionId } from './addition';
import type { HtmlToMarkdown } from './html-to-markdown';

/** A part of an article in an export that can't be used. */
export interface UnreadPart {
  readonly addition: AdditionId;
  /** The file name in the export. */
  readonly name: string;
  readonly problem: FileProblem | 'not-converted';
}

/** The content of an article in an export. */
export interface ReadContent {
  readonly text: string;
  readonly highlights: readonly ExportedHighlight[];
  readonly pdf: ExportFile | null;
  readonly unread: readonly UnreadPart[];
}

/**
 * Reads and converts an article's page and highlights. Reports what can't be read, and uses the
 * rest.
 */
export async function readArticleContent(
  files: ArticleFiles,
  toMarkdown: HtmlToMarkdown,
): Promise<ReadContent> {
  const unread: UnreadPart[] = [];
  const readOrReport = async <T>(
    addition: AdditionId,
    file: ExportFile | null,
    read: () => Promise<T>,
  ) => {
    try {
      return await read();
    } catch (error) {
      const problem = error instanceof UnreadableFile ? error.problem : 'not-converted';
      unread.push({ addition, name: file?.name ?? '', problem });
      return null;
    }
  };
  const text = await readOrReport('full-text', files.html, async () =>
    toMarkdown(await htmlOf(files)),
  );
  const highlights = await readOrReport('highlights', files.highlights, () => highlightsOf(files));
  return { text: text ?? '', highlights: highlights ?? [], pdf: files.pdf, unread };
}
