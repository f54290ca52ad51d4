import type { Attempt, ImageSource } from './attempts';
import type { Fetcher, FetchProblem, ImageAnswer } from './fetcher';
import { kindOfBytes, type ImageKind, type NoImage } from './image-bytes';

/** Why an image stays a link to the web. */
export type ImageLeftReason =
  | FetchProblem
  | NoImage
  /** The server answered with an error; its status says which. */
  | 'http-error'
  /** One small picture instead of many: the server's way to refuse. */
  | 'refusal-picture'
  /** The note is another now than when its images were looked for. */
  | 'changed-meanwhile';

/** An image that was fetched. */
interface DownloadedImage {
  readonly kind: 'image';
  readonly bytes: Uint8Array;
  readonly type: ImageKind;
  readonly from: ImageSource;
  /** Which of the attempts it came from. */
  readonly attempt: number;
}

/** What came of all attempts at an image. */
export type Download =
  | DownloadedImage
  | {
      readonly kind: 'left';
      readonly reason: ImageLeftReason;
      /** Of the last answer from the image's own host; null where there was none. */
      readonly status: number | null;
    };

type Left = Extract<Download, { kind: 'left' }>;

/**
 * Makes the attempts one by one, until one brings an image. What the image's own host said last is the reason where none does. `first`:
 * the attempt to begin with.
 */
export async function download(
  attempts: readonly Attempt[],
  fetcher: Fetcher,
  signal: AbortSignal,
  first = 0,
): Promise<Download> {
  let left: Left = { kind: 'left', reason: 'no-connection', status: null };
  let isOriginalDone = false;
  for (const [index, { url, referer, from }] of attempts.entries()) {
    if (index < first || (isOriginalDone && from === 'original')) continue;
    if (signal.aborted) return { kind: 'left', reason: 'stopped', status: null };
    const answer = await fetcher.fetch({ url, referer, signal });
    const judged = judge(answer, from, index);
    if (judged.kind === 'image' || judged.reason === 'stopped') return judged;
    if (from === 'archive') continue;
    left = judged;
    if (isFinal(judged.reason)) return left;
    isOriginalDone = isDone(answer);
  }
  return left;
}

function judge(answer: ImageAnswer, from: ImageSource, attempt: number): Download {
  if (answer.kind === 'problem') return { kind: 'left', reason: answer.problem, status: null };
  const { status, bytes } = answer;
  if (status < 200 || status > 299) return { kind: 'left', reason: 'http-error', status };
  const found = kindOfBytes(bytes);
  if (found.kind === 'no-image') return { kind: 'left', reason: found.is, status };
  return { kind: 'image', bytes, type: found.type, from, attempt };
}

/** What no other attempt could change, or what should not be asked for anywhere else. */
function isFinal(reason: ImageLeftReason): boolean {
  return reason === 'private-host' || reason === 'too-large';
}

/** Whether another `Referer` can't help: the host does not answer, has no such file, or is broken. */
function isDone(answer: ImageAnswer): boolean {
  if (answer.kind === 'problem') return true;
  const { status } = answer;
  return status === 404 || status === 410 || status === 429 || status >= 500;
}
