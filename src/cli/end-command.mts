import type { CommandContext, ExitCode } from './command.mts';
import { toErrorClause } from './fs/system-error.mts';

/** How a command ended that goes through a folder. */
interface CommandEnd {
  /** Why it ended early; null if nothing was in the way. */
  readonly error?: string | null;
  readonly isStopped: boolean;
  /** What to say if the user stopped it: what happened to the rest. */
  readonly whenStopped: string;
  /** How many notes, folders or images failed. */
  readonly failed: number;
  /** What to say about them, such as `2 notes could not be read`. */
  readonly whatFailed: string;
}

/** Says on stderr why a command did not end well, and returns its exit code. */
export function endCommand(
  { error = null, isStopped, whenStopped, failed, whatFailed }: CommandEnd,
  { out }: Pick<CommandContext, 'out'>,
): ExitCode {
  if (isStopped) out.printStatus(whenStopped);
  if (error !== null) out.printStatus(`error: ${toErrorClause(error)}`);
  else if (!isStopped && failed > 0) out.printStatus(`error: ${whatFailed}`);
  if (error !== null) return 2;
  if (isStopped) return 130;
  return failed > 0 ? 2 : 0;
}
