import type { ImageRunOutcome } from '../runs/image-run';
import type { FailedItem } from './json';

/** An image of a note that is in the vault now. */
interface SavedItem {
  /** The note's. */
  readonly path: string;
  readonly url: string;
  /** The image's path. */
  readonly file: string;
  readonly bytes: number;
  readonly from: 'original' | 'archive';
}

/** An image of a note that is still a link to the web. */
export interface ImageLeftItem {
  readonly path: string;
  readonly url: string;
  readonly reason: Extract<ImageRunOutcome, { kind: 'left' }>['reason'];
  /** Of the server's answer; null where there was none. */
  readonly status: number | null;
}

/** What `save-images --json` prints. */
export interface ImageReport {
  readonly schema: 1;
  /** The run's id for `undo`; null where nothing was written. */
  readonly run: string | null;
  /** One for each note and URL. */
  readonly saved: readonly SavedItem[];
  readonly left: readonly ImageLeftItem[];
  /** Notes that could not be read or written, and images that could not be written. */
  readonly failed: readonly FailedItem[];
}

/** A report that is being written. */
export interface OpenImageReport extends ImageReport {
  run: string | null;
  readonly saved: SavedItem[];
  readonly left: ImageLeftItem[];
  readonly failed: FailedItem[];
}

/** A report of nothing yet. */
export function newImageReport(): OpenImageReport {
  return { schema: 1, run: null, saved: [], left: [], failed: [] };
}

/** Adds what became of an image or a note. `run`: the id of the run so far, '' where nothing was written. */
export function addImageOutcome(
  report: OpenImageReport,
  outcome: ImageRunOutcome,
  run: string,
): void {
  if (run !== '') report.run = run;
  const { kind, path } = outcome;
  if (kind === 'failed') return void report.failed.push({ path, error: outcome.error });
  const { url } = outcome;
  if (kind === 'left') {
    report.left.push({ path, url, reason: outcome.reason, status: outcome.status });
  } else {
    const { file, bytes, from } = outcome;
    report.saved.push({ path, url, file, bytes, from });
  }
}
