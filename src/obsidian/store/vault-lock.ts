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

/** A lock on the vault's notes, which the command line knows too. */
export interface VaultLock {
  /** Takes it, or makes sure that it is still held, and that others see it; rejects with a sentence where another run has it. */
  readonly take: () => Promise<void>;
  readonly isHeld: () => boolean;
  readonly release: () => Promise<void>;
}

/** While it is held it is looked at this often at most, however often it is asked for. */
const LOOK_MS = 1000;

/**
 * A lock in a folder of the vault, for one device (answered by `device`), which has the vault open once: a lock of its own that is there
 * was left when the app was ended. Who holds it must take it again and again while the run goes on: there is no timer, which would outlive
 * the plugin. The app can't make a file only if there is none, so two that begin in the same moment may both have it; each note is
 * compared before it is written all the same.
 */
export function vaultLock(adapter: DataAdapter, folder: string, device: () => string): VaultLock {
  const path = `${folder}/${LOCK_NAME}`;
  let held: { readonly record: LockRecord; lookedMs: number; writtenMs: number } | null = null;
  const found = async (): Promise<LockRecord | null> => {
    return (await adapter.exists(path)) ? readLock(await adapter.read(path)) : null;
  };
  const refuseOther = async (): Promise<void> => {
    const stat = await adapter.stat(path);
    if (!stat || Date.now() - stat.mtime > LOCK_STALE_MS) return;
    const record = await found();
    if (record?.place !== device()) throw new Error(messages().runs.otherRun(record?.holder ?? ''));
  };
  const keep = async (own: NonNullable<typeof held>): Promise<void> => {
    const now = Date.now();
    if (now - own.lookedMs < LOOK_MS) return;
    if ((await found())?.token !== own.record.token) throw new Error(messages().runs.lostLock);
    own.lookedMs = now;
    if (now - own.writtenMs < HEARTBEAT_MS) return;
    await adapter.write(path, lockText(own.record));
    own.writtenMs = now;
  };
  return {
    async take() {
      if (held) return keep(held);
      await refuseOther();
      const record = ownRecord(device());
      await adapter.write(path, lockText(record));
      held = { record, lookedMs: Date.now(), writtenMs: Date.now() };
    },
    isHeld: () => held !== null,
    async release() {
      if (!held) return;
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
