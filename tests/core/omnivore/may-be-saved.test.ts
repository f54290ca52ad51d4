import * as fc from 'fast-check';
import { mayBeSaved } from '../../../src/core/omnivore/may-be-saved';
import { plan } from '../../../src/core/repairs/plan';
import { EXAMPLES } from '../../examples';
import { anyCase } from '../../generate-notes';
import { plannerFor } from '../../planner-for';
import { allFixtures } from '../../read-fixtures';

const UUID = '5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a';

function mayBe(text: string): boolean {
  const bytes = Buffer.from(text);
  return mayBeSaved({
    contains: (word) => bytes.includes(word),
    latin1: () => bytes.toString('latin1'),
    first: bytes[0],
  });
}

/** Whether planning the note finds anything, be it a saved article or not. */
function isRelated(text: string, settings: unknown = {}): boolean {
  const { detection, findings } = plan(text, 'Omnivore/a.md', {
    ...plannerFor(settings),
    ownNotes: true,
  });
  return detection.kind === 'saved' || findings.length > 0;
}

test.each([
  ['empty', ''],
  ['prose', '# A walk\n\nBy the sea.\n'],
  ['with properties', '---\ntags: [walk]\nwidth: 3\n---\nBy the sea.\n'],
  ['with an ID in its text', `By the sea.\n\nid: ${UUID}\n`],
  ['with front matter that is not closed', `---\nid: ${UUID}\n`],
  ['with a word that ends with the name of the key', '---\ncovid19: true\n---\n'],
])('an ordinary note is rejected: %s', (_, text) => {
  expect(mayBe(text)).toBe(false);
});

test.each([
  ['an ID', `---\nid: ${UUID}\n---\n`],
  ['an ID after a byte order mark', `\ufeff---\nid: ${UUID}\n---\n`],
  ['an ID with another spelling of its key', `---\n"ID" : ${UUID}\n---\n`],
  ['an ID after lines with three dashes', `---\na: |\n  b\n---c: d\nid: ${UUID}\n---\n`],
  ['an ID in a list', `---\n- id: ${UUID}\n---\n%%${UUID}_start%%\n`],
  ['an ID with Windows line ends', `---\r\nid: ${UUID}\r\n---\r\n`],
  ['the name of Omnivore', '#Omnivore\n'],
  ['the name in capital letters', 'OMNIVORE'],
  ['an outline', '- [A](https://a.example)\n  site:: [a](https://a.example)\n  date-saved:: x\n'],
])('a note is read if it has %s', (_, text) => {
  expect(mayBe(text)).toBe(true);
});

test('no note that a plan has something to say about is rejected', () => {
  const related = [...allFixtures(), ...EXAMPLES].flatMap(({ before, after, settings }) =>
    [before, after].filter((text) => isRelated(text, settings)),
  );
  expect(related.length).toBeGreaterThan(200);
  expect(related.filter((text) => !mayBe(text))).toEqual([]);
  fc.assert(
    fc.property(anyCase, fc.nat(), fc.nat(60), ({ text, settings }, at, length) => {
      const from = text.length === 0 ? 0 : at % text.length;
      const damaged = text.slice(0, from) + text.slice(from + length);
      for (const each of [text, damaged]) {
        if (!mayBe(each)) expect(isRelated(each, settings)).toBe(false);
      }
    }),
    { numRuns: 500, seed: 20241115 },
  );
});
