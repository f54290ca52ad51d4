import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PUBLISHERS } from '../../src/core/publishers/publishers';
import { removeFolders, runUndecided, sampleCopy } from '../cli/command-line';
import { buildSite, type Built } from './build-site';
import { casesFor, fateOf, type Case, type Fate } from './cases';
import { foundTools } from './found-tools';
import type { InstalledTool } from './tool';
import { TOOLS } from './tools';

afterAll(removeFolders);

/** A text that stands in one note only. */
const markerOf = (i: number): string => `marker-${i}-end`;

/** What Astro makes of a date that is true. */
const NO_DAY = '1970-01-01';

/** The pages of a note. The shortest is its own, because lists of notes are longer. */
function pageOf({ pages }: Built, i: number): string | null {
  const own = pages.filter((page) => page.includes(markerOf(i)));
  own.sort((a, b) => a.length - b.length);
  return own[0] ?? null;
}

function dayOf(page: string | null): string | null {
  return /(?:day:|datetime=")(\d{4}-\d{2}-\d{2})/i.exec(page ?? '')?.[1] ?? null;
}

function toolOf({ publisher }: InstalledTool) {
  const tool = TOOLS.find((each) => each.publisher === publisher);
  if (!tool) throw new Error(`no tool for ${publisher}`);
  return tool;
}

function build(installed: InstalledTool, notes: readonly (readonly [number, string])[]): Built {
  const named = notes.map(([i, text]) => [`note-${i}`, text] as const);
  return buildSite(installed, toolOf(installed).site, Object.fromEntries(named));
}

/** Fails with what the program said if the site could not be built. */
function expectBuilt({ isBuilt, log }: Built): void {
  expect(isBuilt ? 'built' : log).toBe('built');
}

describe.each(foundTools().installed)('$publisher, $version', (installed) => {
  const publisher = PUBLISHERS[installed.publisher];
  const tolerated = toolOf(installed).tolerates?.(installed.version)?.problems ?? [];
  const cases = casesFor(publisher).map((each, i) => [i, each] as const);
  const textOf = (i: number, { frontMatter }: Case): string => `${frontMatter}\n${markerOf(i)}\n`;
  const tried = cases.filter(([, { problems }]) => !problems.some((it) => tolerated.includes(it)));
  const isFate = (fate: Fate) => (each: readonly [number, Case]) =>
    fateOf(each[1].problems) === fate;

  test('shows, hides and dates notes as the table says', () => {
    const notes = tried.filter((each) => !isFate('stops')(each));
    expect(notes.filter(isFate('hidden')).length).toBeGreaterThan(0);
    const built = build(
      installed,
      notes.map(([i, each]) => [i, textOf(i, each)]),
    );
    expectBuilt(built);
    const seen = notes.map(([i, { frontMatter, day }]) => {
      const page = pageOf(built, i);
      return { frontMatter, fate: page === null ? 'hidden' : 'shown', day: day && dayOf(page) };
    });
    const expected = notes.map(([, { frontMatter, problems, day }]) => {
      const fate = fateOf(problems);
      return { frontMatter, fate, day: fate === 'shown' ? day : day && null };
    });
    expect(seen).toEqual(expected);
  });

  const stopping = tried.filter(isFate('stops'));
  if (stopping.length > 0) {
    test.each(stopping.map(([i, each]) => [each.frontMatter, i, each] as const))(
      'does not show %j, or not with a date',
      (_, i, each) => {
        const built = build(installed, [[i, textOf(i, each)]]);
        const page = built.isBuilt ? pageOf(built, i) : null;
        expect(page === null ? null : dayOf(page)).toBe(page === null ? null : NO_DAY);
      },
    );
  }

  test('shows the articles of the repaired sample vault, and not all of the others', () => {
    const folder = markedVault(installed);
    const before = readVault(installed, folder);
    const dates = publisher.date ? ['--fill-date'] : [];
    const args = ['--publish-with', installed.publisher, ...dates];
    expect(runUndecided('repair', folder, ...args).code).toBe(0);
    const after = readVault(installed, folder);
    // Nobody but a person can repair these: outlines, and several articles in one file.
    const usable = [...after].filter(([, { fate }]) => fate !== 'stops').map(([path]) => path);
    expect(usable.length).toBeGreaterThanOrEqual(16);
    const notesOf = (notes: Vault): readonly (readonly [number, string])[] =>
      usable.map((path, i) => [i, `${notes.get(path)?.text ?? ''}\n\n${markerOf(i)}\n`]);
    const shownOf = (built: Built): readonly string[] =>
      built.isBuilt ? usable.filter((_, i) => pageOf(built, i) !== null) : [];

    const repaired = build(installed, notesOf(after));
    expectBuilt(repaired);
    expect(shownOf(repaired)).toEqual(usable);

    const unrepaired = shownOf(build(installed, notesOf(before)));
    const willStop = usable.some((path) => before.get(path)?.fate === 'stops');
    const expected = usable.filter((path) => !willStop && before.get(path)?.fate === 'shown');
    expect(unrepaired).toEqual(expected);
    expect(unrepaired.length).toBeLessThan(usable.length);
  });
});

/** The notes with saved articles, and what a publisher does with each according to `scan --publisher`. */
type Vault = ReadonlyMap<string, { readonly text: string; readonly fate: Fate }>;

/** A copy of the sample vault whose drafts are hidden as this publisher hides them. */
function markedVault(installed: InstalledTool): string {
  const { flag } = PUBLISHERS[installed.publisher];
  const folder = sampleCopy();
  for (const path of readVault(installed, folder).keys()) {
    const file = join(folder, path);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/^draft: true$/m, `${flag.property}: ${flag.draft}`));
  }
  return folder;
}

function readVault({ publisher }: InstalledTool, folder: string): Vault {
  const { code, out, err } = runUndecided('scan', folder, '--publisher', publisher, '--json');
  if (code !== 0) throw new Error(err);
  const { articles } = JSON.parse(out) as {
    articles: readonly { path: string; left: readonly { reason: string }[] }[];
  };
  const paths = [...new Set(articles.map(({ path }) => path))];
  return new Map(
    paths.map((path) => {
      const reasons = articles
        .filter((article) => article.path === path)
        .flatMap(({ left }) => left.map(({ reason }) => reason));
      return [path, { text: readFileSync(join(folder, path), 'utf8'), fate: fateOf(reasons) }];
    }),
  );
}
