import { valueRange } from '../markdown/front-matter/edit-properties';
import { propertyTexts, type PropertyText } from '../markdown/front-matter/property-texts';
import type { Property } from '../markdown/front-matter/read-front-matter';
import type { Note } from '../markdown/note';
import type { Article } from '../omnivore/article';
import { withoutProxy } from '../omnivore/image-proxy';
import { plainName } from '../omnivore/property-names';
import type { Range } from '../text/edits';
import { rangeAround } from '../text/ranges';
import { htmlImages, type HtmlImage } from './html-images';
import { decodeEntities, requestUrlOf } from './image-url';
import { markdownImages, type CodeEnd, type MarkdownImage } from './markdown-images';
import { referenceImages } from './reference-images';
import { largestOf } from './srcset';

/**
 * An image of a note that is on the web. `url` is the image's own URL, even if the note has the URL
 * of the dead proxy.
 */
export type RemoteImage = Range & { readonly url: string } & (
    | { readonly kind: 'markdown'; readonly image: MarkdownImage }
    /** `values`: the values of the attributes with the URL: `src`, `srcset`, or both. */
    | { readonly kind: 'html'; readonly values: readonly Range[] }
    /** Its range is the URL in the definition. `isShared`: a link uses the definition too. */
    | { readonly kind: 'reference'; readonly isShared: boolean }
    | { readonly kind: 'property'; readonly property: Property; readonly value: PropertyText }
  );

/**
 * Properties for an article's picture, by the names that Omnivore's template and other plugins use.
 */
const PICTURE_PROPERTIES: ReadonlySet<string> = new Set([
  ...[
    'image',
    'images',
    'cover',
    'covers',
    'banner',
    'thumbnail',
    'poster',
    'coverimage',
    'featuredimage',
  ],
  ...['featureimage', 'headerimage', 'bannerimage', 'imageurl', 'coverurl', 'ogimage'],
]);

/**
 * Returns the remote images of an article: first those in properties, then those in the body.
 * Ignores images in code, comments and math.
 */
export function remoteImages(note: Note, article: Article): readonly RemoteImage[] {
  return [...imagesInProperties(note, article), ...imagesInBody(note, article.body)];
}

function imagesInProperties({ text }: Note, { properties }: Article): readonly RemoteImage[] {
  return properties.flatMap((property): readonly RemoteImage[] => {
    if (!PICTURE_PROPERTIES.has(letters(property.key))) return [];
    return propertyTexts(text, property).flatMap((value): readonly RemoteImage[] => {
      const url = remoteUrl(value.value.trim());
      if (url === null) return [];
      const { from, to } = value.written ?? valueRange(text, property);
      return [{ kind: 'property', from, to, url, property, value }];
    });
  });
}

function letters(key: string): string {
  return plainName(key).replace(/[^a-z]/g, '');
}

function imagesInBody(note: Note, body: Range): readonly RemoteImage[] {
  const { text } = note;
  const codeEnd: CodeEnd = (offset) => rangeAround(note.code, offset)?.to ?? -1;
  const found: RemoteImage[] = [];
  for (const image of markdownImages(text, body, codeEnd)) {
    const url = remoteUrl(decodeMarkdown(image.url));
    if (url !== null) found.push({ kind: 'markdown', from: image.from, to: image.to, url, image });
  }
  for (const { destination, url: written, isShared } of referenceImages(text, body, codeEnd)) {
    const url = remoteUrl(decodeMarkdown(written));
    if (url !== null) found.push({ kind: 'reference', ...destination, url, isShared });
  }
  for (const tag of htmlImages(text, body, codeEnd)) {
    const image = ofTag(text, tag);
    if (image) found.push(image);
  }
  return withoutNested(found.sort((a, b) => a.from - b.from));
}

/** Removes tags inside the alternative text of an image, because they are not shown as images. */
function withoutNested(images: readonly RemoteImage[]): readonly RemoteImage[] {
  let passed = -1;
  return images.filter(({ from, to }) => {
    const isApart = from >= passed;
    if (isApart) passed = to;
    return isApart;
  });
}

/** Returns the image of a tag: the largest file of its `srcset`, otherwise its `src`. */
function ofTag(text: string, { from, to, attributes }: HtmlImage): RemoteImage | null {
  const valueOf = (name: string): Range | null =>
    attributes.find((attribute) => attribute.name === name)?.value ?? null;
  const [src, srcset] = [valueOf('src'), valueOf('srcset')];
  const read = (span: Range): string => decodeEntities(text.slice(span.from, span.to)).trim();
  const largest = srcset === null ? null : remoteUrl(largestOf(read(srcset)) ?? '');
  const url = largest ?? (src === null ? null : remoteUrl(read(src)));
  if (url === null) return null;
  const values = [src, largest === null ? null : srcset].filter((span) => span !== null);
  return { kind: 'html', from, to, url, values: values.sort((a, b) => a.from - b.from) };
}

/** Returns the URL without Omnivore's proxy. Returns null if it can't be requested. */
function remoteUrl(written: string): string | null {
  const url = withoutProxy(written);
  return requestUrlOf(url) === null ? null : url;
}

const ESCAPED = /\\([!-/:-@[-`{-~])/g;

/** Decodes a link destination as Markdown does. */
function decodeMarkdown(destination: string): string {
  const unescaped = destination.includes('\\')
    ? destination.replace(ESCAPED, (_, sign: string) => sign)
    : destination;
  return decodeEntities(unescaped);
}
