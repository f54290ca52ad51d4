import type { OmnivoreExport } from '../export/open-export';
import type { OpenJournal } from '../runs/journal';
import { hash } from '../text/hash';
import type { ImportItem, ImportOutcome, NoteToWrite } from './import-item';
import { planImport, type ImportOptions } from './plan-import';
import { writeImportBatch, type ImportTarget } from './write-batch';

/** A note to complete, as the preview showed it. */
interface ChosenNote {
  readonly hash: string;
  /** The keys of the additions that the user does not want. */
  readonly without: ReadonlySet<string>;
}

/** The user's choice in a preview. Without it, everything is imported. */
export interface ImportChoice {
  /** The notes to complete, by path. */
  readonly complete: ReadonlyMap<string, ChosenNote>;
  /** Paths of the notes to create. */
  readonly create: ReadonlySet<string>;
}

/** How many items share one journal write. */
const ITEMS_AT_ONCE = 16;
/** How much text and PDF data is collected for one journal write, in code units and bytes. */
const MAX_BATCH_SIZE = 4_000_000;

/**
 * Completes notes, creates new ones, and reports the outcome for each. Writes the undo data to the
 * journal before anything else. If that fails, it rejects before it writes any note of the batch.
 * The consumer cancels by not asking for more.
 */
export async function* runImport(
  library: OmnivoreExport,
  target: ImportTarget,
  options: ImportOptions,
  journal: OpenJournal,
  choice: ImportChoice | null = null,
): AsyncGenerator<ImportOutcome> {
  const { notes, store, files } = target;
  let batch: NoteToWrite[] = [];
  let batchSize = 0;
  const vault = { notes, files: await files.list(), store };
  for await (const item of planImport(library, vault, options)) {
    const selected = choice ? chosenItem(item, choice) : item;
    if (selected.kind !== 'complete' && selected.kind !== 'create') {
      yield selected;
      continue;
    }
    batch.push(selected);
    batchSize += sizeOfNote(selected);
    if (batch.length < ITEMS_AT_ONCE && batchSize < MAX_BATCH_SIZE) continue;
    yield* writeImportBatch(batch, target, journal);
    [batch, batchSize] = [[], 0];
  }
  yield* writeImportBatch(batch, target, journal);
}

/** Returns the item if the user selected it and the note has not changed since the preview. */
function chosenItem(item: ImportItem, { complete, create }: ImportChoice): ImportItem {
  const { kind, path } = item;
  if (kind === 'create') return create.has(path) ? item : { kind: 'fine', path };
  if (kind !== 'complete') return item;
  const seen = complete.get(path);
  if (!seen) return { kind: 'fine', path };
  if (seen.hash !== hash(item.text)) {
    return { kind: 'skipped', path, addition: null, reason: 'changed-after-preview', was: '' };
  }
  if (seen.without.size === 0) return item;
  return item.select((key) => !seen.without.has(key)) ?? { kind: 'fine', path };
}

function sizeOfNote({ text, pdfs }: NoteToWrite): number {
  return pdfs.reduce((sum, { file }) => sum + file.size, text.length);
}
