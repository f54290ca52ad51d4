import { StoppedError } from './error-message';
import type { NoteStore } from './note-store';

/**
 * Wraps a store so that it throws once `isStopped` returns true. A run that collects notes before writing
 * them then ends at once. `onPath` is called with the current note.
 */
export function stoppable(
  store: NoteStore,
  isStopped: () => boolean,
  onPath: (path: string) => void = () => undefined,
): NoteStore {
  const checkStopped = (path: string): void => {
    if (isStopped()) throw new StoppedError();
    onPath(path);
  };
  return {
    ...store,
    async read(path) {
      checkStopped(path);
      return store.read(path);
    },
    async replace(path, before, after) {
      checkStopped(path);
      return store.replace(path, before, after);
    },
  };
}
