import { rangeAround } from '../text/ranges';
import { atOnce, type Steps } from '../text/steps';
import { codeSteps, type CodeRange } from './code';
import { readFrontMatter, type FrontMatter } from './front-matter/read-front-matter';
import type { YamlParser } from './front-matter/yaml';

/** A parsed Markdown note. */
export interface Note {
  readonly text: string;
  readonly frontMatter: FrontMatter | null;
  /** Start of the body; 0 without front matter. */
  readonly bodyFrom: number;
  /** Closed code, comments and math in the body, sorted, without overlaps. Computed on first use. */
  readonly code: readonly CodeRange[];
  /** Computes `code` in steps, if that was not done yet. */
  readCode(): Steps<void>;
  /** Returns whether an offset of the body is in closed code, a comment or math. */
  inCode(offset: number): boolean;
  /** Returns whether an offset is in code that may be prose. Such code is listed, never changed. */
  inDoubtfulCode(offset: number): boolean;
}

/** Parses a note. Never throws; front matter that is not YAML is marked as invalid. */
export function parseNote(text: string, parse: YamlParser): Note {
  return new ParsedNote(text, readFrontMatter(text, parse));
}

/** Computes `code` once, on first use. */
class ParsedNote implements Note {
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
    return (this.#code ??= atOnce(codeSteps(this.text, this.bodyFrom)));
  }

  *readCode(): Steps<void> {
    this.#code ??= yield* codeSteps(this.text, this.bodyFrom);
  }

  inCode(offset: number): boolean {
    return rangeAround(this.code, offset) !== null;
  }

  inDoubtfulCode(offset: number): boolean {
    return rangeAround(this.code, offset)?.doubtful ?? false;
  }
}
