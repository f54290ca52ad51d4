import {
  closeSync,
  constants,
  fstatSync,
  linkSync,
  openSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import {
  HEARTBEAT_MS,
  LOCK_NAME,
  LOCK_STALE_MS,
  lockText,
  readLock,
  type LockRecord,
} from '../../core/runs/lock-file';
import { processStart, isRunning, processScope } from './process-identity.mts';
import { O_NOFOLLOW, openRegular, readHandle } from './read-file.mts';
import { errorCode } from './system-error.mts';
import { removeIfExists } from './temporary.mts';
import { randomHex } from './random-hex.mts';

const { O_CREAT, O_EXCL, O_RDWR } = constants;
const MAX_LOCK_BYTES = 64 * 1024;

/** Thrown if another run has locked the folder. The message is written for users. */
export class LockRefused extends Error {}

/** A lock on the notes of a folder. Only one run at a time can have it, in any program. */
export interface FolderLock {
  /**
   * Takes the lock, or checks that it is still held. Throws a LockRefused if another run has it, or a system
   * error.
   */
  readonly take: () => void;
  /** Releases the lock, if it is held. */
  readonly release: () => void;
}

/** The state of a lock file. */
interface LockState {
  readonly record: LockRecord | null;
  /** By the clock of the disk, which can be on another machine. */
  readonly modifiedMs: number;
}

interface HeldLock {
  readonly record: LockRecord;
  readonly handle: number;
  readonly timer: ReturnType<typeof setInterval>;
}

/** Creates a lock for a folder. The folder must exist when the lock is taken. */
export function folderLock(folder: string): FolderLock {
  const file = join(folder, LOCK_NAME);
  let held: HeldLock | null = null;
  return {
    take() {
      if (held) {
        if (readLockState(file)?.record?.token !== held.record.token)
          throw new LockRefused(LOST_MESSAGE);
        return;
      }
      const record = ownRecord();
      const handle = createLockFile(file, record) ?? replaceStaleLock(folder, file, record);
      const timer = setInterval(() => writeRecord(handle, record), HEARTBEAT_MS);
      // The timer must not keep the process alive. Timers of a page have no `unref`.
      (timer as { readonly unref?: () => unknown }).unref?.();
      held = { record, handle, timer };
    },
    release() {
      if (!held) return;
      clearInterval(held.timer);
      const isOwn = readLockState(file)?.record?.token === held.record.token;
      closeSync(held.handle);
      held = null;
      if (isOwn) removeIfExists(file);
    },
  };
}

/** Returns a sentence that says who has locked a folder, or null. */
export function lockedBy(folder: string): string | null {
  const found = readLockState(join(folder, LOCK_NAME));
  return found && !isStale(folder, found) ? lockedMessage(found) : null;
}

const LOST_MESSAGE =
  'Another run has taken these notes over, since this one did not go on for too long.';

function lockedMessage({ record }: LockState): string {
  const who = record ? `: ${record.holder}` : '';
  return `Another run is going on in this folder${who}. Wait for its end, or stop it.`;
}

function ownRecord(): LockRecord {
  const { pid } = process;
  return {
    token: randomHex(16),
    holder: `omnivore-rescue, process ${pid} on ${hostname()}`,
    place: processScope(),
    pid,
    began: processStart(pid),
  };
}

/** Creates the lock file. Returns null if it exists. */
function createLockFile(file: string, record: LockRecord): number | null {
  let handle: number;
  try {
    handle = openSync(file, O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW, 0o666);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return null;
    throw error;
  }
  writeRecord(handle, record);
  return handle;
}

/**
 * Writes the record again, so that the file's modification time shows that the run is active. Setting that
 * time directly would use this machine's clock instead of the disk's.
 */
function writeRecord(handle: number, record: LockRecord): void {
  try {
    writeSync(handle, lockText(record), 0);
  } catch {
    // The disk may be full. An empty lock file works too.
  }
}

/** Replaces the lock of a run that no longer exists. Throws if it is still active. */
function replaceStaleLock(folder: string, file: string, record: LockRecord): number {
  const found = readLockState(file);
  if (found) {
    if (!isStale(folder, found)) throw new LockRefused(lockedMessage(found));
    removeStaleLock(folder, file, found);
  }
  const handle = createLockFile(file, record);
  // Another run was faster.
  if (handle === null) throw new LockRefused(lockedMessage({ record: null, modifiedMs: 0 }));
  return handle;
}

/**
 * Moves a stale lock away in one step. If two runs see the same stale lock, only one of them removes it, and
 * neither removes the other's new lock.
 */
function removeStaleLock(folder: string, file: string, stale: LockState): void {
  const aside = join(folder, `${LOCK_NAME}-${randomHex(8)}`);
  renameSync(file, aside);
  const moved = readLockState(aside);
  if (moved && moved.record?.token !== stale.record?.token) {
    restoreLock(aside, file);
    throw new LockRefused(lockedMessage(moved));
  }
  removeIfExists(aside);
}

/**
 * Restores another run's new lock that was moved by mistake. If a third run has created one by then, the
 * other run notices the loss at its next step and stops.
 */
function restoreLock(aside: string, file: string): void {
  try {
    linkSync(aside, file);
  } catch {
    // A third run has created a lock.
  }
  removeIfExists(aside);
}

/** Reads the lock file. Returns null if there is none. Throws if it is not a regular file. */
function readLockState(file: string): LockState | null {
  let handle: number;
  try {
    handle = openRegular(file);
  } catch (error) {
    // If the folder is a file, nothing can be locked or written.
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) return null;
    throw error;
  }
  try {
    const record = readLock(readHandle(handle, MAX_LOCK_BYTES).toString('utf8'));
    return { record, modifiedMs: fstatSync(handle).mtimeMs };
  } finally {
    closeSync(handle);
  }
}

/** Returns whether the run that created a lock no longer exists. */
function isStale(folder: string, { record, modifiedMs }: LockState): boolean {
  if (record !== null && record.place === processScope()) {
    if (!isRunning(record.pid)) return true;
    const began = processStart(record.pid);
    // If the system knows when the process started, this shows whether it is the same process.
    if (began !== '') return began !== record.began;
  }
  return nowOnDisk(folder) - modifiedMs > LOCK_STALE_MS;
}

/**
 * Returns the time of the clock that sets modification times, in milliseconds since 1970. On a network drive,
 * this is the server's clock.
 */
function nowOnDisk(folder: string): number {
  const probe = join(folder, `${LOCK_NAME}-${randomHex(8)}`);
  const handle = openSync(probe, O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW, 0o600);
  try {
    return fstatSync(handle).mtimeMs;
  } finally {
    closeSync(handle);
    unlinkSync(probe);
  }
}
