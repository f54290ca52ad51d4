import { PUBLISHERS } from '../core/publishers/publishers';
import { flagOf } from '../core/repairs/draft-flag/repair';
import { addProblems, newPublisherTally } from '../core/report/publisher-report';
import { addScanned, endOfScan, newTally } from '../core/report/scan-report';
import { plainJson } from './output/plain.mts';
import { failedLines, countFailed, scanLines } from './output/print.mts';
import { publisherLines } from './output/print-publisher.mts';
import type { CommandContext, ExitCode, ReadingFlags, ScanFlags } from './command.mts';
import { planChunks } from './jobs/plan-chunks.mts';
import { openFolder } from './open-folder.mts';
import { endCommand } from './end-command.mts';
import { commandLine, readingArguments } from './shell.mts';

/** Lists saved articles and what needs repair; with a publisher, only what it would not build, or would hide. */
export async function scan(
  folder: string,
  flags: ScanFlags,
  context: CommandContext,
): Promise<ExitCode> {
  const { out, stop, program } = context;
  const { root, settings, zone, listing, crew } = await openFolder(folder, flags, context, true);
  const id = flags.publisher ?? null;
  const publisher = id === null ? null : PUBLISHERS[id];
  const { notes } = listing;
  const json = flags.json === true;
  const draftProperty = (publisher?.flag ?? flagOf(settings.draftFlag)).property;
  const task = {
    kind: 'scan',
    json,
    zone,
    draftProperty,
    publisher: id,
    screen: out.screen,
  } as const;
  const workers = crew.begin({ root, settings, ownNotes: publisher === null, task });
  const tally = newTally(listing.unreadable);
  const problems = newPublisherTally();
  const progress = out.progress(notes.length, 'Reading');
  if (json) {
    out.printRaw(`{"schema":1,"folder":${plainJson(root)},"notes":${notes.length},"articles":[\n`);
  }
  for await (const { plan } of planChunks(workers, notes, stop)) {
    const isFirst = tally.articles === 0;
    addScanned(tally, plan.notes, plan.summaries);
    for (const summary of plan.summaries) addProblems(problems, summary);
    progress.stepBy(plan.notes);
    if (plan.text !== '') out.printRaw(json && !isFirst ? `,${plan.text}` : plan.text);
  }
  progress.stop();
  if (flags.json) out.printRaw(`],${plainJson(endOfScan(tally)).slice(1)}\n`);
  else {
    const commandFor = (...args: readonly string[]): string =>
      commandLine(program, 'repair', folder, ...readingArguments(asRepair(flags)), ...args);
    const commands = {
      repair: commandFor('--dry-run'),
      ownNotes: commandFor('--only', 'proxied-images', '--all-notes', '--dry-run'),
    };
    if (tally.articles > 0) out.print(['']);
    if (publisher)
      out.print(publisherLines(publisher.name, tally.saved, problems, commands.repair));
    else out.print(scanLines(tally, commands));
    out.print(failedLines(tally.failed));
  }
  const failed = tally.failed.length;
  return endCommand(
    {
      isStopped: stop.isRequested,
      whenStopped: 'Stopped. The other notes were not read.',
      failed,
      whatFailed: `${countFailed(failed)} could not be read`,
    },
    context,
  );
}

/** The flags of the repair that makes notes ready for the publisher. */
function asRepair({ publisher, ...flags }: ScanFlags): ReadingFlags {
  if (publisher === undefined) return flags;
  const hasDate = PUBLISHERS[publisher].date !== null;
  return { ...flags, publishWith: publisher, ...(hasDate && { fillDate: true }) };
}
