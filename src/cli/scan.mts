import { flagOf } from '../core/repairs/draft-flag/repair';
import { addNote, endOfScan, newTally } from '../core/report/scan-report';
import { planNotes } from '../core/runs/plan-notes';
import { plainJson } from './output/plain.mts';
import { articleLines, failedLines, countFailed, scanLines } from './output/print.mts';
import { untilStopped, type CommandContext, type ExitCode, type ReadingFlags } from './command.mts';
import { openFolder } from './open-folder.mts';
import { commandLine, readingArguments } from './shell.mts';

/** Lists saved articles and what needs repair. */
export async function scan(
  folder: string,
  flags: ReadingFlags,
  context: CommandContext,
): Promise<ExitCode> {
  const { out, stop, program } = context;
  const { root, settings, zone, listing, store, planner } = await openFolder(
    folder,
    flags,
    context,
    true,
  );
  const { notes } = listing;
  const draftProperty = flagOf(settings.draftFlag).property;
  const tally = newTally(listing.unreadable);
  const progress = out.progress(notes.length, 'Reading');
  if (flags.json) {
    out.printRaw(`{"schema":1,"folder":${plainJson(root)},"notes":${notes.length},"articles":[\n`);
  }
  for await (const note of planNotes(untilStopped(notes, stop), store, planner)) {
    if (stop.isRequested) break;
    progress.step();
    const before = tally.articles;
    for (const [i, row] of addNote(tally, note, zone, draftProperty).entries()) {
      if (flags.json) out.printRaw(`${before + i > 0 ? ',' : ''}${plainJson(row)}\n`);
      else out.print(articleLines(row));
    }
  }
  progress.stop();
  if (flags.json) out.printRaw(`],${plainJson(endOfScan(tally)).slice(1)}\n`);
  else {
    const commandFor = (...args: readonly string[]): string =>
      commandLine(program, 'repair', folder, ...readingArguments(flags), ...args);
    const commands = {
      repair: commandFor('--dry-run'),
      ownNotes: commandFor('--only', 'proxied-images', '--all-notes', '--dry-run'),
    };
    if (tally.articles > 0) out.print(['']);
    out.print(scanLines(tally, commands));
    out.print(failedLines(tally.failed));
  }
  if (stop.isRequested) {
    out.printStatus('Stopped. The other notes were not read.');
    return 130;
  }
  if (tally.failed.length === 0) return 0;
  out.printStatus(`error: ${countFailed(tally.failed.length)} could not be read`);
  return 2;
}
