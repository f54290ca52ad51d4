import { lineAround, linesOf } from '../../../src/core/text/lines';

/** The text of each line, without the break. */
function contents(text: string): readonly string[] {
  return [...linesOf(text)].map(({ from, to }) => text.slice(from, to));
}

test.each([
  ['', []],
  ['a', ['a']],
  ['a\n', ['a']],
  ['\na', ['', 'a']],
  ['a\r\n\r\nb', ['a', '', 'b']],
  ['a\rb\r\n', ['a\rb']],
])('the lines of %j', (text, lines) => {
  expect(contents(text)).toEqual(lines);
});

test.each([
  ['\nab', 0, ''],
  ['\nab', 1, 'ab'],
  ['ab\ncd', 0, 'ab'],
  ['ab\ncd', 2, 'ab'],
  ['ab\ncd', 3, 'cd'],
  ['ab\ncd', 5, 'cd'],
  ['ab\r\ncd', 2, 'ab'],
])('in %j, around %i is %j', (text, offset, line) => {
  const { from, to } = lineAround(text, offset);
  expect(text.slice(from, to)).toBe(line);
});
