import { parse } from 'yaml';
import { readNote } from '../../src/note/note';
import { DIALECTS } from '../../src/omnivore/dialects';
import { RECOGNISE_DEFAULTS, recognise, type RecogniseOptions } from '../../src/omnivore/recognise';

const ID = 'id: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a';
const LINK = '[Read on Omnivore](https://omnivore.app/me/tides-18e3d5b1a2c)';
const ORIGINAL = '[Read Original](https://harbour.example.org/tides)';
const IMAGE =
  '![](https://proxy-prod.omnivore-image-cache.app/0x0,s3xXY/https://a.example.org/1.png)';

const withProperties = (properties: string, body: string): string =>
  `---\n${properties}\n---\n\n${body}\n`;

/** A note of each template family, and the mark that tells it. */
const SPEAKERS: readonly (readonly [dialect: string, mark: string, text: string])[] = [
  [
    'single-file',
    'single-file-marker',
    withProperties(`- ${ID}`, `%%${ID.slice(4)}_start%%\n# Tides\n%%${ID.slice(4)}_end%%`),
  ],
  [
    'outline',
    'logseq-item',
    '- [Tides](https://omnivore.app/me/tides-18e3d5b1a2c)\n  site:: harbour.example.org\n  date-saved:: [[2024-03-14]]\n',
  ],
  ['failed-template', 'omnivore-error', withProperties(`${ID}\nomnivore_error: bad YAML`, 'Text')],
  [
    'properties',
    'omnivore-property',
    withProperties(`${ID}\nomnivore_url: https://omnivore.app/me/tides-18e3d5b1a2c`, '# Tides'),
  ],
  ['page', 'read-label', withProperties(ID, `# Tides\n#Omnivore\n\n${LINK}\n${ORIGINAL}`)],
  ['page', 'omnivore-tag', `# Tides\n#Omnivore\n\n${ORIGINAL}\n`],
  ['content', 'proxied-image', withProperties(`${ID}\nauthor: A`, IMAGE)],
  ['bare', 'sole-id', withProperties(ID, '')],
];

function told(text: string, options: RecogniseOptions = RECOGNISE_DEFAULTS): unknown {
  const detection = recognise(readNote(text, parse), 'Reading/note.md', options);
  return detection.kind === 'saved' ? [detection.dialect.id, detection.mark] : detection.kind;
}

test.each(SPEAKERS)('%s, told by %s', (dialect, mark, text) => {
  expect(told(text)).toEqual([dialect, mark]);
});

test('there is a note here for every dialect', () => {
  const spoken = new Set(SPEAKERS.map(([dialect]) => dialect));
  expect(DIALECTS.map(({ id }) => id).filter((id) => !spoken.has(id))).toEqual([]);
});

test.each([
  ['an id alone beside text', withProperties(ID, 'Text of mine.')],
  ['an article’s link in a note of one’s own', `I read ${LINK} yesterday.\n`],
  ['a link in code, beside an id', withProperties(ID, `How it looks: \`${LINK}\``)],
  ['another service’s tag', `# Tides\n#Readwise\n\n${ORIGINAL}\n`],
])('%s is no saved article', (_, text) => {
  expect(told(text)).toBe('other');
});

test.each([
  ['omnivore-folder', { ...RECOGNISE_DEFAULTS, omnivoreFolder: 'Reading' }],
  ['own-property', { ...RECOGNISE_DEFAULTS, ownKeys: ['read it on'] }],
])('with what the settings say, an id is enough: %s', (mark, options) => {
  const text = withProperties(`${ID}\nread it on: 2024-03-14`, 'Text of mine.');
  expect(told(text)).toBe('other');
  expect(told(text, options)).toEqual(['bare', mark]);
});
