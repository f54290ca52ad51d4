import type { FrontMatter } from './read-front-matter';
import { lineAt } from '../../text/lines';
import { BOM } from '../../text/characters';

/** First and last line of front matter in TOML and JSON, as Hugo reads it. */
const DELIMITERS: readonly (readonly [opening: string, closing: string])[] = [
  ['+++', '\n+++'],
  ['{', '\n}'],
];

/**
 * Returns whether a note starts with closed TOML or JSON front matter. Its content is not read. JSON can also be
 * between `---` lines, where it is valid YAML; Digital Garden writes it so.
 */
export function hasOtherFrontMatter(text: string, frontMatter: FrontMatter | null): boolean {
  if (frontMatter) return frontMatter.unplaced.length > 0 && text.startsWith('{', frontMatter.from);
  const start = text.charCodeAt(0) === BOM ? 1 : 0;
  const { to, next } = lineAt(text, start);
  const first = text.slice(start, to).trimEnd();
  return DELIMITERS.some(([opening, closing]) => {
    return first === opening && text.indexOf(closing, next - 1) >= 0;
  });
}
