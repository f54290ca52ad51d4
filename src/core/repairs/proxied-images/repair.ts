import type { Properties, Property } from '../../markdown/front-matter/read-front-matter';
import type { Note } from '../../markdown/note';
import {
  nextDeadHost,
  proxiedUrls,
  proxiedUrlSteps,
  type ProxiedUrl,
} from '../../omnivore/image-proxy';
import type { Range, TextEdit } from '../../text/edits';
import { atOnce, isLong, type Steps } from '../../text/steps';
import { trimSlashesEnd } from '../../text/trim-slashes';
import { list } from '../../schema/field';
import { defineRepair } from '../define-repair';
import { unresolvedFinding, type Finding } from '../repair';
import { docs, examples } from './docs';
import { plainUrl } from './plain-url';
import { en } from './en';
import { zh } from './zh';

/** Returns whether a text is a URL with a host, with or without a path. */
const isUrl = (text: string): boolean => /^\s*https?:\/\/[^\s/]/i.test(text);

/**
 * Removes the dead proxy from image URLs in Markdown, HTML, front matter, escaped text and plain text.
 * Everything after the proxy's signature is the original URL, so only the proxy's part is deleted, unless the
 * original is percent-encoded and the proxy is not.
 */
export const proxiedImages = defineRepair({
  id: 'proxied-images',
  enabled: true,
  touches: ['front-matter', 'body'],
  command: { id: 'unproxy-images', icon: 'image' },
  options: {
    /** Base URLs of self-hosted proxies (`http://localhost:7070`). They may still work, so only these are removed. */
    hosts: list({
      accepts: isUrl,
      tidy: (urls) => urls.map((url) => trimSlashesEnd(url.trim())),
      separator: 'line',
      placeholder: 'http://localhost:7070',
    }),
  },
  messages: { en, zh },
  docs,
  examples,
  *find({ note, article }, { hosts }) {
    const found = proxiedInProperties(note, article.properties, hosts);
    return [...found, ...(yield* proxiedInBody(note, article.body, hosts))];
  },
});

/**
 * Finds proxied images that the user copied from saved articles into other notes. Only Omnivore's own proxies
 * count, because those are dead for everyone.
 */
export function imagesInOwnNote(note: Note): readonly Finding[] {
  const { text, bodyFrom, frontMatter } = note;
  if (nextDeadHost(text, 0) < 0) return [];
  const properties = frontMatter?.records.flat() ?? [];
  const body = { from: bodyFrom, to: text.length };
  return [...proxiedInProperties(note, properties, []), ...atOnce(proxiedInBody(note, body, []))];
}

function* proxiedInBody(
  note: Note,
  { from, to }: Range,
  hosts: readonly string[],
): Steps<readonly Finding[]> {
  const { text } = note;
  const findings: Finding[] = [];
  // Stops at the end of the article, because a note may contain many.
  const urls = yield* proxiedUrlSteps(text.slice(0, to), from, to, hosts);
  if (isLong(text)) yield;
  for (const url of urls) {
    if (note.inDoubtfulCode(url.from)) findings.push(unresolvedFinding(text, url, 'in-code'));
    else if (!note.inCode(url.from)) findings.push(finding(text, url));
  }
  return findings;
}

function proxiedInProperties(
  { text }: Note,
  properties: Properties,
  hosts: readonly string[],
): readonly Finding[] {
  const [first, last] = [properties[0], properties.at(-1)];
  if (!first || !last) return [];
  const mayHold = nextDeadHost(text.slice(first.lines.from, last.lines.to), 0) >= 0;
  if (hosts.length === 0 && !mayHold) return [];
  return properties.flatMap((property) => proxiedInProperty(text, property, hosts));
}

function proxiedInProperty(
  text: string,
  property: Property,
  hosts: readonly string[],
): readonly Finding[] {
  const { from, to } = property.written ?? property.lines;
  const slice = text.slice(from, to);
  return proxiedUrls(slice, 0, slice.length, hosts).map((url) => {
    const placed = shifted(url, from);
    return property.written
      ? finding(text, placed)
      : unresolvedFinding(text, placed, 'not-editable');
  });
}

function shifted({ from, to, original, state }: ProxiedUrl, by: number): ProxiedUrl {
  return { from: from + by, to: to + by, original: original + by, state };
}

function finding(text: string, url: ProxiedUrl): Finding {
  const { from, to, original, state } = url;
  if (state === 'gone') return unresolvedFinding(text, url, 'data-image');
  if (state === 'truncated') return unresolvedFinding(text, url, 'truncated-address');
  const written = text.slice(original, to);
  const after = plainUrl(written, text.slice(from, original));
  const edit: TextEdit =
    after === written ? { from, to: original, insert: '' } : { from, to, insert: after };
  return { from, to, before: text.slice(from, to), after, edits: [edit] };
}
