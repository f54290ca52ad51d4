import {
  notesWithAttention,
  withDecisions,
  type NoteAttention,
} from '../../core/library/attention';
import { messages } from '../../core/i18n';
import type { RepairReport } from '../../core/report/json';
import { activeRepairs, type Settings } from '../../core/settings/settings';
import { withPauses } from '../../core/text/steps';
import { createSummarizeSteps } from '../article-cache/summarize-note';
import { createYielder } from '../article-cache/yielder';
import type { PluginContext } from '../plugin-context';

type Unresolved = RepairReport['left'][number];

/** Of how many notes what needs attention is read again. Those of others are listed without buttons. */
const MAX_READ_NOTES = 200;

/** What is found in a note as a whole, by any repair that reads its front matter. */
const OF_NOTES: readonly string[] = ['unsound-front-matter', 'other-front-matter'];

/**
 * Returns whether the current settings would find the item again if it still needed attention. What the user
 * asked for, such as a reading state, is not found again.
 */
export function isFoundAgain(settings: Settings, { repair, reason }: Unresolved): boolean {
  if (repair === null) return OF_NOTES.includes(reason);
  return reason in messages().unresolved && activeRepairs(settings).includes(repair);
}

/**
 * Reads the notes of a report again and returns what needs attention in them now, as far as the run listed it,
 * with the lines where it is.
 */
export async function readAttention(
  { store, settings, decisions }: PluginContext,
  listed: readonly Unresolved[],
): Promise<readonly NoteAttention[]> {
  const notes: NoteAttention[] = [];
  const summarize = createSummarizeSteps(settings());
  const vault = store();
  const yieldIfNeeded = createYielder();
  for (const path of [...new Set(listed.map((item) => item.path))].slice(0, MAX_READ_NOTES)) {
    const reasons = new Set(listed.filter((item) => item.path === path).map(findingName));
    try {
      const { text } = await vault.read(path);
      const summary = await withPauses(summarize(text, path), yieldIfNeeded);
      const articles = withDecisions(summary.articles, decisions.current().get(path));
      const items = notesWithAttention(articles).flatMap(({ attention }) => attention);
      const attention = items.filter(
        (item) => item.kind === 'finding' && reasons.has(findingName(item)),
      );
      notes.push({ path, attention, ignored: [], others: 0 });
    } catch {
      // A note that can't be read any more stays listed as the run found it.
    }
  }
  return notes;
}

function findingName({ repair, reason }: Pick<Unresolved, 'repair' | 'reason'>): string {
  return `${repair} ${reason}`;
}
