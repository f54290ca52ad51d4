import type { Attempt, ImageSource } from './attempts';
import type { Fetcher, FetchProblem, ImageAnswer } from './fetcher';
import { kindOfBytes, type ImageKind, type NoImage } from './image-bytes';

/** Why an image is still a link to the web. */
export type UnsavedReason =
  | FetchProblem
  | NoImage
  /** The server returned an error status. */
  | 'http-error'
  /** The server returned the same small picture for many URLs, which is how it refuses. */
  | 'refusal-picture'
  /** The note has changed since its images were collected. */
  | 'changed-meanwhile';

/** An image that was fetched. */
interface DownloadedImage {
  readonly kind: 'image';
  readonly bytes: Uint8Array;
  readonly type: ImageKind;
  readonly from: ImageSource;
  /** The index of the attempt that succeeded. */
  readonly attempt: number;
}

/** The result of all attempts for an image. */
export type Download =
  | DownloadedImage
  | {
      readonly kind: 'skipped';
      readonly reason: UnsavedReason;
      /** The last status from the image's own host; null if it did not answer. */
      readonly status: number | null;
    };

type Skipped = Extract<Download, { kind: 'skipped' }>;

/**
 * Makes the attempts one by one until one returns an image. If none does, the reason comes from the
 * last answer of the image's own host. `first` is the index of the attempt to start with.
 */
export async function download(
  attempts: readonly Attempt[],
  fetcher: Fetcher,
  signal: AbortSignal,
  first = 0,
): Promise<Download> {
  let skipped: Skipped = { kind: 'skipped', reason: 'no-connection', status: null };
  let isOriginalDone = false;
  for (const [index, { url, referer, from }] of attempts.entries()) {
    if (index < first || (isOriginalDone && from === 'original')) continue;
    if (signal.aborted) return { kind: 'skipped', reason: 'stopped', status: null };
    const answer = await fetcher.fetch({ url, referer, signal });
    const judged = judge(answer, from, index);
    if (judged.kind === 'image' || judged.reason === 'stopped') return judged;
    if (from === 'archive') continue;
    skipped = judged;
    if (isFinal(judged.reason)) return skipped;
    isOriginalDone = isDone(answer);
  }
  return skipped;
}

function judge(answer: ImageAnswer, from: ImageSource, attempt: number): Download {
  if (answer.kind === 'problem') return { kind: 'skipped', reason: answer.problem, status: null };
  const { status, bytes } = answer;
  // 206 is a part of an image.
  if (status < 200 || status > 299 || status === 206)
    return { kind: 'skipped', reason: 'http-error', status };
  const found = kindOfBytes(bytes);
  if (found.kind === 'no-image') return { kind: 'skipped', reason: found.is, status };
  return { kind: 'image', bytes, type: found.type, from, attempt };
}

/**
 * Returns whether to make no more attempts: another one can't help, or the URL must not be sent to
 * anyone else.
 */
function isFinal(reason: UnsavedReason): boolean {
  return reason === 'private-host' || reason === 'too-large';
}

/**
 * Returns whether another `Referer` can't help: the host does not answer, has no such file, or is
 * broken.
 */
function isDone(answer: ImageAnswer): boolean {
  if (answer.kind === 'problem') return true;
  const { status } = answer;
  return status === 404 || status === 410 || status === 429 || status >= 500;
}
