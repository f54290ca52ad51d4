import { clippingKey } from '../../core/duplicates/candidate';
import { systemZone, zoneName } from '../../core/dates/zone';
import type { UnresolvedFinding } from '../../core/library/attention';
import { keyOfArticle, type ListedArticle } from '../../core/library/listed-article';
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
import type { Steps } from '../../core/text/steps';
import { plannerFrom } from '../store/planner';

/** What the panel shows of a note. */
interface PanelNote {
  /** Empty if the note is not a saved article. */
  readonly articles: readonly ListedArticle[];
  /** How many dead images a note has that is not a saved article. */
  readonly ownImages: number;
  /** The page that a note has clipped that is not a saved article; see `clippingKey`. */
  readonly clipping: string | null;
}

/** Summarizes a note for the panel, in steps. */
export type SummarizeSteps = (text: string, path: string) => Steps<PanelNote>;

/** Creates a function that summarizes notes with these settings, in steps. */
export function createSummarizeSteps(settings: Settings): SummarizeSteps {
  const planner = plannerFrom(settings, true);
  const zone = zoneName(settings.dates.zone) ?? systemZone();
  const { property } = flagOf(settings.draftFlag);
  return function* (text, path) {
    const plan = yield* planAlone(text, path, planner);
    yield;
    const { detection, findings } = plan;
    if (detection.kind !== 'saved') {
      const clipping = clippingKey(text, path, planner);
      return { articles: [], ownImages: findings.length, clipping };
    }
    const { articles } = detection;
    const counts = countFindings(findings);
    const pendingRepairs = REPAIR_IDS.filter((id) => counts[id] > 0).length;
    const unresolved = findings.filter(({ unresolved }) => unresolved).length;
    const attention = attentionOf(text, findings);
    const rows = articleRows({ path, plan, outcome: 'unchanged' }, zone, property);
    const lines = lineNumbersOf(
      text,
      articles.map(({ body }) => body.from),
    );
    const isAlone = rows.length === 1;
    const listed: ListedArticle[] = [];
    for (const [i, row] of rows.entries()) {
      yield;
      const { title, author, url, source, tags, saved, published, draft } = row;
      const article = articles[i];
      if (!article) continue;
      const highlights = yield* countHighlights(text, article.body);
      const minutes = yield* readingMinutes(article, text);
      listed.push({
        id: article.id,
        key: keyOfArticle(path, i, rows.length),
        ...{ path, title, author, url, source, tags, saved, published, draft, pendingRepairs },
        unresolved,
        attention: i === 0 ? attention : [],
        ignored: [],
        line: isAlone ? null : (lines[i] ?? null),
        state: readingStateOf(article, settings.stateWords),
        highlights,
        minutes,
      });
    }
    return { articles: listed, ownImages: 0, clipping: null };
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

/** The most findings of a note that are listed. The others are only counted. */
const MAX_ATTENTION = 500;
/** The longest text of a finding, in UTF-16 code units. */
const MAX_TEXT = 100;

function attentionOf(
  text: string,
  findings: readonly RepairFinding[],
): readonly UnresolvedFinding[] {
  const kept = findings
    .filter(({ unresolved }) => unresolved)
    .slice(0, MAX_ATTENTION)
    .sort((a, b) => a.from - b.from);
  const lines = lineNumbersOf(
    text,
    kept.map(({ from }) => from),
  );
  return kept.flatMap(({ repair, unresolved, before: was }, i) =>
    unresolved
      ? [
          {
            ...{ kind: 'finding', repair, reason: unresolved },
            ...{ text: was.slice(0, MAX_TEXT), line: lines[i] ?? 0 },
          },
        ]
      : [],
  );
}
