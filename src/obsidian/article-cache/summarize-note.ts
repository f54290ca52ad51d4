import { systemZone, zoneName } from '../../core/dates/zone';
import type { AttentionItem, ListedArticle } from '../../core/library/listed-article';
import { countHighlights } from '../../core/omnivore/highlights';
import { readingStateOf } from '../../core/omnivore/reading-state';
import { readingMinutes } from '../../core/omnivore/reading-time';
import type { RepairFinding } from '../../core/repairs/plan';
import { countFindings } from '../../core/repairs/counts';
import { REPAIR_IDS } from '../../core/repairs';
import { articleRows } from '../../core/report/json';
import { planAlone } from '../../core/runs/plan-notes';
import { flagOf } from '../../core/repairs/draft-flag/repair';
import type { Settings } from '../../core/settings/settings';
import { plannerFrom } from '../store/planner';

/** What the panel shows of a note. */
interface NoteSummary {
  /** Empty if the note is not a saved article. */
  readonly articles: readonly ListedArticle[];
  /** How many dead images a note has that is not a saved article. */
  readonly ownImages: number;
}

/** Summarizes a note for the panel. */
export type Summarize = (text: string, path: string) => NoteSummary;

/** Creates a function that summarizes notes with these settings. */
export function createSummarize(settings: Settings): Summarize {
  const planner = plannerFrom(settings, true);
  const zone = zoneName(settings.dates.zone) ?? systemZone();
  const { property } = flagOf(settings.draftFlag);
  return (text, path) => {
    const plan = planAlone(text, path, planner);
    const { detection, findings } = plan;
    if (detection.kind !== 'saved') return { articles: [], ownImages: findings.length };
    const { articles } = detection;
    const counts = countFindings(findings);
    const pendingRepairs = REPAIR_IDS.filter((id) => counts[id] > 0).length;
    const unresolved = findings.filter(({ left }) => left).length;
    const attention = attentionOf(text, findings);
    const rows = articleRows({ path, plan, outcome: 'unchanged' }, zone, property);
    const lines = lineNumbersOf(
      text,
      articles.map(({ body }) => body.from),
    );
    const isAlone = rows.length === 1;
    const listed = rows.flatMap((row, i): ListedArticle[] => {
      const { title, author, url, source, tags, saved, published, draft } = row;
      const article = articles[i];
      if (!article) return [];
      return [
        {
          key: isAlone ? path : `${path}	${i}`,
          ...{ path, title, author, url, source, tags, saved, published, draft, pendingRepairs },
          unresolved,
          attention: i === 0 ? attention : [],
          line: isAlone ? null : (lines[i] ?? null),
          state: readingStateOf(article, settings.stateWords),
          highlights: countHighlights(text, article.body),
          minutes: readingMinutes(article, text),
        },
      ];
    });
    return { articles: listed, ownImages: 0 };
  };
}

/** Returns the lines of increasing offsets, counted from 0. Reads the text once. */
function lineNumbersOf(text: string, offsets: readonly number[]): readonly number[] {
  let line = 0;
  let newline = text.indexOf('\n');
  return offsets.map((offset) => {
    for (; newline >= 0 && newline < offset; newline = text.indexOf('\n', newline + 1)) line++;
    return line;
  });
}

/** No more findings than this are kept of a note: hundreds may be of one kind. */
const MAX_ATTENTION = 12;
/** And no more letters of each. */
const MAX_TEXT = 100;

function attentionOf(text: string, findings: readonly RepairFinding[]): readonly AttentionItem[] {
  const kept = findings
    .filter(({ left }) => left)
    .slice(0, MAX_ATTENTION)
    .sort((a, b) => a.from - b.from);
  const lines = lineNumbersOf(
    text,
    kept.map(({ from }) => from),
  );
  return kept.flatMap(({ repair, left, before: was }, i) =>
    left ? [{ repair, reason: left, text: was.slice(0, MAX_TEXT), line: lines[i] ?? 0 }] : [],
  );
}
