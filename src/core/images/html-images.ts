import type { Range } from '../text/edits';
import type { CodeEnd } from './markdown-images';

/** An attribute of a tag. `value` excludes the quotes. */
interface Attribute {
  /** In lowercase. */
  readonly name: string;
  readonly value: Range;
}

/** An `img` or `source` tag in HTML. */
export interface HtmlImage extends Range {
  readonly attributes: readonly Attribute[];
}

const IMAGE_TAG = /<(?:img|source)(?=[\s/])/gi;
/**
 * Longer tags are ignored, in UTF-16 code units. A `srcset` with many proxied URLs has a few
 * thousand.
 */
const MAX_TAG_LENGTH = 32_768;
const TAG_SEPARATOR = /[\s/]/;

/** Yields the `img` and `source` tags that start in a range, in order. */
export function* htmlImages(
  text: string,
  { from, to }: Range,
  codeEnd: CodeEnd,
): Generator<HtmlImage> {
  for (let next = from; next < to;) {
    IMAGE_TAG.lastIndex = next;
    const match = IMAGE_TAG.exec(text);
    if (!match || match.index >= to) return;
    const at = match.index;
    next = at + match[0].length;
    const end = codeEnd(at);
    if (end >= 0) {
      next = Math.max(end, next);
      continue;
    }
    const tag = imageTagAt(text, at, next, to);
    if (!tag) continue;
    yield tag;
    next = tag.to;
  }
}

/**
 * Reads the attributes up to the end of the tag. Returns null if another tag or a blank line comes
 * first.
 */
function imageTagAt(text: string, from: number, start: number, to: number): HtmlImage | null {
  const limit = Math.min(to, from + MAX_TAG_LENGTH);
  const attributes: Attribute[] = [];
  for (let at = start; at < limit;) {
    const sign = text.charAt(at);
    if (sign === '>') return { from, to: at + 1, attributes };
    if (sign === '<' || text.startsWith('\n\n', at) || text.startsWith('\n\r\n', at)) return null;
    if (TAG_SEPARATOR.test(sign)) {
      at++;
      continue;
    }
    const attribute = attributeAt(text, at, limit);
    if (attribute === null) return null;
    attributes.push({ name: attribute.name, value: attribute.value });
    at = attribute.to;
  }
  return null;
}

function attributeAt(
  text: string,
  from: number,
  limit: number,
): (Attribute & { readonly to: number }) | null {
  let end = from + 1;
  while (end < limit && !/[\s=>/]/.test(text.charAt(end))) end++;
  const name = text.slice(from, end).toLowerCase();
  let at = end;
  while (at < limit && /\s/.test(text.charAt(at))) at++;
  if (text.charAt(at) !== '=') return { name, value: { from: end, to: end }, to: end };
  at++;
  while (at < limit && /\s/.test(text.charAt(at))) at++;
  const quote = text.charAt(at);
  if (quote === '"' || quote === "'") {
    const close = text.indexOf(quote, at + 1);
    if (close < 0 || close >= limit) return null;
    return { name, value: { from: at + 1, to: close }, to: close + 1 };
  }
  let to = at;
  while (to < limit && !/[\s>]/.test(text.charAt(to))) to++;
  return { name, value: { from: at, to }, to };
}
