/** The lock file, in the journals' folder. It is hidden, and no journal has this name. */
export const LOCK_NAME = '.lock';
/** How often the holder of the lock writes it again. */
export const HEARTBEAT_MS = 10_000;
/**
 * A lock that was not written for this long is stale, unless its process is known to be running. On the same
 * machine, a process that has ended is noticed at once.
 */
export const LOCK_STALE_MS = 120_000;

/** The content of a lock file. */
export interface LockRecord {
  /** Random, so that no two locks have the same. */
  readonly token: string;
  /** The program, for users: `omnivore-rescue (process 4711 on host)`. */
  readonly holder: string;
  /** Where process IDs are unique: a host since its last start. Empty if unknown. */
  readonly place: string;
  readonly pid: number;
  /** When the process started, in the system's own units; '' if unknown. */
  readonly began: string;
}

/** Returns the text of a lock file, on one line. */
export function lockText(record: LockRecord): string {
  return `${JSON.stringify(record)}\n`;
}

/** Parses a lock file. Returns null for an incomplete text. */
export function readLock(text: string): LockRecord | null {
  try {
    const { token, holder, place, pid, began } = JSON.parse(text) as Partial<LockRecord>;
    if (typeof token !== 'string' || typeof pid !== 'number') return null;
    return { token, holder: String(holder), place: String(place), pid, began: String(began) };
  } catch {
    return null;
  }
}
