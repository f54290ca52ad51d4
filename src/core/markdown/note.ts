import { rangeAround } from '../text/ranges';
import { codeRanges, type CodeRange } from './code';
import { readFrontMatter, type FrontMatter } from './front-matter/read-front-matter';
import type { YamlParser } from './front-matter/yaml';

/** A Markdown note, read once. */
export interface Note {
  readonly text: string;
  readonly frontMatter: FrontMatter | null;
  /** Where the body starts; 0 without front matter. */
  readonly bodyFrom: number;
  /** Closed code, comments and math of the body; sorted, disjoint. Looked for when first asked for. */
  readonly code: readonly CodeRange[];
  /** Whether an offset of the body lies in closed code, a comment or math. */
  inCode(offset: number): boolean;
  /** Whether it lies in code that may be prose: it is not changed, but listed. */
  inDoubtfulCode(offset: number): boolean;
}

/** Reads a note. Never throws: front matter that is not YAML is said to be unsound. */
export function readNote(text: string, parse: YamlParser): Note {
  return new ReadNote(text, readFrontMatter(text, parse));
}

/** Keeps what was looked for. */
class ReadNote implements Note {
  readonly text: string;
  readonly frontMatter: FrontMatter | null;
  readonly bodyFrom: number;
  #code: readonly CodeRange[] | null = null;

  constructor(text: string, frontMatter: FrontMatter | null) {
    this.text = text;
    this.frontMatter = frontMatter;
    this.bodyFrom = frontMatter?.end ?? 0;
  }

  get code(): readonly CodeRange[] {
    return (this.#code ??= codeRanges(this.text, this.bodyFrom));
  }

  inCode(offset: number): boolean {
    return rangeAround(this.code, offset) !== null;
  }

  inDoubtfulCode(offset: number): boolean {
    return rangeAround(this.code, offset)?.doubtful ?? false;
  }
}
