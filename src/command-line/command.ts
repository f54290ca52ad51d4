import type { Publisher } from '../repairs/draft-flag';
import type { RepairId } from '../repairs/repair';

/** 0: done. 1: `--check` found that a repair is due. 2: wrong use, or something could not be read or written. 130: stopped by Ctrl-C. */
export type ExitCode = 0 | 1 | 2 | 130;

/** Ends the program with a line on stderr. */
export class UserError extends Error {}

/** Whether the user has asked to stop: a command then ends behind the note in hand. */
export interface Stop {
  readonly asked: boolean;
}

/** What every command that reads notes may be told. */
export interface ReadingFlags {
  readonly json?: true;
  readonly config?: string;
  /** An IANA zone, `keep`, `system`, or `auto`. */
  readonly zone?: string;
  readonly publishWith?: Publisher;
}

/** What `repair` may be told. */
export interface RepairFlags extends ReadingFlags {
  readonly dryRun?: true;
  readonly check?: true;
  readonly only?: readonly RepairId[];
}

/** What `undo` may be told. */
export interface UndoFlags {
  readonly run?: string;
  readonly json?: true;
}

/** Writes a line to stdout. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
