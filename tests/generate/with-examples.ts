import * as fc from 'fast-check';
import { REPAIR_IDS } from '../../src/core/repairs';
import { EXAMPLES } from '../examples';

/** The properties of an example and its body, without those that only make it an article, because the note has such properties already. */
interface Parts {
  readonly properties: string;
  readonly body: string;
}

const ONLY_SIGNALS = /^(?:id: .*|date_saved: 2024-03-14T08:21:56)\n/gm;

function partsOf(note: string): Parts {
  const [, yaml = '', body = note] = /^---\n([^]*?\n)---\n([^]*)$/.exec(note) ?? [];
  return { properties: yaml.replace(ONLY_SIGNALS, ''), body };
}

/** For each repair an example of it in a quarter of the notes, so that every repair finds something to do. */
const parts: fc.Arbitrary<readonly (Parts | null)[]> = fc.tuple(
  ...REPAIR_IDS.map((id) => {
    const own = EXAMPLES.filter(({ repair }) => repair === id).map(({ before }) => partsOf(before));
    return fc.option(fc.constantFrom(...own), { freq: 3, nil: null });
  }),
);

/** Notes with examples of repairs among their properties and at their end. */
export function withExamples(note: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(note, parts).map(([text, chosen]) => chosen.reduce(add, text));
}

function add(text: string, part: Parts | null): string {
  if (!part) return text;
  const start = '---\n';
  const withProperties = text.startsWith(start)
    ? start + part.properties + text.slice(start.length)
    : text;
  return part.body === '' ? withProperties : `${withProperties}\n\n${part.body}`;
}
