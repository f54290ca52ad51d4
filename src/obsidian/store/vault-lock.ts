import type { DataAdapter } from 'obsidian';
import { messages } from '../../core/i18n';
import {
  HEARTBEAT_MS,
  LOCK_NAME,
  LOCK_STALE_MS,
  lockText,
  readLock,
  type LockRecord,
} from '../../core/runs/lock-file';

/** A lock on the vault's notes, shared with the command line. */
export interface VaultLock {
  /**
   * Takes the lock, or checks that it is still held and refreshes it. Rejects with a sentence if another run
   * has it.
   */
  readonly take: () => Promise<void>;
  readonly isHeld: () => boolean;
  readonly release: () => Promise<void>;
}

/** A held lock is checked at most this often. */
const CHECK_INTERVAL_MS = 1000;

/**
 * Creates a lock in a folder of the vault, for one device. `device` returns its ID. The vault is open only
 * once per device, so a lock with the same ID was left when the app was closed. Call `take` regularly during
 * a run: there is no timer, because it would outlive the plugin. The app can't create a file atomically, so
 * two runs that start at the same moment may both get the lock. Each note is compared before it is written
 * anyway.
 */
export function vaultLock(adapter: DataAdapter, folder: string, device: () => string): VaultLock {
  const path = `${folder}/${LOCK_NAME}`;
  let held: { readonly record: LockRecord; checkedMs: number; writtenMs: number } | null = null;
  const readRecord = async (): Promise<LockRecord | null> => {
    return (await adapter.exists(path)) ? readLock(await adapter.read(path)) : null;
  };
  const refuseOther = async (): Promise<void> => {
    const stat = await adapter.stat(path);
    if (!stat || Date.now() - stat.mtime > LOCK_STALE_MS) return;
    const record = await readRecord();
    if (record?.place !== device()) throw new Error(messages().runs.otherRun(record?.holder ?? ''));
  };
  const refresh = async (own: NonNullable<typeof held>): Promise<void> => {
    const now = Date.now();
    if (now - own.checkedMs < CHECK_INTERVAL_MS) return;
    if ((await readRecord())?.token !== own.record.token) throw new Error(messages().runs.lostLock);
    own.checkedMs = now;
    if (now - own.writtenMs < HEARTBEAT_MS) return;
    await adapter.write(path, lockText(own.record));
    own.writtenMs = now;
  };
  return {
    async take() {
      if (held) return refresh(held);
      await refuseOther();
      const record = deviceRecord(device());
      await adapter.write(path, lockText(record));
      held = { record, checkedMs: Date.now(), writtenMs: Date.now() };
    },
    isHeld: () => held !== null,
    async release() {
      if (!held) return;
      const { token } = held.record;
      held = null;
      if ((await readRecord())?.token === token) await adapter.remove(path);
    },
  };
}

/** The app does not know its process. Other programs only see by the file's time that the run is active. */
function deviceRecord(device: string): LockRecord {
  return { token: crypto.randomUUID(), holder: 'Obsidian', place: device, pid: 0, began: '' };
}
