import { escapesIn, unescapeOnce } from '../../../src/core/omnivore/entities';

test.each([
  ['a&#x2F;b&#x3D;c&#x60;d', 'a/b=c`d'],
  ['&#39;&quot;&lt;&gt;', '\'"<>'],
  ['&amp;lt;', '&lt;'],
  ['&copy; & plain', '&copy; & plain'],
])('%s is unescaped once to %s', (text, plain) => {
  expect(unescapeOnce(text)).toBe(plain);
});

test('only escapes that lie wholly between the two offsets are found', () => {
  const text = '&lt;a&gt; &amp;';
  expect(escapesIn(text, 0, text.length - 1)).toEqual([
    { from: 0, to: 4, character: '<' },
    { from: 5, to: 9, character: '>' },
  ]);
  expect(escapesIn(text, 1, 5)).toEqual([]);
});
