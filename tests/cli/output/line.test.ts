import { renderLine } from '../../../src/cli/output/line.mts';
import { plain, plainJson } from '../../../src/cli/output/plain.mts';

const FILE = { color: false, width: null };

test.each([
  ['an escape sequence', 'a\u001b[31mb', 'a\ufffd[31mb'],
  ['line ends', 'a\r\nb', 'a\ufffd\ufffdb'],
  ['a C1 control', 'a\u009b2Jb', 'a\ufffd2Jb'],
  ['marks that reverse text', 'abc \u202e exe.md\u2066', 'abc \ufffd exe.md\ufffd'],
  ['line separators', 'a\u2028b\u2029', 'a\ufffdb\ufffd'],
  ['a tab', 'a\tb', 'a b'],
  ['a workflow command', '::error title=x::y', ': :error title=x::y'],
  ['an indented workflow command', '  ::stop-commands::x', '  : :stop-commands::x'],
  ['an older workflow command', 'a ##[error]b', 'a # #[error]b'],
  ['a command of Azure', '##vso[task.complete]', '# #vso[task.complete]'],
  ['anything else', 'Größe 读 🏴󠁧󠁢󠁥󠁮󠁧󠁿 a::b ##x', 'Größe 读 🏴󠁧󠁢󠁥󠁮󠁧󠁿 a::b ##x'],
])('%s is printed without effect', (_, text, shown) => {
  expect(renderLine(text, FILE)).toBe(shown);
  expect(renderLine([text], FILE)).toBe(shown);
  expect(renderLine([['bold', text]], FILE)).toBe(shown);
});

test('JSON parses to the same values, without control characters', () => {
  const value = { a: '\u001b\u009b\u202e\u2028', b: ['##[error]', '##vso[x]', '## a'] };
  const text = plainJson(value);
  expect(JSON.parse(text)).toEqual(value);
  expect(plain(text)).toBe(text);
});

test('on a terminal with colors, parts are in color and still plain', () => {
  const screen = { color: true, width: 80 };
  expect(renderLine([['red', '- a\u001b[0m'], ' b'], screen)).toBe(
    '\u001b[31m- a\ufffd[0m\u001b[39m b',
  );
});

describe('on a terminal, lines are wrapped at words', () => {
  const line = '  Shelf/a.md: a reason that is longer than the screen is wide';

  test('and continue indented', () => {
    const lines = renderLine(line, { color: false, width: 30 }).split('\n');
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.every((part) => part.length <= 30)).toBe(true);
    expect(lines.slice(1).every((part) => /^ {4}\S/.test(part))).toBe(true);
    expect(lines.map((part) => part.trim()).join(' ')).toBe(line.trim());
  });

  test('unless they fit, or the screen is too narrow for that', () => {
    expect(renderLine(line, { color: false, width: 80 })).toBe(line);
    expect(renderLine(line, { color: false, width: 10 })).toBe(line);
  });
});
