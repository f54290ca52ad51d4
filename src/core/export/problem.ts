/** Why an export can't be read at all. */
export type UnreadableReason =
  /** The file is not a zip. */
  | 'not-a-zip'
  /** The zip ends before its list of files. The download was probably interrupted. */
  | 'truncated'
  | 'encrypted'
  /** The unzipped size would be much larger than any export: a zip bomb. */
  | 'bomb'
  /** The list of files is inconsistent. */
  | 'damaged'
  /** There is no Omnivore metadata. */
  | 'no-articles';

/** Why a file of an export, or a part of it, is not used. */
export type FileProblem =
  | 'unsafe-name'
  | 'encrypted'
  | 'damaged'
  | 'too-large'
  | 'not-json'
  /** The JSON is not a list of articles. */
  | 'not-a-list'
  /** Some articles have neither an ID nor a slug, or are not objects. */
  | 'invalid-articles'
  /** Several articles of one export have this slug, so the file may belong to any of them. */
  | 'shared-slug';

/** A file that was not used, and the reason. */
export interface ExportProblem {
  readonly name: string;
  readonly problem: FileProblem;
}

/** Thrown if an export can't be read at all. `name` is the name of the file. */
export class UnreadableExport extends Error {
  readonly source: string;
  readonly reason: UnreadableReason;

  constructor(source: string, reason: UnreadableReason) {
    super(`${source}: ${reason}`);
    this.source = source;
    this.reason = reason;
  }
}

/** Thrown if one file of an export can't be read. */
export class UnreadableFile extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(problem);
    this.problem = problem;
  }
}
