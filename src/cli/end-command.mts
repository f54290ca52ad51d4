import type { CommandContext, ExitCode } from './command.mts';
import { toErrorClause } from './fs/system-error.mts';
import { countFailed } from './output/print.mts';

/** How a command ended that goes through a folder. */
interface CommandEnd {
  /** Why it ended early; null if nothing was in the way. */
  readonly error?: string | null;
  readonly isStopped: boolean;
  /** What to say if the user stopped it. By default: that the rest is unchanged. */
  readonly whenStopped?: string;
  /** How many notes, folders or images failed. */
  readonly failed: number;
  /** What to say about them. By default: that so many notes or folders could not be read or written. */
  readonly whatFailed?: string;
}

/** Says on stderr why a command did not end well, and returns its exit code. */
export function endCommand(
  {
    error = null,
    isStopped,
    whenStopped = 'Stopped. Notes that were not reached are unchanged.',
    failed,
    whatFailed = `${countFailed(failed)} could not be read or written`,
  }: CommandEnd,
  { out }: Pick<CommandContext, 'out'>,
): ExitCode {
  if (isStopped) out.printStatus(whenStopped);
  if (error !== null) out.printStatus(`error: ${toErrorClause(error)}`);
  else if (!isStopped && failed > 0) out.printStatus(`error: ${whatFailed}`);
  if (error !== null) return 2;
  if (isStopped) return 130;
  return failed > 0 ? 2 : 0;
}
