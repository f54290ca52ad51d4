import type { ExportFile, ExportSource } from './export-files';
import { readHighlights, type ExportedHighlight } from './highlights';
import { readMetadata, type ExportedArticle } from './metadata';
import { UnreadableExport, UnreadableFile, type ExportProblem } from './problem';
import { decodeUtf8 } from '../text/utf8';

/** The files of an article in an export, in addition to its metadata. */
export interface ArticleFiles {
  /** The page in HTML, as Omnivore's reader view stored it. */
  readonly html: ExportFile | null;
  readonly pdf: ExportFile | null;
  readonly highlights: ExportFile | null;
}

/** One or more Omnivore exports, combined. */
export interface OmnivoreExport {
  /** Each article once, in the order of the metadata. */
  readonly articles: readonly ExportedArticle[];
  readonly filesOf: (article: ExportedArticle) => ArticleFiles;
  /** What could not be used. Reading more files can find more problems. */
  readonly problems: readonly ExportProblem[];
}

const MAX_METADATA_BYTES = 64 * 1024 * 1024;
const MAX_HIGHLIGHTS_BYTES = 8 * 1024 * 1024;
/** Larger pages are not converted. Real pages are much smaller. */
const MAX_HTML_BYTES = 32 * 1024 * 1024;
const MAX_PDF_BYTES = 256 * 1024 * 1024;
const NO_FILES: ArticleFiles = { html: null, pdf: null, highlights: null };
/**
 * Matches the file names of an export. The folder around them may have any name, because people
 * unzip exports and zip them again.
 */
const NAME =
  /^(?:.*\/)?(?:(metadata_[^/]*\.json)|content\/([^/]+)\.(html|pdf)|highlights\/([^/]+)\.md)$/;

/** Reads the metadata of exports. Their other files are read on demand. Throws UnreadableExport. */
export async function openExport(sources: readonly ExportSource[]): Promise<OmnivoreExport> {
  const problems: ExportProblem[] = [];
  const found = new Map<string, ArticleWithFiles>();
  for (const source of sources) {
    const { pages, files } = sort(source, problems);
    const items: ExportedArticle[] = [];
    for (const page of pages) {
      for (const item of await readPage(page, problems)) items.push(item);
    }
    if (items.length === 0) throw new UnreadableExport(source.name, 'no-articles');
    place(items, files, found, problems);
  }
  const filesOf = new Map([...found.values()].map(({ article, files }) => [article, files]));
  return {
    articles: [...filesOf.keys()],
    filesOf: (article) => filesOf.get(article) ?? NO_FILES,
    problems,
  };
}

interface ArticleWithFiles {
  readonly article: ExportedArticle;
  readonly files: ArticleFiles;
}

interface Sorted {
  readonly pages: readonly ExportFile[];
  /** By slug. */
  readonly files: ReadonlyMap<string, ArticleFiles>;
}

/**
 * Sorts an export's files by their names. Reports names that lead out of the export, which no real
 * export has, as problems.
 */
function sort(source: ExportSource, problems: ExportProblem[]): Sorted {
  const pages: ExportFile[] = [];
  const files = new Map<string, ArticleFiles>();
  for (const file of source.files) {
    if (isUnsafeEntryName(file.name)) {
      problems.push({ name: file.name, problem: 'unsafe-name' });
      continue;
    }
    const [, page, content, kind, highlights] = NAME.exec(file.name) ?? [];
    const slug = content ?? highlights;
    if (page !== undefined) pages.push(file);
    if (slug === undefined) continue;
    const others = files.get(slug) ?? NO_FILES;
    if (highlights !== undefined) files.set(slug, { ...others, highlights: file });
    else if (kind === 'pdf') files.set(slug, { ...others, pdf: file });
    else files.set(slug, { ...others, html: larger(others.html, file) });
  }
  return { pages, files };
}

/**
 * Returns the larger file. Omnivore wrote an item that was not in its cache twice under the same
 * name.
 */
function larger(before: ExportFile | null, file: ExportFile): ExportFile {
  return before && before.size >= file.size ? before : file;
}

function isUnsafeEntryName(name: string): boolean {
  return (
    name.startsWith('/') ||
    /[\\\0]/.test(name) ||
    /^[a-z]:/i.test(name) ||
    name.split('/').includes('..')
  );
}

async function readPage(
  page: ExportFile,
  problems: ExportProblem[],
): Promise<readonly ExportedArticle[]> {
  const { name } = page;
  try {
    const read = readMetadata(await readExportText(page, MAX_METADATA_BYTES));
    if (typeof read === 'string') {
      problems.push({ name, problem: read });
      return [];
    }
    if (read.invalid > 0) problems.push({ name, problem: 'invalid-articles' });
    return read.articles;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    problems.push({ name, problem: error.problem });
    return [];
  }
}

/**
 * Assigns files to articles by slug. If several metadata files contain the same article, uses the
 * one that changed last.
 */
function place(
  items: readonly ExportedArticle[],
  files: ReadonlyMap<string, ArticleFiles>,
  found: Map<string, ArticleWithFiles>,
  problems: ExportProblem[],
): void {
  const owners = new Map<string, Set<string>>();
  for (const { id, slug } of items) {
    if (slug === null) continue;
    const ids = owners.get(slug) ?? new Set();
    owners.set(slug, ids.add(id ?? ''));
  }
  for (const [slug, ids] of owners) {
    const file = ids.size > 1 ? files.get(slug) : undefined;
    const named = file && (file.html ?? file.pdf ?? file.highlights);
    if (named) problems.push({ name: named.name, problem: 'shared-slug' });
  }
  for (const article of items) {
    const key = article.id ?? `slug ${article.slug}`;
    const isOwn = article.slug !== null && owners.get(article.slug)?.size === 1;
    const own = (isOwn ? files.get(article.slug ?? '') : undefined) ?? NO_FILES;
    const before = found.get(key);
    if (!before) found.set(key, { article, files: own });
    else found.set(key, { article: later(before.article, article), files: together(before, own) });
  }
}

function later(a: ExportedArticle, b: ExportedArticle): ExportedArticle {
  return (b.updatedAt ?? 0) > (a.updatedAt ?? 0) ? b : a;
}

function together({ files }: ArticleWithFiles, others: ArticleFiles): ArticleFiles {
  return {
    html: files.html ?? others.html,
    pdf: files.pdf ?? others.pdf,
    highlights: files.highlights ?? others.highlights,
  };
}

/** Returns the text of a page; '' if there is none. Rejects with UnreadableFile. */
export async function htmlOf({ html }: ArticleFiles): Promise<string> {
  return html ? readExportText(html, MAX_HTML_BYTES) : '';
}

/** Returns the highlights of an article. Rejects with UnreadableFile. */
export async function highlightsOf({
  highlights,
}: ArticleFiles): Promise<readonly ExportedHighlight[]> {
  return highlights ? readHighlights(await readExportText(highlights, MAX_HIGHLIGHTS_BYTES)) : [];
}

/** Returns the bytes of a PDF. Rejects with UnreadableFile. */
export async function pdfOf(pdf: ExportFile): Promise<Uint8Array> {
  if (pdf.size > MAX_PDF_BYTES) throw new UnreadableFile('too-large');
  return pdf.read();
}

async function readExportText(file: ExportFile, maxBytes: number): Promise<string> {
  if (file.size > maxBytes) throw new UnreadableFile('too-large');
  return decodeUtf8(await file.read());
}
