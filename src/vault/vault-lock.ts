import type { DataAdapter } from 'obsidian';
import { messages } from '../i18n';
import {
  HEARTBEAT_MS,
  LOCK_NAME,
  LOCK_STALE_MS,
  lockText,
  readLock,
  type LockRecord,
} from '../runs/lock-file';

/** A lock on the vault's notes, which the command line knows too. */
export interface VaultLock {
  /** Takes it, or makes sure that it is still held; rejects with a sentence where another run has it. */
  readonly take: () => Promise<void>;
  readonly release: () => Promise<void>;
}

/**
 * A lock in a folder of the vault, for one device (answered by `device`), which has the vault open once: a lock of its own that is there was left when the app
 * was ended. The app can't make a file only if there is none, so two that begin in the same moment may both
 * have it; each note is compared before it is written all the same.
 */
export function vaultLock(adapter: DataAdapter, folder: string, device: () => string): VaultLock {
  const path = `${folder}/${LOCK_NAME}`;
  let held: { readonly record: LockRecord; readonly timer: number } | null = null;
  const found = async (): Promise<LockRecord | null> => {
    return (await adapter.exists(path)) ? readLock(await adapter.read(path)) : null;
  };
  const refuseOther = async (): Promise<void> => {
    const stat = await adapter.stat(path);
    if (!stat || Date.now() - stat.mtime > LOCK_STALE_MS) return;
    const record = await found();
    if (record?.place !== device()) throw new Error(messages().runs.otherRun(record?.holder ?? ''));
  };
  return {
    async take() {
      if (held) {
        if ((await found())?.token !== held.record.token) throw new Error(messages().runs.lostLock);
        return;
      }
      await refuseOther();
      const record = ownRecord(device());
      const beat = (): Promise<void> => adapter.write(path, lockText(record));
      await beat();
      const timer = window.setInterval(() => void beat().catch(() => undefined), HEARTBEAT_MS);
      held = { record, timer };
    },
    async release() {
      if (!held) return;
      window.clearInterval(held.timer);
      const { token } = held.record;
      held = null;
      if ((await found())?.token === token) await adapter.remove(path);
    },
  };
}

/** The app does not tell its process: other programs know by the file's time alone that the run goes on. */
function ownRecord(device: string): LockRecord {
  return { token: crypto.randomUUID(), holder: 'Obsidian', place: device, pid: 0, began: '' };
}
