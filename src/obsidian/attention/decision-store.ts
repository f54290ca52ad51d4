import { normalizePath, TFile, type Plugin } from 'obsidian';
import {
  NO_DECISIONS,
  readDecisions,
  withRenamed,
  writeDecisions,
  type Decisions,
} from '../../core/library/decisions';
import { plainReason } from '../store/plain-reason';

/** The user's decisions and the unsaved images, in a file of the plugin. */
export interface DecisionStore {
  readonly current: () => Decisions;
  /** Resolves when the file has been read. */
  readonly loaded: Promise<void>;
  /** Applies a change to what is in the file now, and saves it. Never rejects. */
  readonly change: (edit: (decisions: Decisions) => Decisions) => Promise<void>;
  /** Calls the listener after every change, with the paths of the notes. Returns an unsubscribe function. */
  readonly onChange: (listener: (paths: readonly string[]) => void) => () => void;
}

/**
 * Opens the decisions of a vault. They are in a file of their own, because saving images can leave thousands
 * of entries. `failed` is called with the reason if the file can't be written.
 */
export function openDecisions(plugin: Plugin, failed: (reason: string) => void): DecisionStore {
  const { vault } = plugin.app;
  const { adapter } = vault;
  const folder = plugin.manifest.dir ?? `${vault.configDir}/plugins/${plugin.manifest.id}`;
  const path = normalizePath(`${folder}/attention.json`);
  const listeners = new Set<(paths: readonly string[]) => void>();
  let current = NO_DECISIONS;
  /** The content of the file when it was last read or written. */
  let onDisk = '';
  const take = (decisions: Decisions): void => {
    const before = current;
    current = decisions;
    const paths = [...new Set([...before.keys(), ...decisions.keys()])];
    const changed = paths.filter((one) => before.get(one) !== decisions.get(one));
    if (changed.length > 0) for (const listener of [...listeners]) listener(changed);
  };
  const read = async (): Promise<Decisions> => {
    if (!(await adapter.exists(path))) return NO_DECISIONS;
    const text = await adapter.read(path);
    if (text === onDisk) return current;
    onDisk = text;
    const decisions = readDecisions(text);
    if (decisions) return decisions;
    // A file that is not valid is kept, in case the user wants to repair it.
    await adapter.rename(path, normalizePath(`${folder}/attention.${Date.now()}.old.json`));
    return NO_DECISIONS;
  };
  const write = async (decisions: Decisions): Promise<void> => {
    const text = writeDecisions(decisions);
    await adapter.write(path, text);
    onDisk = text;
  };
  let queue: Promise<void> = Promise.resolve();
  const enqueue = (act: () => Promise<void>): Promise<void> =>
    (queue = queue.then(act).catch((error: unknown) => failed(plainReason(error))));
  const loaded = enqueue(async () => take(await read()));
  const change: DecisionStore['change'] = (edit) =>
    enqueue(async () => {
      // Another device may have changed the file.
      const before = await read();
      const decisions = edit(before);
      if (decisions !== before) await write(decisions);
      take(decisions);
    });
  plugin.registerEvent(
    vault.on('rename', (file, from) => {
      if (file instanceof TFile && current.has(from)) {
        void change((decisions) => withRenamed(decisions, from, file.path));
      }
    }),
  );
  return {
    ...{ current: () => current, loaded, change },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
