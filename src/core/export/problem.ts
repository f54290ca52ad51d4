/** Why an export can't be read at all. */
export type UnreadableReason =
  /** The file is no zip. */
  | 'not-a-zip'
  /** The zip ends before its list of files, as a download that was stopped does. */
  | 'truncated'
  | 'encrypted'
  /** It would grow to far more than an export can hold: a zip bomb. */
  | 'bomb'
  /** Its list of files contradicts itself. */
  | 'damaged'
  /** It holds no metadata of Omnivore's. */
  | 'no-articles';

/** Why one file of an export, or a part of it, is not used. */
export type FileProblem =
  | 'unsafe-name'
  | 'encrypted'
  | 'damaged'
  | 'too-large'
  | 'not-json'
  /** JSON that is no list of articles. */
  | 'not-a-list'
  /** Some of its articles have neither id nor slug, or are no objects. */
  | 'invalid-articles'
  /** Several articles of one export have this slug, so the file can belong to any of them. */
  | 'shared-slug';

/** A file that was not used, and why. */
export interface ExportProblem {
  readonly name: string;
  readonly problem: FileProblem;
}

/** Thrown where an export can't be read at all; `name` is the file's. */
export class UnreadableExport extends Error {
  readonly source: string;
  readonly reason: UnreadableReason;

  constructor(source: string, reason: UnreadableReason) {
    super(`${source}: ${reason}`);
    this.source = source;
    this.reason = reason;
  }
}

/** Thrown where one file of an export can't be read. */
export class UnreadableFile extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(problem);
    this.problem = problem;
  }
}
