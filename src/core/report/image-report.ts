import type { ImageRunOutcome } from '../runs/image-run';
import type { FailedItem } from './json';

/** An image of a note that was saved in the vault. */
interface SavedItem {
  /** The path of the note. */
  readonly path: string;
  readonly url: string;
  /** The path of the image. */
  readonly file: string;
  readonly bytes: number;
  readonly from: 'original' | 'archive';
}

/** An image of a note that is still a link to the web. */
export interface UnsavedItem {
  readonly path: string;
  readonly url: string;
  readonly reason: Extract<ImageRunOutcome, { kind: 'skipped' }>['reason'];
  /** The server's status code; null if it did not answer. */
  readonly status: number | null;
}

/** The output of `save-images --json`. */
export interface ImageReport {
  readonly schema: 1;
  /** The run's ID for `undo`; null if nothing was written. */
  readonly run: string | null;
  /** One for each note and URL. */
  readonly saved: readonly SavedItem[];
  readonly left: readonly UnsavedItem[];
  /** Notes that could not be read or written, and images that could not be written. */
  readonly failed: readonly FailedItem[];
}

/** A report that is being filled. */
export interface OpenImageReport extends ImageReport {
  run: string | null;
  readonly saved: SavedItem[];
  readonly left: UnsavedItem[];
  readonly failed: FailedItem[];
}

/** Creates an empty report. */
export function newImageReport(): OpenImageReport {
  return { schema: 1, run: null, saved: [], left: [], failed: [] };
}

/** Returns the entry for an image that is not fetched, because its note can't be edited there. */
export function keptItem(image: Pick<UnsavedItem, 'path' | 'url'>): UnsavedItem {
  return { ...image, reason: 'not-editable', status: null };
}

/** Adds the outcome for an image or a note. `run` is the run's ID, or '' if nothing was written yet. */
export function addImageOutcome(
  report: OpenImageReport,
  outcome: ImageRunOutcome,
  run: string,
): void {
  if (run !== '') report.run = run;
  const { kind, path } = outcome;
  if (kind === 'failed') return void report.failed.push({ path, error: outcome.error });
  const { url } = outcome;
  if (kind === 'skipped') {
    report.left.push({ path, url, reason: outcome.reason, status: outcome.status });
  } else {
    const { file, bytes, from } = outcome;
    report.saved.push({ path, url, file, bytes, from });
  }
}
