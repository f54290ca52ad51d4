import { lineAt } from '../../text/lines';

/** The first line and the last one of a front matter that is not YAML, as Hugo reads it: TOML, and JSON. */
const FENCES: readonly (readonly [opening: string, closing: string])[] = [
  ['+++', '\n+++'],
  ['{', '\n}'],
];

const BOM = 0xfeff;

/** Whether a note starts with closed front matter in TOML or JSON. Nothing in it is read. */
export function hasOtherFrontMatter(text: string): boolean {
  const start = text.charCodeAt(0) === BOM ? 1 : 0;
  const { to, next } = lineAt(text, start);
  const first = text.slice(start, to).trimEnd();
  return FENCES.some(([opening, closing]) => {
    return first === opening && text.indexOf(closing, next - 1) >= 0;
  });
}
