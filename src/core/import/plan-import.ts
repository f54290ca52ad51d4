import type { ExportedArticle } from '../export/metadata';
import type { OmnivoreExport } from '../export/open-export';
import type { ImportItem, NotImportedReason, NoteToCreate } from './import-item';
import type { NoteStore } from '../runs/note-store';
import { failureOf } from '../runs/error-message';
import { inSteps } from '../runs/in-steps';
import { MAX_PREVIEW_LENGTH } from './addition';
import { ExportIndex, keysOfExported } from './article-keys';
import { completeNote, type ArticleToComplete } from './complete-note';
import { loadConverter, type HtmlToMarkdown } from './html-to-markdown';
import { lettersInParts, type YieldIfNeeded } from './letters';
import { executableHighlights, newNoteText } from './new-note';
import { newNotePath, pathKey, pdfPathFor } from './note-name';
import type { NoteStyle } from './note-style';
import type { DateWriting } from './property-values';
import { readArticleContent, type ReadContent } from './read-content';
import { readVaultNotes, matchNote, type VaultNoteReading } from './vault-notes';

/** Options for reading and writing notes. */
export interface ImportOptions extends VaultNoteReading {
  readonly dates: DateWriting;
  /** The style of new notes if the vault has no Omnivore notes. */
  readonly fallback: NoteStyle;
  /** Null means both. */
  readonly only: 'complete' | 'create' | null;
  /** Called for each note that is read, before the first item. */
  readonly onRead?: () => void;
  /** Called between the pieces of a long page. */
  readonly yieldIfNeeded: YieldIfNeeded;
}

/** The part of a vault that an import needs. */
export interface ImportVault {
  /** The notes to read. */
  readonly notes: readonly string[];
  /** All files of any type. New files must not have their paths. */
  readonly files: readonly string[];
  readonly store: Pick<NoteStore, 'read' | 'yieldToEventLoop'>;
}

/** The data that stays the same during an import. */
interface ImportContext {
  readonly library: OmnivoreExport;
  readonly index: ExportIndex;
  readonly toMarkdown: HtmlToMarkdown;
  readonly options: ImportOptions;
  readonly style: NoteStyle;
  readonly taken: Set<string>;
}

/**
 * Plans what to add to each note, then which notes to create. Changes nothing. The same vault and
 * export give the same items in the same order, so a run does what the preview showed. The consumer
 * cancels by not asking for more.
 */
export async function* planImport(
  library: OmnivoreExport,
  vault: ImportVault,
  options: ImportOptions,
): AsyncGenerator<ImportItem> {
  const index = new ExportIndex(library.articles);
  const toMarkdown = await loadConverter(options.yieldIfNeeded);
  const { notes, store } = vault;
  const vaultNotes = await readVaultNotes(
    notes,
    store,
    index,
    options,
    options.fallback,
    options.onRead,
  );
  const taken = new Set(vault.files.map(pathKey));
  const context = { library, index, toMarkdown, options, style: vaultNotes.style, taken };
  for (const { path, error } of vaultNotes.unread) yield { kind: 'failed', path, error };
  if (options.only !== 'create') {
    for (const path of vaultNotes.matched) yield* completion(path, store, context);
  }
  if (options.only === 'complete') return;
  const urls = urlsOf(vaultNotes.found);
  for (const exported of library.articles) {
    if (vaultNotes.found.has(exported)) continue;
    const reason = whyNotNew(exported, vaultNotes.others, urls);
    if (reason) yield { kind: 'skipped', addition: null, was: exported.title ?? '', ...reason };
    else yield* creation(exported, context);
  }
}

/** Returns the URLs of articles that have a note. */
function urlsOf(found: ReadonlySet<ExportedArticle>): ReadonlySet<string> {
  return new Set([...found].flatMap((article) => keysOfExported(article).url ?? []));
}

/** Returns why an article gets no new note: it has one already. Returns null if it has none. */
function whyNotNew(
  exported: ExportedArticle,
  others: ReadonlyMap<string, string>,
  urls: ReadonlySet<string>,
): { readonly path: string; readonly reason: NotImportedReason } | null {
  const { id, slug, url } = keysOfExported(exported);
  for (const key of [id, slug, url]) {
    const path = key === null ? undefined : others.get(key);
    if (path !== undefined) return { path, reason: 'other-note' };
  }
  return url !== null && urls.has(url) ? { path: exported.url ?? '', reason: 'same-url' } : null;
}

async function* completion(
  path: string,
  store: ImportVault['store'],
  context: ImportContext,
): AsyncGenerator<ImportItem> {
  const { index, options } = context;
  let text: string;
  try {
    const read = await store.read(path);
    if (read.kind !== 'text') {
      yield { kind: 'skipped', path, addition: null, reason: read.kind, was: '' };
      return;
    }
    text = read.text;
  } catch (error) {
    yield { kind: 'failed', path, error: failureOf(error) };
    return;
  }
  const steps = matchNote(text, path, index, options);
  const { note, detection, matched } = await inSteps(store, steps);
  if (detection.kind !== 'saved' || detection.template.layout === 'outline') {
    // Articles in an outline are list items among the user's own. Nothing can be added there.
    yield { kind: 'fine', path };
    return;
  }
  const articles: ArticleToComplete[] = [];
  for (const { article, exported } of matched) {
    const read = await readArticleContent(context.library.filesOf(exported), context.toMarkdown);
    yield* unreadParts(path, read);
    const pdf = read.pdf ? pdfPathFor(path, exported, context.taken) : null;
    const letters = await lettersInParts(read.text, options.yieldIfNeeded);
    articles.push({ article, exported, content: { ...read, letters, pdf }, pdf: read.pdf });
  }
  const { dates, parseYaml } = options;
  const { item, unresolved } = completeNote({
    ...{ path, note, articles },
    ...{ style: context.style, dates, parseYaml },
  });
  for (const { addition, unresolved: reason, before: was } of unresolved) {
    if (reason) yield { kind: 'skipped', path, addition, reason, was };
  }
  yield item ?? { kind: 'fine', path };
}

function* unreadParts(path: string, { unread }: ReadContent): Generator<ImportItem> {
  for (const { addition, name, problem } of unread) {
    yield { kind: 'skipped', path, addition, reason: problem, was: name };
  }
}

async function* creation(
  exported: ExportedArticle,
  context: ImportContext,
): AsyncGenerator<ImportItem> {
  const { library, toMarkdown, style, options, taken } = context;
  const read = await readArticleContent(library.filesOf(exported), toMarkdown);
  const { dates } = options;
  const path = newNotePath(exported, style, dates.zone, taken);
  yield* unreadParts(path, read);
  for (const written of executableHighlights(read.highlights)) {
    const was = written.slice(0, MAX_PREVIEW_LENGTH);
    yield { kind: 'skipped', path, addition: 'highlights', reason: 'would-run', was };
  }
  const pdf = read.pdf ? pdfPathFor(path, exported, taken) : null;
  const textWith = (link: string | null): string =>
    newNoteText({ path, exported, content: { ...read, pdf: link }, style, dates });
  const pdfs = read.pdf && pdf !== null ? [{ path: pdf, file: read.pdf, key: 'pdf' }] : [];
  const item = { kind: 'create', path, exported } as const;
  const withoutPdf = (): NoteToCreate => ({ ...item, text: textWith(null), pdfs: [], withoutPdf });
  yield { ...item, text: textWith(pdf), pdfs, withoutPdf };
}
