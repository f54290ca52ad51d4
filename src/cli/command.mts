import type { PublisherId } from '../core/publishers/publishers';
import type { Preset } from '../core/repairs/draft-flag/repair';
import type { ListFormat } from '../core/reading-list/write-list';
import type { RepairId } from '../core/repairs';
import type { Output } from './output/output.mts';

/**
 * 0: done. 1: `--check` found notes that need repair. 2: wrong usage, or something could not be read, written
 * or printed. 130: stopped with Ctrl-C.
 */
export type ExitCode = 0 | 1 | 2 | 130;

/** Ends the program with `error: …` on stderr. The message starts with a lowercase letter and has no full stop. */
export class UserError extends Error {}

/** Whether the user has asked to stop. A command then ends after the notes that are being written. */
export interface StopRequest {
  readonly isRequested: boolean;
  /** The same in one element, 0 or 1, of memory that threads share. */
  readonly flag: Int32Array;
}

/** Yields items until the user asks to stop. */
export function* untilStopped<T>(items: Iterable<T>, stop: StopRequest): Generator<T> {
  for (const item of items) {
    if (stop.isRequested) return;
    yield item;
  }
}

/** Everything a command needs besides its flags. */
export interface CommandContext {
  readonly out: Output;
  readonly stop: StopRequest;
  /** The file of this program, with which it starts its threads. */
  readonly file: URL;
  /** How the user started this program: `omnivore-rescue`, `npx omnivore-rescue`, `node build/cli.mjs`. */
  readonly program: string;
}

/** The flags of every command that reads notes. */
export interface ReadingFlags {
  readonly json?: true;
  readonly config?: string;
  /** An IANA zone, `keep`, `system`, or `auto`. */
  readonly zone?: string;
  readonly publishWith?: Preset;
  readonly fillDate?: true;
  /** False with `--no-vault-settings`. */
  readonly vaultSettings: boolean;
  /** How many threads read, plan and write notes. By default the program decides. */
  readonly jobs?: number;
}

/** The flags of `scan`. */
export interface ScanFlags extends ReadingFlags {
  readonly publisher?: PublisherId;
}

/** The flags of `repair`. */
export interface RepairFlags extends ReadingFlags {
  readonly dryRun?: true;
  readonly check?: true;
  readonly only?: readonly RepairId[];
  readonly allNotes?: true;
}

/** The flags of `import`. */
export interface ImportFlags extends ReadingFlags {
  readonly dryRun?: true;
  readonly only?: 'complete' | 'create';
}

/** The flags of `save-images`. */
export interface SaveImagesFlags extends Pick<ReadingFlags, 'json' | 'config' | 'vaultSettings'> {
  readonly attachments?: string;
  readonly dryRun?: true;
  /** The base URL of the Wayback Machine; false with `--no-archive`. */
  readonly archive: string | false;
  readonly allowPrivateHosts?: true;
  /** How many images are fetched at the same time. */
  readonly jobs: number;
}

/** The flags of `export`. */
export interface ExportFlags extends Omit<ReadingFlags, 'json'> {
  readonly to: ListFormat;
  readonly output?: string;
}

/** The flags of `duplicates`. */
export interface DuplicatesFlags extends ReadingFlags {
  readonly merge?: true;
  readonly yes?: true;
}

/** The flags of `undo`. */
export interface UndoFlags {
  readonly run?: string;
  readonly json?: true;
}

/** The flags of `history` and `show`. */
export interface HistoryFlags {
  readonly json?: true;
}
