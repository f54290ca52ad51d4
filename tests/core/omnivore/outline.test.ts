import type { Article } from '../../../src/core/omnivore/article';
import { articleIn, articlesIn, detectIn, URL_AT_OMNIVORE } from './note-of';

const SITE = 'https://harbour.example.org/tides';
/** An item as the Logseq plugin writes it, with its first line replaced. */
const item = (line: string, ...properties: readonly string[]): string =>
  [`\t- ${line}`, ...properties.map((property) => `\t  ${property}`), ''].join('\n');

const PROPERTIES = ['collapsed:: true', `site:: [Harbour](${SITE})`, 'date-saved:: [[2024-03-14]]'];
const LIVE = item(`[Tides](${URL_AT_OMNIVORE})`, ...PROPERTIES);

function known({ title, url, saved, source }: Article): unknown {
  return { title, url, saved, source };
}

describe('an item whose link was repaired is still the same article', () => {
  test.each([
    ['replaced by the original', item(`[Tides](${SITE})`, ...PROPERTIES)],
    ['removed', item('Tides', ...PROPERTIES)],
    [
      'replaced by the user',
      item('[Tides](https://web.archive.org/web/2024/https://a.example)', ...PROPERTIES),
    ],
  ])('%s', (_, text) => {
    expect(known(articleIn(text))).toEqual(known(articleIn(LIVE)));
    expect(articleIn(text)).toMatchObject({ omnivoreUrl: null, clocks: [] });
    expect(detectIn(text)).toMatchObject({ template: { id: 'outline' }, signal: 'logseq-item' });
  });

  test('and the articles around it keep their ranges', () => {
    const page = (middle: string): string => `- ## 🔖 Articles\n${LIVE}${middle}${LIVE}`;
    const starts = (text: string): readonly number[] =>
      articlesIn(text).map(({ body }) => text.slice(0, body.from).split('\n').length);
    expect(starts(page(LIVE))).toEqual([2, 6, 10]);
    expect(starts(page(item(`[Tides](${SITE})`, ...PROPERTIES)))).toEqual([2, 6, 10]);
  });

  test('without a saved date, if the note names Omnivore', () => {
    const text = item(`[Tides](${SITE})`, `site:: [Harbour](${SITE})`);
    expect(articlesIn(`- Saved with Omnivore\n${text}`)).toHaveLength(1);
    expect(articlesIn(text)).toEqual([]);
  });
});

test.each([
  ['without properties', item(`[Tides](${SITE})`)],
  [
    'with a site that its link does not lead to',
    item('[Tides](https://a.example)', PROPERTIES[1] ?? ''),
  ],
  [
    'with a site that is not a link',
    item('Tides', 'site:: Harbour', 'date-saved:: [[2024-03-14]]'),
  ],
  ['with a date alone', item('Tides', 'date-saved:: [[2024-03-14]]')],
  ['deep in the user’s own blocks', LIVE.replace('\t- ', '\t\t- ').replace(URL_AT_OMNIVORE, SITE)],
])('a bullet %s is the user’s own', (_, text) => {
  expect(articlesIn(`- Saved with Omnivore\n${text}`)).toEqual([]);
});

test('an item in code is none', () => {
  expect(articlesIn(`\`\`\`\n${LIVE}${item('Tides', ...PROPERTIES)}\`\`\`\n`)).toEqual([]);
});
