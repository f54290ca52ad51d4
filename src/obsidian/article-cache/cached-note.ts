import { systemZone, zoneName } from '../../core/dates/zone';
import type { ListedArticle, ReadingState } from '../../core/library/listed-article';
import { countFindings } from '../../core/repairs/counts';
import { REPAIR_IDS } from '../../core/repairs';
import { articleRows } from '../../core/report/json';
import { planAlone } from '../../core/runs/plan-notes';
import { flagOf } from '../../core/repairs/draft-flag/repair';
import type { Settings } from '../../core/settings/settings';
import { plannerMaker } from '../store/planner';

/** What the panel shows of a note. */
interface NoteSummary {
  /** Empty where the note is not a saved article. */
  readonly articles: readonly ListedArticle[];
  /** How many images are behind the dead proxy in a note that is not a saved article. */
  readonly ownImages: number;
}

/** Summarizes a note's text for the panel. */
export type Summarize = (text: string, path: string) => NoteSummary;

/** A lister by the settings. */
export function createSummarize(settings: Settings): Summarize {
  const plannerFor = plannerMaker(settings, true);
  const zone = zoneName(settings.dates.zone) ?? systemZone();
  const { property } = flagOf(settings.draftFlag);
  return (text, path) => {
    const { detection, findings } = planAlone(text, path, plannerFor);
    if (detection.kind !== 'saved') return { articles: [], ownImages: findings.length };
    const { articles, template, signal } = detection;
    const counts = countFindings(findings);
    const pendingRepairs = REPAIR_IDS.filter((id) => counts[id] > 0).length;
    const unresolved = findings.filter(({ left }) => left).length;
    const note = { path, articles, template: template.id, signal, findings };
    const rows = articleRows(note, zone, property);
    const lines = linesOf(
      text,
      articles.map(({ body }) => body.from),
    );
    const listed = rows.map(({ title, author, url, source, tags, saved, published, draft }, i) => ({
      key: rows.length === 1 ? path : `${path}\t${i}`,
      ...{ path, title, author, url, source, tags, saved, published, draft, pendingRepairs },
      unresolved,
      line: rows.length === 1 ? null : (lines[i] ?? null),
      state: stateOf(articles[i]?.state ?? null),
    }));
    return { articles: listed, ownImages: 0 };
  };
}

/** The lines that growing offsets are on, from 0; the text is read once. */
function linesOf(text: string, offsets: readonly number[]): readonly number[] {
  let line = 0;
  let newline = text.indexOf('\n');
  return offsets.map((offset) => {
    for (; newline >= 0 && newline < offset; newline = text.indexOf('\n', newline + 1)) line++;
    return line;
  });
}

/** Omnivore's words, and those that its users put in their place. */
const STATES: Readonly<Record<string, ReadingState>> = {
  ...{ inbox: 'inbox', unread: 'inbox', reading: 'reading', completed: 'completed' },
  ...{ read: 'completed', archived: 'archived', archive: 'archived' },
};

function stateOf(word: string | null): ReadingState | null {
  const plain = word?.trim().toLowerCase() ?? '';
  return Object.hasOwn(STATES, plain) ? (STATES[plain] ?? null) : null;
}
