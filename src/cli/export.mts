import { closeSync, constants, existsSync, openSync, rmSync, writeSync } from 'node:fs';
import { listItemOf, type ListItem } from '../core/reading-list/list-item';
import { writeList } from '../core/reading-list/write-list';
import { planNotes } from '../core/runs/plan-notes';
import {
  UserError,
  untilStopped,
  type CommandContext,
  type ExitCode,
  type ExportFlags,
} from './command.mts';
import { errorCode, toErrorClause, systemReason } from './fs/system-error.mts';
import { openFolder } from './open-folder.mts';
import { countFailed, countThings } from './output/print.mts';

/** Writes the saved articles of a folder as a reading list, to a file or to stdout. */
export async function exportList(
  folder: string,
  flags: ExportFlags,
  context: CommandContext,
): Promise<ExitCode> {
  const { out, stop } = context;
  const { output } = flags;
  if (output !== undefined && existsSync(output)) {
    throw new UserError(`there is a file already: ${output}`);
  }
  const { listing, store, zone, planner } = await openFolder(folder, flags, context, false);
  const progress = out.progress(listing.notes.length, 'Reading');
  const items: ListItem[] = [];
  const failed: string[] = [...listing.unreadable.map(({ path }) => path)];
  for await (const note of planNotes(untilStopped(listing.notes, stop), store, planner)) {
    progress.step();
    if (note.kind === 'failed') {
      failed.push(`${note.path}: ${note.error}`);
      continue;
    }
    const { detection } = note.plan;
    if (detection.kind !== 'saved') continue;
    for (const article of detection.articles) items.push(listItemOf(article, note.path, zone));
  }
  progress.stop();
  if (stop.isRequested) return 130;
  const text = writeList(items, flags.to);
  if (output === undefined) out.printRaw(text);
  else {
    writeNewList(output, text);
    out.printStatus(`${countThings(items.length, 'article')} written to ${output}.`);
  }
  for (const line of failed) out.printStatus(line);
  if (failed.length > 0) out.printStatus(`error: ${countFailed(failed.length)} could not be read`);
  return failed.length > 0 ? 2 : 0;
}

const { O_CREAT, O_EXCL, O_WRONLY } = constants;

/** Writes a new file. Never overwrites one. */
function writeNewList(file: string, text: string): void {
  try {
    const handle = openSync(file, O_CREAT | O_EXCL | O_WRONLY);
    try {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
    } catch (error) {
      // A part of a list could be taken for the whole.
      rmSync(file);
      throw error;
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    const isMissing = errorCode(error) === 'ENOENT';
    const reason = isMissing ? 'its folder does not exist' : toErrorClause(systemReason(error));
    throw new UserError(`can’t write ${file}: ${reason}`);
  }
}
