import { hashSteps } from '../text/hash';
import { atOnce, withPauses, type Steps } from '../text/steps';
import type { NoteStore } from './note-store';

/** The part of a store that lets other work be done. */
type Pausing = Pick<NoteStore, 'yieldToEventLoop'>;

/** Does the steps of some work, with pauses if the store has any. Without, all is done when it returns. */
export function inSteps<T>({ yieldToEventLoop }: Pausing, steps: Steps<T>): Promise<T> | T {
  return yieldToEventLoop ? withPauses(steps, yieldToEventLoop) : atOnce(steps);
}

/** Hashes a note's text, with the store's pauses. */
export function hashInSteps(store: Pausing, text: string): Promise<string> | string {
  return inSteps(store, hashSteps(text));
}
