import type { ImageSource } from '../images/attempts';
import { REPAIR_IDS, type RepairId } from '../repairs';
import type { Edits } from '../text/edits';

/** The data to undo the changes of a note. It is written before the note. */
export interface Step {
  readonly path: string;
  /** Hashes of the text before and after the run. */
  readonly hashBefore: string;
  readonly hashAfter: string;
  /** The edits from the text after the run to the text before it. */
  readonly undo: Edits;
}

/** A file that a run created. This is written before the file. */
export interface CreatedFile {
  readonly path: string;
  /** The hash of its bytes, to check later whether it has changed. */
  readonly hash: string;
}

/**
 * An image that a run saved. This is written before the file. The file's name contains the start of the
 * SHA-256 of its bytes.
 */
export interface SavedImage {
  readonly path: string;
  /** The image's URL. */
  readonly url: string;
  readonly bytes: number;
  readonly from: ImageSource;
}

/** A note that a run moved to the trash. This is written before that. */
export interface RemovedNote {
  readonly path: string;
  readonly text: string;
}

const RUN_KINDS = ['omnivore-export', 'duplicates', 'images', 'reading-state', 'tags'] as const;

/** What a run did if it was not a repair. */
export type RunKind = (typeof RUN_KINDS)[number];

/**
 * A line of the journal, in JSON: first the head, then steps, files, folders and removed notes, and
 * finally a marker if the run was undone.
 */
export type JournalLine =
  | {
      readonly schema: 1;
      readonly run: string;
      readonly started: string;
      readonly repairs?: readonly RepairId[];
      readonly kind?: RunKind;
    }
  | {
      readonly step: readonly [
        path: string,
        hashBefore: string,
        hashAfter: string,
        undo: readonly FlatEdit[],
      ];
    }
  | { readonly file: readonly [path: string, hash: string] }
  | { readonly image: readonly [path: string, url: string, bytes: number, from: ImageSource] }
  | { readonly folder: string }
  | { readonly removed: readonly [path: string, text: string] }
  | { readonly undone: string; readonly kept?: number };
type FlatEdit = readonly [from: number, to: number, insert: string];

/** Returns the line of a step. */
export function stepLine({ path, hashBefore, hashAfter, undo }: Step): JournalLine {
  return {
    step: [path, hashBefore, hashAfter, undo.map(({ from, to, insert }) => [from, to, insert])],
  };
}

/** Returns the line of a file. */
export function fileLine({ path, hash }: CreatedFile): JournalLine {
  return { file: [path, hash] };
}

/** Returns the line of an image. */
export function imageLine({ path, url, bytes, from }: SavedImage): JournalLine {
  return { image: [path, url, bytes, from] };
}

/** Returns the line of a removed note. */
export function removedLine({ path, text }: RemovedNote): JournalLine {
  return { removed: [path, text] };
}

/** The content of the first line. */
export interface Head {
  readonly started: string;
  readonly repairs: readonly RepairId[];
  readonly kind?: RunKind;
}

/** The content of the line that marks a run as undone. */
export interface Undone {
  readonly kept?: number;
}

/** A parsed line. */
export type ParsedLine =
  | { readonly kind: 'head'; readonly head: Head }
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'file'; readonly file: CreatedFile }
  | { readonly kind: 'image'; readonly image: SavedImage }
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'removed'; readonly removed: RemovedNote }
  | { readonly kind: 'undone'; readonly undone: Undone };

/** Parses a line. Returns null for an incomplete line, or one that is not valid. */
export function parseJournalLine(text: string): ParsedLine | null {
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof line !== 'object' || line === null) return null;
  if ('step' in line) {
    const step = parseStep(line.step);
    return step && { kind: 'step', step };
  }
  if ('file' in line) {
    const file = parseFile(line.file);
    return file && { kind: 'file', file };
  }
  if ('image' in line) {
    const image = parseImage(line.image);
    return image && { kind: 'image', image };
  }
  if ('folder' in line) {
    return typeof line.folder === 'string' ? { kind: 'folder', folder: line.folder } : null;
  }
  if ('removed' in line) {
    const removed = parseRemoved(line.removed);
    return removed && { kind: 'removed', removed };
  }
  if ('undone' in line) return { kind: 'undone', undone: parseUndone(line) };
  return 'schema' in line ? { kind: 'head', head: parseHead(line) } : null;
}

function parseHead(line: object): Head {
  const { started, repairs, kind } = line as {
    readonly started?: unknown;
    readonly repairs?: unknown;
    readonly kind?: unknown;
  };
  const named: readonly unknown[] = Array.isArray(repairs) ? repairs : [];
  return {
    started: typeof started === 'string' ? started : '',
    repairs: REPAIR_IDS.filter((id) => named.includes(id)),
    ...(isRunKind(kind) && { kind }),
  };
}

function isRunKind(kind: unknown): kind is RunKind {
  return RUN_KINDS.some((known) => known === kind);
}

function parseUndone(line: object): Undone {
  const { kept } = line as { readonly kept?: unknown };
  return typeof kept === 'number' && Number.isInteger(kept) ? { kept } : {};
}

function parseStep(step: unknown): Step | null {
  if (!Array.isArray(step) || step.length !== 4) return null;
  const [path, hashBefore, hashAfter, undo] = step as readonly unknown[];
  if (typeof path !== 'string' || typeof hashBefore !== 'string' || typeof hashAfter !== 'string')
    return null;
  if (!Array.isArray(undo) || !undo.every(isFlatEdit) || !areSorted(undo)) return null;
  return {
    path,
    hashBefore,
    hashAfter,
    undo: undo.map(([from, to, insert]) => ({ from, to, insert })),
  };
}

function parseFile(file: unknown): CreatedFile | null {
  if (!Array.isArray(file)) return null;
  const [path, hash] = file as readonly unknown[];
  return typeof path === 'string' && typeof hash === 'string' ? { path, hash } : null;
}

function parseImage(image: unknown): SavedImage | null {
  if (!Array.isArray(image)) return null;
  const [path, url, bytes, from] = image as readonly unknown[];
  if (typeof path !== 'string' || typeof url !== 'string' || typeof bytes !== 'number') return null;
  return from === 'original' || from === 'archive' ? { path, url, bytes, from } : null;
}

function parseRemoved(removed: unknown): RemovedNote | null {
  if (!Array.isArray(removed)) return null;
  const [path, text] = removed as readonly unknown[];
  return typeof path === 'string' && typeof text === 'string' ? { path, text } : null;
}

function isFlatEdit(edit: unknown): edit is FlatEdit {
  if (!Array.isArray(edit)) return false;
  const [from, to, insert] = edit as readonly unknown[];
  return Number.isInteger(from) && Number.isInteger(to) && typeof insert === 'string';
}

/** Returns whether edits are sorted and don't overlap. Others could produce a text of any length. */
function areSorted(edits: readonly FlatEdit[]): boolean {
  let at = 0;
  return edits.every(([from, to]) => {
    const follows = from >= at && to >= from;
    at = to;
    return follows;
  });
}
