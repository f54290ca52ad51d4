import type { TextEdit } from '../text/edit';
import type { Property } from '../note/front-matter';
import { nextDeadHost, proxiedAddresses, type ProxiedAddress } from '../omnivore/image-proxy';
import { leave, type Finding, type RepairKind, type Subject } from './repair';

export interface ProxiedImagesOptions {
  /** Bases of proxies that one ran oneself (`http://localhost:7070`); they may be alive, so they are only touched when named here. */
  readonly hosts: readonly string[];
}

/**
 * Takes the dead proxy off the addresses of images, wherever they stand: Markdown, HTML, front matter, escaped, plain text.
 * Everything behind the proxy's signature is the original, so the proxy's part is deleted and nothing else is touched.
 */
export const proxiedImages: RepairKind<ProxiedImagesOptions> = {
  defaults: { hosts: [] },
  with: ({ hosts }) => {
    return (subject) => [...inProperties(subject, hosts), ...inBody(subject, hosts)];
  },
};

function inBody({ note, article }: Subject, hosts: readonly string[]): readonly Finding[] {
  const { text } = note;
  const findings: Finding[] = [];
  const { from, to } = article.body;
  // Nothing behind the article is read: a note may hold many.
  for (const address of proxiedAddresses(text.slice(0, to), from, to, hosts)) {
    if (!note.inCode(address.from)) findings.push(finding(text, address));
  }
  return findings;
}

function inProperties({ note, article }: Subject, hosts: readonly string[]): readonly Finding[] {
  const { text } = note;
  const [first, last] = [article.properties[0], article.properties.at(-1)];
  if (!first || !last) return [];
  const mayHold = nextDeadHost(text.slice(first.lines.from, last.lines.to), 0) >= 0;
  if (hosts.length === 0 && !mayHold) return [];
  return article.properties.flatMap((property) => inProperty(text, property, hosts));
}

function inProperty(
  text: string,
  property: Property,
  hosts: readonly string[],
): readonly Finding[] {
  const { from, to } = property.written ?? property.lines;
  const slice = text.slice(from, to);
  return proxiedAddresses(slice, 0, slice.length, hosts).map((address) => {
    const placed = shifted(address, from);
    return property.written ? finding(text, placed) : leave(text, placed, 'not-editable');
  });
}

function shifted({ from, to, original, state }: ProxiedAddress, by: number): ProxiedAddress {
  return { from: from + by, to: to + by, original: original + by, state };
}

function finding(text: string, address: ProxiedAddress): Finding {
  const { from, to, original, state } = address;
  if (state === 'gone') return leave(text, address, 'data-image');
  if (state === 'truncated') return leave(text, address, 'truncated-address');
  const deletion: TextEdit = { from, to: original, insert: '' };
  return { from, to, was: text.slice(from, to), will: text.slice(original, to), edits: [deletion] };
}
