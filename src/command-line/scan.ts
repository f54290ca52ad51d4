import { flagOf } from '../repairs/draft-flag';
import { articleRows } from '../report/json';
import { survey } from '../runs/survey';
import { articleLines, notes, plain } from '../terminal/print';
import { progressOf } from '../terminal/progress';
import { print, type ExitCode, type ReadingFlags, type Stop } from './command';
import { openFolder } from './open-folder';

/** Lists saved articles and what is to repair. */
export async function scan(folder: string, flags: ReadingFlags, stop: Stop): Promise<ExitCode> {
  const { root, settings, zone, paths, store, plannerFor } = await openFolder(folder, flags);
  const draftProperty = flagOf(settings.draftFlag).property;
  const progress = progressOf(paths.length, 'Reading');
  const failed: string[] = [];
  let saved = 0;
  let articles = 0;
  if (flags.json) {
    print(`{"schema":1,"folder":${JSON.stringify(root)},"notes":${paths.length},"articles":[`);
  }
  for await (const note of survey(paths, store, plannerFor)) {
    progress.step();
    if (stop.asked) break;
    if (note.kind === 'failed') failed.push(`${note.path}: ${note.error}`);
    if (note.kind !== 'saved' && note.kind !== 'unwritable') continue;
    saved++;
    for (const row of articleRows(note, zone, draftProperty)) {
      if (flags.json) print(`${articles > 0 ? ',' : ''}${JSON.stringify(row)}`);
      else print(articleLines(row).join('\n'));
      articles++;
    }
  }
  progress.stop();
  if (flags.json) print(`],"others":${paths.length - saved}}`);
  else print(sumLine(articles, saved, paths.length));
  for (const line of failed) process.stderr.write(`${plain(line)}\n`);
  return stop.asked ? 130 : failed.length > 0 ? 2 : 0;
}

/** Apart from the list, where there is one. */
function sumLine(articles: number, saved: number, read: number): string {
  const counted = articles === 1 ? '1 saved article' : `${articles} saved articles`;
  return `${articles > 0 ? '\n' : ''}${counted} in ${saved} of ${notes(read)}.`;
}
