import type { NoteStore } from '../../core/runs/note-store';

/** What a call says that came after the stop. */
export const STOPPED = 'stopped';

/**
 * A store that reads and writes nothing more once `isStopped`, so that a run which gathers notes before it writes them ends at once.
 * `onPath` hears which note is in hand.
 */
export function stoppable(
  store: NoteStore,
  isStopped: () => boolean,
  onPath: (path: string) => void = () => undefined,
): NoteStore {
  const go = (path: string): void => {
    if (isStopped()) throw new Error(STOPPED);
    onPath(path);
  };
  return {
    ...store,
    async read(path) {
      go(path);
      return store.read(path);
    },
    async replace(path, before, after) {
      go(path);
      return store.replace(path, before, after);
    },
  };
}
