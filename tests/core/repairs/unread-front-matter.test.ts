import { plan } from '../../../src/core/repairs/plan';
import { plannerFor } from '../../planner-for';

const BODY = `
# T
#Omnivore

[Read on Omnivore](https://omnivore.app/me/t-18e3f0a1b2c)
[Read Original](https://example.org/w)
`;
const TOML = `+++\ndate_saved = 2024-03-14 08:21:56\ndraft = true\n+++\n${BODY}`;
const JSON_MATTER = `{\n  "draft": true\n}\n${BODY}`;
const INVALID = `---\ntitle: a: b\ndate_saved: 2024-03-14 08:21:56\n---\n${BODY}`;

/** What is reported, once per note. */
function left(text: string, settings: unknown = {}): readonly unknown[] {
  const { findings, after } = plan(text, 'a.md', plannerFor(settings));
  expect(after).toBe(text);
  return findings.map(({ repair, unresolved: reason }) => [repair, reason]);
}

test.each([
  ['TOML', TOML, 'other-front-matter'],
  [
    'TOML after a byte order mark, with CRLF',
    `\ufeff${TOML.replaceAll('\n', '\r\n')}`,
    'other-front-matter',
  ],
  ['JSON', JSON_MATTER, 'other-front-matter'],
  ['JSON between YAML’s lines', `---\n{"draft":true}\n---\n${BODY}`, 'other-front-matter'],
  ['YAML that is not valid', INVALID, 'unsound-front-matter'],
])('%s is reported once, for all repairs together', (_, text, reason) => {
  expect(left(text)).toEqual([[null, reason]]);
});

test.each([
  ['no front matter', BODY],
  ['a property with an unusual name', `---\nAuthor(s): Ann\n---\n${BODY}`],
  ['TOML that is not closed', TOML.replace('true\n+++', 'true')],
  ['a line of plus signs that is more than a fence', TOML.replace('+++', '++++')],
])('%s is nothing to report', (_, text) => {
  expect(left(text)).toEqual([]);
});

test('it does not matter if no repair reads properties', () => {
  const repairs = { 'draft-flag': false, dates: false, 'proxied-images': false };
  expect(left(TOML, { repairs })).toEqual([]);
});
