import { lineAt } from '../../text/lines';
import { BOM } from '../../text/characters';

/** First and last line of front matter in TOML and JSON, as Hugo reads it. */
const DELIMITERS: readonly (readonly [opening: string, closing: string])[] = [
  ['+++', '\n+++'],
  ['{', '\n}'],
];

/** Returns whether a note starts with closed TOML or JSON front matter. Its content is not read. */
export function hasOtherFrontMatter(text: string): boolean {
  const start = text.charCodeAt(0) === BOM ? 1 : 0;
  const { to, next } = lineAt(text, start);
  const first = text.slice(start, to).trimEnd();
  return DELIMITERS.some(([opening, closing]) => {
    return first === opening && text.indexOf(closing, next - 1) >= 0;
  });
}
