import { blank } from '../text/blank';
import { covers } from '../text/spans';
import type { Span } from '../text/edit';
import { codeSpans } from './code';
import { readFrontMatter, type FrontMatter } from './front-matter';
import type { YamlParser } from './yaml';

/** A Markdown note, read once. */
export interface Note {
  readonly text: string;
  readonly frontMatter: FrontMatter | null;
  /** Where the body starts; 0 without front matter. */
  readonly bodyFrom: number;
  /** Closed code, comments and math of the body; sorted, disjoint. Looked for when first asked for. */
  readonly code: readonly Span[];
  /** The text with front matter, code, comments and math blanked, same length. Made when first asked for. */
  readonly prose: string;
  /** Whether an offset of the body lies in closed code, a comment or math. */
  readonly inCode: (offset: number) => boolean;
}

/** Reads a note. Never throws: front matter that is not YAML is said to be unsound. */
export function readNote(text: string, parse: YamlParser): Note {
  const frontMatter = readFrontMatter(text, parse);
  const bodyFrom = frontMatter?.end ?? 0;
  let code: readonly Span[] | null = null;
  let prose: string | null = null;
  const getCode = (): readonly Span[] => (code ??= codeSpans(text, bodyFrom));
  return {
    text,
    frontMatter,
    bodyFrom,
    get code() {
      return getCode();
    },
    get prose() {
      return (prose ??= blank(text, [{ from: 0, to: bodyFrom }, ...getCode()]));
    },
    inCode: (offset) => covers(getCode(), offset),
  };
}
