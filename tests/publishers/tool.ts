import type { PublisherProblem } from '../../src/core/publishers/check-properties';
import type { PublisherId } from '../../src/core/publishers/publishers';

/** Where a publisher's program comes from. */
export type ToolSource =
  | {
      readonly from: 'npm';
      /** Packages with exact versions. */
      readonly packages: Readonly<Record<string, string>>;
      /** The program's path in `node_modules`. */
      readonly program: string;
    }
  | {
      readonly from: 'system';
      /** The program's name, and the package of Debian and Ubuntu that it is in. */
      readonly program: string;
      readonly debianPackage: string;
    };

/** A site around some notes. Paths are relative to the site's folder. */
export interface Site {
  /** Every file but the notes. Each page must contain `day:` and its date as `2024-03-14`, and its content. */
  readonly files: Readonly<Record<string, string>>;
  /** Where a note belongs. `name` has neither a folder nor an ending. */
  readonly notePath: (name: string) => string;
  /** The arguments that make the program build the site. */
  readonly build: readonly string[];
  /** The folder that the site is built into. */
  readonly output: string;
}

/** A publisher's program, and how to build a site with it. */
export interface Tool {
  readonly publisher: PublisherId;
  /** The first one that can be installed is used. */
  readonly sources: readonly ToolSource[];
  readonly site: Site;
  /** Problems that this version of the program does not have yet, and why. */
  readonly tolerates?: (version: string) => Tolerated | null;
}

/** Problems that a program does not have. */
export interface Tolerated {
  readonly problems: readonly PublisherProblem[];
  readonly reason: string;
}

/** A program that is installed. */
export interface InstalledTool {
  readonly publisher: PublisherId;
  readonly program: string;
  /** The folder with its packages; null if it is not from npm. */
  readonly modules: string | null;
  /** What it says about its version. */
  readonly version: string;
}

/** A publisher that is not tried, and why. */
export interface SkippedTool {
  readonly publisher: PublisherId;
  readonly reason: string;
}
