/** The file in the journals' folder that says that a run has the notes; hidden, so that no journal is called so. */
export const LOCK_NAME = '.lock';
/** Who has the lock writes it again this often. */
export const HEARTBEAT_MS = 10_000;
/**
 * A lock that was not written for so long is taken over, unless its process is known to run on. On the same computer a process that
 * ended is known to be gone at once.
 */
export const LOCK_STALE_MS = 120_000;

/** What a lock file says. */
export interface LockRecord {
  /** Random: no two locks have the same. */
  readonly token: string;
  /** The program, for a person: `omnivore-rescue (process 4711 on host)`. */
  readonly holder: string;
  /** Where process numbers mean the same: a host since it was started. Empty where that can't be told. */
  readonly place: string;
  readonly pid: number;
  /** When the process began, as its place tells it; '' where it does not. */
  readonly began: string;
}

/** A lock file's text, on one line. */
export function lockText(record: LockRecord): string {
  return `${JSON.stringify(record)}\n`;
}

/** Null for a text that is no lock's: it was torn, or is being written. */
export function readLock(text: string): LockRecord | null {
  try {
    const { token, holder, place, pid, began } = JSON.parse(text) as Partial<LockRecord>;
    if (typeof token !== 'string' || typeof pid !== 'number') return null;
    return { token, holder: String(holder), place: String(place), pid, began: String(began) };
  } catch {
    return null;
  }
}
