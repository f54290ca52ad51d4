import { randomBytes } from 'node:crypto';
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
import { beginningOf, isRunning, placeOfProcesses } from './process-identity.mts';
import { O_NOFOLLOW, openRegular, readOpen } from './read-file.mts';
import { codeOf } from './system-error.mts';
import { removeIfThere } from './temporary.mts';

const { O_CREAT, O_EXCL, O_RDWR } = constants;
const MAX_LOCK_BYTES = 64 * 1024;

/** Thrown where another run has the notes; its message is for a person. */
export class LockRefused extends Error {}

/** A lock on the notes of a folder: one run at a time, from whatever program. */
export interface FolderLock {
  /** Takes it, or makes sure that it is still held. Throws a sentence where another run has it, or what the system says. */
  readonly take: () => void;
  /** Gives it back; does nothing where it is not held. */
  readonly release: () => void;
}

/** A lock file that was looked at. */
interface Found {
  readonly record: LockRecord | null;
  /** By the clock of the disk, which may be another machine's. */
  readonly modifiedMs: number;
}

interface Held {
  readonly record: LockRecord;
  readonly handle: number;
  readonly timer: ReturnType<typeof setInterval>;
}

/** A lock in this folder, which must be there when it is taken. */
export function folderLock(folder: string): FolderLock {
  const file = join(folder, LOCK_NAME);
  let held: Held | null = null;
  return {
    take() {
      if (held) {
        if (look(file)?.record?.token !== held.record.token) throw new LockRefused(LOST);
        return;
      }
      const record = ownRecord();
      const handle = create(file, record) ?? takeOver(folder, file, record);
      const timer = setInterval(() => write(handle, record), HEARTBEAT_MS);
      // It alone should not keep the program from ending; a page's timers can't.
      (timer as { readonly unref?: () => unknown }).unref?.();
      held = { record, handle, timer };
    },
    release() {
      if (!held) return;
      clearInterval(held.timer);
      const isOwn = look(file)?.record?.token === held.record.token;
      closeSync(held.handle);
      held = null;
      if (isOwn) removeIfThere(file);
    },
  };
}

/** Says in a sentence who has the notes of a folder; null where nobody has. */
export function lockedBy(folder: string): string | null {
  const found = look(join(folder, LOCK_NAME));
  return found && !isStale(folder, found) ? refusal(found) : null;
}

const LOST = 'Another run has taken these notes over, since this one did not go on for too long.';

function refusal({ record }: Found): string {
  const who = record ? `: ${record.holder}` : '';
  return `Another run is going on in this folder${who}. Wait for its end, or stop it.`;
}

function ownRecord(): LockRecord {
  const { pid } = process;
  return {
    token: randomBytes(16).toString('hex'),
    holder: `omnivore-rescue, process ${pid} on ${hostname()}`,
    place: placeOfProcesses(),
    pid,
    began: beginningOf(pid),
  };
}

/** Makes the lock file; null where there is one. */
function create(file: string, record: LockRecord): number | null {
  let handle: number;
  try {
    handle = openSync(file, O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW, 0o666);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return null;
    throw error;
  }
  write(handle, record);
  return handle;
}

/** Its time tells that the run goes on; it is the disk's, which a time that is set would not be. */
function write(handle: number, record: LockRecord): void {
  try {
    writeSync(handle, lockText(record), 0);
  } catch {
    // On a full disk an empty lock does as well.
  }
}

/** Takes the place of a lock whose run is no more. Throws where it goes on. */
function takeOver(folder: string, file: string, record: LockRecord): number {
  const found = look(file);
  if (found) {
    if (!isStale(folder, found)) throw new LockRefused(refusal(found));
    moveAway(folder, file, found);
  }
  const handle = create(file, record);
  // Another run was quicker.
  if (handle === null) throw new LockRefused(refusal({ record: null, modifiedMs: 0 }));
  return handle;
}

/** In one step, so that of two runs that saw the same old lock only one removes it, and none removes the other's new one. */
function moveAway(folder: string, file: string, stale: Found): void {
  const aside = join(folder, `${LOCK_NAME}-${randomBytes(8).toString('hex')}`);
  renameSync(file, aside);
  const moved = look(aside);
  if (moved && moved.record?.token !== stale.record?.token) {
    putBack(aside, file);
    throw new LockRefused(refusal(moved));
  }
  removeIfThere(aside);
}

/** It was another run's new one. Where a third has it already, the other sees at its next step that its lock is gone, and stops. */
function putBack(aside: string, file: string): void {
  try {
    linkSync(aside, file);
  } catch {
    // See above.
  }
  removeIfThere(aside);
}

/** The lock file as it is; null where there is none. Throws where something else stands there. */
function look(file: string): Found | null {
  let handle: number;
  try {
    handle = openRegular(file);
  } catch (error) {
    // Where a file is instead of the folder, nothing can be locked or written.
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return null;
    throw error;
  }
  try {
    const record = readLock(readOpen(handle, MAX_LOCK_BYTES).toString('utf8'));
    return { record, modifiedMs: fstatSync(handle).mtimeMs };
  } finally {
    closeSync(handle);
  }
}

/** Whether the run that made a lock is no more. */
function isStale(folder: string, { record, modifiedMs }: Found): boolean {
  if (record !== null && record.place === placeOfProcesses()) {
    if (!isRunning(record.pid)) return true;
    const began = beginningOf(record.pid);
    // Where the system tells when a process began, it is known whether this is the one.
    if (began !== '') return began !== record.began;
  }
  return nowOnDisk(folder) - modifiedMs > LOCK_STALE_MS;
}

/** What the clock says that gives files their times: over a network it is the server's. */
function nowOnDisk(folder: string): number {
  const probe = join(folder, `${LOCK_NAME}-${randomBytes(8).toString('hex')}`);
  const handle = openSync(probe, O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW, 0o600);
  try {
    return fstatSync(handle).mtimeMs;
  } finally {
    closeSync(handle);
    unlinkSync(probe);
  }
}
