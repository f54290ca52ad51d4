import type { InstalledTool, SkippedTool } from './tool';

/** What was installed before the first test. */
interface FoundTools {
  readonly installed: readonly InstalledTool[];
  readonly skipped: readonly SkippedTool[];
}

/** Jest runs tests in other processes, which get the environment of this one. */
const VARIABLE = 'OMNIVORE_RESCUE_FOUND_TOOLS';

/** Keeps what was found for the tests. */
export function keepFound(found: FoundTools): void {
  process.env[VARIABLE] = JSON.stringify(found);
}

/** Returns what was found. */
export function foundTools(): FoundTools {
  const found = process.env[VARIABLE];
  if (found === undefined) throw new Error('Nothing was installed: run `npm run test:publishers`.');
  return JSON.parse(found) as FoundTools;
}
