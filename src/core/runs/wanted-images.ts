import type { ImageContext } from '../images/attempts';
import { remoteImages, type RemoteImage } from '../images/collect';
import { canRewrite } from '../images/rewrite';
import { hostOf } from '../images/image-url';
import { readDate } from '../dates/parse';
import { instantOf } from '../dates/format';
import { parseNote } from '../markdown/note';
import type { YamlParser } from '../markdown/front-matter/yaml';
import { titleOf, type Article } from '../omnivore/article';
import { withoutLink } from '../omnivore/read-article';
import { detectSteps, type DetectOptions } from '../omnivore/detect';
import { isLong, type Steps } from '../text/steps';
import { hashInSteps, inSteps } from './in-steps';
import type { NoteStore } from './note-store';
import { failureOf } from './error-message';

/** Options for reading notes. */
export interface ImageReader {
  readonly parseYaml: YamlParser;
  readonly detect: DetectOptions;
}

/** A remote image in notes. */
export interface WantedImage {
  readonly url: string;
  /** The title of the first article with this image, for the file's name. */
  readonly title: string;
  readonly context: ImageContext;
  /** The notes with this image, in order. */
  readonly notes: readonly string[];
}

/** The images of some notes. */
export interface WantedImages {
  /** By URL, in the order of the notes. */
  readonly images: ReadonlyMap<string, WantedImage>;
  /** The hashes of the notes with these images, by path. */
  readonly notes: ReadonlyMap<string, string>;
  /** Images that stay links to the web, because the note can't be edited there. */
  readonly kept: readonly { readonly path: string; readonly url: string }[];
  /** Notes that could not be read, and why. */
  readonly failed: readonly { readonly path: string; readonly error: string }[];
}

/** A remote image, and the article that shows it. */
interface ArticleImage {
  readonly article: Article;
  readonly image: RemoteImage;
}

/** Returns the remote images of a note's articles; none if it is not a saved article. In steps. */
export function* imagesOfNote(
  text: string,
  path: string,
  reader: ImageReader,
): Steps<readonly ArticleImage[]> {
  const note = parseNote(text, reader.parseYaml);
  const detection = yield* detectSteps(note, path, reader.detect);
  if (detection.kind !== 'saved') return [];
  const images: ArticleImage[] = [];
  for (const article of detection.articles) {
    for (const image of remoteImages(note, article)) images.push({ article, image });
    if (isLong(text)) yield;
  }
  return images;
}

/** Reads notes and collects their remote images. */
export async function wantedImages(
  paths: Iterable<string>,
  store: Pick<NoteStore, 'read' | 'yieldToEventLoop'>,
  reader: ImageReader,
  onNote: (path: string) => void = () => undefined,
): Promise<WantedImages> {
  const images = new Map<string, WantedImage & { readonly notes: string[] }>();
  const notes = new Map<string, string>();
  const kept: { path: string; url: string }[] = [];
  const failed: { path: string; error: string }[] = [];
  for (const path of paths) {
    onNote(path);
    try {
      const { kind, text } = await store.read(path);
      const found = await inSteps(store, imagesOfNote(text, path, reader));
      if (found.length === 0) continue;
      if (kind === 'invalid-utf8') throw new Error('It is not UTF-8.');
      const editable = found.filter(({ image }) => canRewrite(image));
      const others = found.filter(({ image }) => !canRewrite(image));
      for (const url of new Set(others.map(({ image }) => image.url))) kept.push({ path, url });
      if (editable.length > 0) notes.set(path, await hashInSteps(store, text));
      for (const { article, image } of editable) addImage(images, path, article, image.url);
    } catch (error) {
      failed.push({ path, error: failureOf(error) });
    }
  }
  return { images, notes, kept, failed };
}

function addImage(
  images: Map<string, WantedImage & { readonly notes: string[] }>,
  path: string,
  article: Article,
  url: string,
): void {
  const existing = images.get(url);
  if (existing) {
    if (existing.notes.at(-1) !== path) existing.notes.push(path);
    return;
  }
  const context = { articleUrl: article.url, savedMs: savedMsOf(article) };
  images.set(url, { url, title: titleOf(article, path), context, notes: [path] });
}

/**
 * Returns the timestamp from the article's ID, otherwise its saved date. Without a zone it is read as UTC,
 * which is close enough to find an archived copy.
 */
function savedMsOf({ clocks, saved }: Article): number | null {
  const [clock] = clocks;
  if (clock !== undefined) return clock;
  const reading = saved === null ? null : readDate(withoutLink(saved));
  return reading?.kind === 'date' ? instantOf(reading) : null;
}

/** Counts the images of each host, the largest count first. */
export function hostsOf(images: Iterable<WantedImage>): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { url } of images) counts.set(hostOf(url), (counts.get(hostOf(url)) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
