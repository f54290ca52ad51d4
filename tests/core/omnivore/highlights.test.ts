import { countHighlights, hasHighlights } from '../../../src/core/omnivore/highlights';
import { atOnce } from '../../../src/core/text/steps';

const LINK = '[⤴️](https://omnivore.app/me/tides-18e3a1b2c3d#';

test.each([
  ['nothing', 'Text.\n', 0],
  ['links', `> one ${LINK}a1b2c3d4-e5)\n\n> two ${LINK}b1b2c3d4-e5)\n`, 2],
  ['links with ids: the same highlights', `> one ${LINK}a1b2c3d4) ^a1b2c3d4\n`, 1],
  ['ids whose links are gone', '> one ^a1b2c3d4\n\n> two ^b1b2c3d4\r\n', 2],
  [
    'quotes below the heading',
    '> no\n\n## Highlights\n\n> one\n> more\n\n> two\n\n## Content\n> no\n',
    2,
  ],
  ['the heading alone', '## Highlights\n', 0],
])('counts %s', (_, text, count) => {
  expect(atOnce(countHighlights(text, { from: 0, to: text.length }))).toBe(count);
});

test('only the range counts', () => {
  const text = '> one ^a1b2c3d4\n> two ^b1b2c3d4\n';
  expect(atOnce(countHighlights(text, { from: 0, to: text.indexOf('> two') }))).toBe(1);
});

test('a heading is enough to have highlights', () => {
  expect(hasHighlights('## 高亮\n')).toBe(true);
  expect(hasHighlights('## Content\n')).toBe(false);
});
