import { readFrontMatter } from '../../src/core/markdown/front-matter/read-front-matter';
import { checkProperties } from '../../src/core/publishers/check-properties';
import { DATE_SHAPES } from '../../src/core/publishers/date-shapes';
import type { PublisherProblem } from '../../src/core/publishers/check-properties';
import type { Publisher } from '../../src/core/publishers/publisher';
import { parseYaml } from '../../src/cli/parse-yaml.mts';

/** A note, and what the table of publishers says about it. */
export interface Case {
  readonly frontMatter: string;
  readonly problems: readonly PublisherProblem[];
  /** The day that the page must have; null if the note names none. */
  readonly day: string | null;
}

/** What a publisher does with a note. */
export type Fate = 'shown' | 'hidden' | 'stops';

/** Returns what problems mean: one that is not about hiding stops the build, or at least keeps the note from the site. */
export function fateOf(problems: readonly string[]): Fate {
  if (problems.some((problem) => problem !== 'publisher-hides')) return 'stops';
  return problems.length > 0 ? 'hidden' : 'shown';
}

const DAY = '2024-03-14';

/** Notes that try every fact in the row of a publisher. */
export function casesFor(publisher: Publisher): readonly Case[] {
  const { flag, alsoHides, date, refuses, unique } = publisher;
  const ready = `${flag.property}: ${flag.ready}`;
  const dated = date ? [`${date.property}: ${DATE_SHAPES['date-time'].example}`] : [];
  const flags = [ready, `${flag.property}: ${flag.draft}`, `${flag.property}:`];
  const texts = [`${flag.property}: "${flag.ready}"`, `${flag.property}: "${flag.draft}"`];
  // Docusaurus builds an unlisted page, and only leaves it out of lists.
  const others = alsoHides === null ? [] : [`${alsoHides}: false`];
  return [
    ...[...flags, ...texts, ...others].map((line) => properties(line, ...dated)),
    ...dateLines(publisher).map((line) => properties(ready, line)),
    properties(ready),
    properties('a: 1', 'a: 2', ready, ...dated),
    ...(unique.length > 0 ? [properties('title: Another', ready, ...dated)] : []),
    ...(refuses.includes('list') ? [`---\n- a: 1\n- b: 2\n---\n`] : []),
    ...(refuses.includes('outline') ? ['- item\n'] : []),
    ...(refuses.includes('none') ? [''] : []),
  ].map((frontMatter) => caseOf(frontMatter, publisher));
}

function properties(...lines: readonly string[]): string {
  return `---\ntitle: A title\n${lines.join('\n')}\n---\n`;
}

/** Dates in every shape with quotes and without, and values that are no dates. */
function dateLines({ date }: Publisher): readonly string[] {
  if (!date) return [];
  const values = [
    ...Object.values(DATE_SHAPES).flatMap(({ example }) => [example, `"${example}"`]),
    ...['sometime', '', 'true'],
  ];
  return [
    ...values.map((value) => `${date.property}: ${value}`),
    ...[...date.instead, ...date.others].map((key) => `${key}: true`),
  ];
}

function caseOf(frontMatter: string, publisher: Publisher): Case {
  const found = checkProperties(frontMatter, readFrontMatter(frontMatter, parseYaml), publisher);
  const isDated = /^(?:date|pubDate): "?2024/m.test(frontMatter);
  return { frontMatter, problems: found.map(({ problem }) => problem), day: isDated ? DAY : null };
}
