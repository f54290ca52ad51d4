import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { plain, withoutCommand } from './plain.mts';

/** The style of a part of a line, on a terminal with colors. */
type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow';

/** A line to print. Its parts can contain any text, including a note's. */
export type OutputLine = string | readonly Part[];
type Part = string | readonly [style: Style, text: string];

/** The properties of the place where lines are shown. */
export interface Screen {
  readonly color: boolean;
  /** In columns. Null if it is not a terminal. */
  readonly width: number | null;
}

const CODES: Readonly<Record<Style, readonly [on: number, off: number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
};

/** The extra indentation of a wrapped line, in columns. */
const HANGING_COLUMNS = 2;
/** Narrower terminals are not wrapped, in columns. */
const MIN_WRAP_COLUMNS = 20;

/** Renders a line: control characters replaced, in color and wrapped at words if the screen allows it. */
export function renderLine(line: OutputLine, screen: Screen): string {
  const shown = withoutCommand(
    typeof line === 'string'
      ? plain(line)
      : line.map((part) => renderPart(part, screen.color)).join(''),
  );
  return screen.width === null ? shown : wrapLine(shown, screen.width);
}

/** Renders lines, each with a line break after it. */
export function renderLines(lines: Iterable<OutputLine>, screen: Screen): string {
  let text = '';
  for (const line of lines) text += `${renderLine(line, screen)}\n`;
  return text;
}

function renderPart(part: Part, color: boolean): string {
  if (typeof part === 'string') return plain(part);
  const [style, text] = part;
  const [on, off] = CODES[style];
  return color ? `\u001b[${on}m${plain(text)}\u001b[${off}m` : plain(text);
}

function wrapLine(line: string, width: number): string {
  if (width < MIN_WRAP_COLUMNS || stringWidth(line) <= width) return line;
  const indent = ' '.repeat(line.length - line.trimStart().length + HANGING_COLUMNS);
  const [first = '', ...more] = wrapAnsi(line, width - indent.length, { trim: false }).split('\n');
  return [first, ...more.map((rest) => indent + rest.trimStart())].join('\n');
}
