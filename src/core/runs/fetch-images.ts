import pLimit from 'p-limit';
import { attemptsFor } from '../images/attempts';
import { download, type UnsavedReason } from '../images/download';
import type { Fetcher } from '../images/fetcher';
import { hostOf } from '../images/image-url';
import { samePictures, type FetchedPicture } from '../images/refusal-pictures';
import { sha256 as hashOf } from '../images/sha256';
import type { FileStore } from './file-store';
import type { SavedImage } from './journal-format';
import { messageOf } from './error-message';
import { JournalError, type FetchedImage, type ImageWriter } from './store-image';
import type { WantedImage } from './wanted-images';

/** The outcome for an image. */
export type ImageOutcome =
  | { readonly kind: 'saved'; readonly image: SavedImage }
  | { readonly kind: 'skipped'; readonly reason: UnsavedReason; readonly status: number | null }
  /** It was fetched but could not be written. */
  | { readonly kind: 'failed'; readonly error: string };

/** Everything that fetching needs. */
export interface Fetching {
  /** Must limit its own requests; see `politeFetcher`. */
  readonly fetcher: Fetcher;
  readonly files: FileStore;
  readonly writer: ImageWriter;
  /** The base URL of the Wayback Machine; null to not use it. */
  readonly archive: string | null;
  /** Stops fetching. Images that were not saved by then are skipped. */
  readonly signal: AbortSignal;
  /** Called when an image is done, with the number of bytes received. */
  readonly onImage: (
    image: WantedImage,
    outcome: ImageOutcome,
    bytes: number,
  ) => Promise<void> | void;
}

/** What is kept in memory about a fetched image. */
interface Fetched extends FetchedPicture {
  readonly attempt: number;
}

type Outcomes = Map<string, ImageOutcome>;

/** After this many files that could not be written, fetching stops: most likely the disk is full. */
const MAX_FAILURES = 3;

/** How many images can wait at the same time. More would only use memory. */
const MAX_WAITING_IMAGES = 1_000;

/**
 * Fetches images and creates their files. At the end, results are checked again: a small picture that one
 * host served for many URLs is a refusal. Rejects if the journal can't be written, after all active requests
 * have ended.
 */
export async function fetchImages(
  images: readonly WantedImage[],
  fetching: Fetching,
): Promise<ReadonlyMap<string, ImageOutcome>> {
  const outcomes: Outcomes = new Map();
  const fetched = new Map<string, Fetched>();
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  fetching.signal.addEventListener('abort', stop);
  if (fetching.signal.aborted) stop();
  const errors: unknown[] = [];
  let failures = 0;
  const limit = pLimit(MAX_WAITING_IMAGES);
  await limit.map(images, async (image) => {
    try {
      const outcome = await fetchOne(image, { ...fetching, signal: controller.signal }, fetched);
      outcomes.set(image.url, outcome);
      if (outcome.kind === 'failed' && ++failures >= MAX_FAILURES) stop();
      await fetching.onImage(image, outcome, fetched.get(image.url)?.bytes ?? 0);
    } catch (error) {
      errors.push(error);
      stop();
    }
  });
  fetching.signal.removeEventListener('abort', stop);
  if (errors.length > 0) throw errors[0];
  await judgeAgain(images, fetched, outcomes, fetching);
  return outcomes;
}

async function fetchOne(
  image: WantedImage,
  { fetcher, files, writer, archive, signal }: Fetching,
  fetched: Map<string, Fetched>,
): Promise<ImageOutcome> {
  const { url, context } = image;
  const attempts = attemptsFor(url, context, archive);
  const throttled: Fetcher = {
    async fetch(request) {
      await writer.room();
      return fetcher.fetch(request);
    },
  };
  const result = await download(attempts, throttled, signal);
  if (result.kind === 'skipped') return result;
  const { bytes, attempt } = result;
  const sha256 = await hashOf(bytes, files);
  const host = hostOf(attempts[attempt]?.url ?? '');
  fetched.set(url, { url, host, sha256, bytes: bytes.length, attempt });
  return keep({ ...result, sha256 }, image, writer);
}

/** Rejects only if the journal can't be written, because then nothing else may be written. */
async function keep(
  fetched: FetchedImage,
  image: WantedImage,
  writer: ImageWriter,
): Promise<ImageOutcome> {
  try {
    return { kind: 'saved', image: await writer.store(fetched, image) };
  } catch (error) {
    if (error instanceof JournalError) throw error;
    return { kind: 'failed', error: messageOf(error) };
  }
}

/** Fetches pictures that may be refusals from other sources, and removes those that are refusals. */
async function judgeAgain(
  images: readonly WantedImage[],
  fetched: ReadonlyMap<string, Fetched>,
  outcomes: Outcomes,
  fetching: Fetching,
): Promise<void> {
  const suspects = new Map<string, boolean>();
  for (const { urls, isRefusal } of samePictures(fetched.values())) {
    for (const url of urls) suspects.set(url, isRefusal);
  }
  const unused = new Set<string>();
  const limit = pLimit(MAX_WAITING_IMAGES);
  await limit.map(images, async (image) => {
    const [isRefusal, first] = [suspects.get(image.url), fetched.get(image.url)];
    if (isRefusal === undefined || !first) return;
    const other = await fetchOther(image, first, fetching);
    if (other === null && !isRefusal) return;
    const before = outcomes.get(image.url);
    if (before?.kind === 'saved') unused.add(before.image.path);
    outcomes.set(image.url, other ?? { kind: 'skipped', reason: 'refusal-picture', status: 200 });
  });
  for (const outcome of outcomes.values())
    if (outcome.kind === 'saved') unused.delete(outcome.image.path);
  await fetching.writer.discard(unused);
}

/** Returns the result of another attempt with a different picture, or null. */
async function fetchOther(
  image: WantedImage,
  { sha256, attempt }: Fetched,
  { fetcher, files, writer, archive, signal }: Fetching,
): Promise<ImageOutcome | null> {
  const attempts = attemptsFor(image.url, image.context, archive);
  for (let first = attempt + 1; first < attempts.length;) {
    const result = await download(attempts, fetcher, signal, first);
    if (result.kind === 'skipped') return null;
    const found = await hashOf(result.bytes, files);
    if (found !== sha256) return keep({ ...result, sha256: found }, image, writer);
    first = result.attempt + 1;
  }
  return null;
}
