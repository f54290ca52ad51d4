import type { ExportedArticle } from '../export/metadata';
import type { OmnivoreExport } from '../export/open-export';
import type { ImportItem, ImportLeftReason, NewPdf } from './import-item';
import { keepsValues } from '../repairs/kept-values';
import { readFrontMatter } from '../markdown/front-matter/read-front-matter';
import type { NoteStore } from '../runs/note-store';
import { failureOf } from '../runs/error-message';
import { invertEdits, applyEdits, type Edits } from '../text/edits';
import type { Addition } from './addition';
import { ExportIndex, keysOfExported } from './article-keys';
import { loadConverter, type HtmlToMarkdown } from './html-to-markdown';
import { missingContent } from './missing-content';
import { missingProperties } from './missing-properties';
import { newNoteText } from './new-note';
import { fileNameOf, freePath, newNotePath, pathKey } from './note-name';
import type { NoteStyle } from './note-style';
import type { DateWriting } from './property-values';
import { readContent, type ReadContent } from './read-content';
import { readVaultNotes, matchNote, type MatchedArticle, type NoteReading } from './vault-notes';

/** Options for reading and writing notes. */
export interface ImportOptions extends NoteReading {
  readonly dates: DateWriting;
  /** The style of new notes if the vault has no Omnivore notes. */
  readonly fallback: NoteStyle;
  /** Null means both. */
  readonly only: 'complete' | 'create' | null;
  /** Called for each note that is read, before the first item. */
  readonly onRead?: () => void;
}

/** The part of a vault that an import needs. */
export interface ImportVault {
  /** The notes to read. */
  readonly notes: readonly string[];
  /** All files of any type. New files must not have their paths. */
  readonly files: readonly string[];
  readonly store: Pick<NoteStore, 'read'>;
}

/** The data that stays the same during an import. */
interface Context {
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
  const toMarkdown = await loadConverter();
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
    if (reason) yield { kind: 'left', addition: null, was: exported.title ?? '', ...reason };
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
): { readonly path: string; readonly reason: ImportLeftReason } | null {
  const { id, slug, url } = keysOfExported(exported);
  for (const key of [id, slug, url]) {
    const path = key === null ? undefined : others.get(key);
    if (path !== undefined) return { path, reason: 'other-note' };
  }
  return url !== null && urls.has(url) ? { path: exported.url ?? '', reason: 'same-url' } : null;
}

async function* completion(
  path: string,
  store: Pick<NoteStore, 'read'>,
  context: Context,
): AsyncGenerator<ImportItem> {
  const { index, options } = context;
  let text: string;
  try {
    const read = await store.read(path);
    if (read.kind !== 'text') {
      yield { kind: 'left', path, addition: null, reason: read.kind, was: '' };
      return;
    }
    text = read.text;
  } catch (error) {
    yield { kind: 'failed', path, error: failureOf(error) };
    return;
  }
  const { note, detection, matched } = matchNote(text, path, index, options);
  if (detection.kind !== 'saved' || detection.template.layout === 'outline') {
    // Articles in an outline are list items among the user's own. Nothing can be added there.
    yield { kind: 'fine', path };
    return;
  }
  const additions: Addition[] = [];
  const pdfs: NewPdf[] = [];
  for (const each of matched) {
    const content = await readContent(context.library.filesOf(each.exported), context.toMarkdown);
    for (const { addition, name, problem } of content.unread) {
      yield { kind: 'left', path, addition, reason: problem, was: name };
    }
    const added = additionsTo(path, note, each, content, context);
    additions.push(...added.additions);
    if (added.pdf) pdfs.push(added.pdf);
  }
  yield* itemsOf(path, text, additions, pdfs, options);
}

function additionsTo(
  path: string,
  note: Parameters<typeof missingContent>[0]['note'],
  { article, exported }: MatchedArticle,
  read: ReadContent,
  { style, options, taken }: Context,
): { readonly additions: readonly Addition[]; readonly pdf: NewPdf | null } {
  const pdfPath = read.pdf ? pdfPathFor(path, exported, taken) : null;
  const content = { ...read, pdf: pdfPath };
  const completed = { path, note, article, exported, content, style, dates: options.dates };
  const additions = [...missingProperties(completed), ...missingContent(completed)];
  const isUsed = additions.some(({ addition, edits }) => addition === 'pdf' && edits.length > 0);
  if (isUsed && read.pdf && pdfPath !== null) {
    taken.add(pathKey(pdfPath));
    return { additions, pdf: { path: pdfPath, file: read.pdf } };
  }
  return { additions, pdf: null };
}

/** Returns a free path next to the note. Does not add it to `taken`. */
function pdfPathFor(path: string, { id, slug }: ExportedArticle, taken: Set<string>): string {
  const base = path.replace(/\.(?:md|markdown)$/i, '');
  return freePath(`${base}.pdf`, `${base}-${fileNameOf(id ?? slug ?? 'file')}.pdf`, new Set(taken));
}

function* itemsOf(
  path: string,
  text: string,
  additions: readonly Addition[],
  pdfs: readonly NewPdf[],
  { parseYaml }: ImportOptions,
): Generator<ImportItem> {
  const kept = withValuesKept(text, additions, parseYaml);
  for (const { addition, left, before: was } of kept) {
    if (left) yield { kind: 'left', path, addition, reason: left, was };
  }
  const made = kept.filter(({ edits }) => edits.length > 0);
  if (made.length === 0) {
    yield { kind: 'fine', path };
    return;
  }
  const edits = editsOf(made);
  const after = applyEdits(text, edits);
  yield {
    kind: 'complete',
    path,
    text,
    after,
    additions: made,
    edits,
    undo: invertEdits(text, edits),
    pdfs,
  };
}

/** Returns the edits of additions, in order. Edits at the same offset keep their order. */
function editsOf(additions: readonly Addition[]): Edits {
  return additions.flatMap(({ edits }) => edits).sort((a, b) => a.from - b.from);
}

/**
 * Removes the edits from additions to the front matter if they would change the value of another
 * property.
 */
function withValuesKept(
  text: string,
  additions: readonly Addition[],
  parseYaml: NoteReading['parseYaml'],
): readonly Addition[] {
  const before = readFrontMatter(text, parseYaml);
  const end = before?.end ?? 0;
  const edits = editsOf(additions).filter(({ from }) => from < end);
  if (!before || edits.length === 0) return additions;
  const after = readFrontMatter(applyEdits(text.slice(0, end), edits), parseYaml);
  if (keepsValues(before, after, edits)) return additions;
  return additions.map((addition) =>
    addition.edits.some(({ from }) => from < end)
      ? { ...addition, edits: [], left: 'not-editable' }
      : addition,
  );
}

async function* creation(exported: ExportedArticle, context: Context): AsyncGenerator<ImportItem> {
  const { library, toMarkdown, style, options, taken } = context;
  const read = await readContent(library.filesOf(exported), toMarkdown);
  const { dates } = options;
  const path = newNotePath(exported, style, dates.zone, taken);
  for (const { addition, name, problem } of read.unread) {
    yield { kind: 'left', path, addition, reason: problem, was: name };
  }
  const pdf = read.pdf ? pdfPathFor(path, exported, taken) : null;
  if (pdf !== null) taken.add(pathKey(pdf));
  const text = newNoteText({ path, exported, content: { ...read, pdf }, style, dates });
  const pdfs = read.pdf && pdf !== null ? [{ path: pdf, file: read.pdf }] : [];
  yield { kind: 'create', path, text, exported, pdfs };
}
