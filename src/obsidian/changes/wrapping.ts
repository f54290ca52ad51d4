import type { MarkedChange, MarkedLine } from '../../core/report/marked-changes';

/** How changed lines fit into a list. */
export interface Wrapping {
  /** How many characters of the monospace font fit into a line. Wide characters take two. */
  readonly columns: number;
  /** Whether the lines before and after stand side by side. */
  readonly sideBySide: boolean;
}

/** The height of a line on the screen, in pixels; the same in styles.css. */
const LINE_HEIGHT_PX = 20;
/** Above and below the lines of a change, in pixels. */
const PADDING_PX = 8;
/** Enough for a button, in pixels. */
const MIN_HEIGHT_PX = { finger: 52, mouse: 32 };
/** Lists at least this wide show lines side by side, in pixels. */
const SIDE_BY_SIDE_PX = 860;
/** Where the page has no layout. */
const COLUMNS_WITHOUT_LAYOUT = 80;
const SAMPLE_LINE = '0'.repeat(100);

/** Measures a list. `draw` draws the row of a change. */
export function measureWrapping(
  list: HTMLElement,
  draw: (el: HTMLElement, change: MarkedChange, sideBySide: boolean) => void,
): Wrapping {
  const sideBySide = list.clientWidth >= SIDE_BY_SIDE_PX;
  const el = list.createDiv({ cls: 'omnivore-rescue-row', attr: { 'aria-hidden': 'true' } });
  const line = { number: 9999, parts: [{ text: SAMPLE_LINE, changed: false }] };
  draw(el, { before: [line], after: [line] }, sideBySide);
  const code = el.querySelector('code');
  const sample = code?.createSpan({ cls: 'omnivore-rescue-sample', text: SAMPLE_LINE });
  const character = (sample?.getBoundingClientRect().width ?? 0) / SAMPLE_LINE.length;
  const columns = Math.floor((code?.clientWidth ?? 0) / character);
  el.remove();
  const isKnown = Number.isFinite(columns) && columns > 0;
  return { columns: isKnown ? columns : COLUMNS_WITHOUT_LAYOUT, sideBySide };
}

/** Returns the height of a change, in pixels. */
export function changeHeight(
  { before, after }: MarkedChange,
  { columns, sideBySide }: Wrapping,
  pointer: keyof typeof MIN_HEIGHT_PX,
): number {
  const count = (lines: readonly MarkedLine[]): number =>
    lines.reduce((sum, line) => sum + wrappedLines(line, columns), 0);
  const [old, now] = [count(before), count(after)];
  const lines = sideBySide ? Math.max(old, now) : old + now;
  return Math.max(MIN_HEIGHT_PX[pointer], lines * LINE_HEIGHT_PX + PADDING_PX);
}

/** Returns how many lines of the screen a line takes if it can break between any two characters. */
export function wrappedLines({ parts }: MarkedLine, columns: number): number {
  let lines = 1;
  let used = 0;
  for (const { text } of parts) {
    for (const character of text) {
      const width = widthOf(character);
      if (used + width > columns) {
        lines++;
        used = 0;
      }
      used += width;
    }
  }
  return lines;
}

/** Latin, Greek and Cyrillic letters take one column. Others may be wider, in another font. */
function widthOf(character: string): number {
  if (character === '\t') return 4;
  return character < '\u0590' || (character >= '\u2010' && character <= '\u2026') ? 1 : 2;
}
