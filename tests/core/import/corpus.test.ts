import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { openExport } from '../../../src/core/export/open-export';
import { openZip } from '../../../src/core/export/zip';
import { DEFAULT_STYLE } from '../../../src/core/import/note-style';
import type { ImportItem } from '../../../src/core/import/import-item';
import { planImport } from '../../../src/core/import/plan-import';
import { parseNote } from '../../../src/core/markdown/note';
import { detect } from '../../../src/core/omnivore/detect';
import { slugOf } from '../../../src/core/omnivore/links';
import { applyEdits } from '../../../src/core/text/edits';
import { plannerFor } from '../../planner-for';
import { makeLibrary, pageOf } from '../export/generate-export';
import { sourceOf, zipOf, type PlainFile } from '../export/zip-of';

/**
 * A copy of real notes, and a made-up export that has every second article: recognized by its id, its slug, or its URL alone.
 * `OMNIVORE_CORPUS` names a folder of real notes.
 */
const CORPUS = process.env['OMNIVORE_CORPUS'] ?? '';
const planner = plannerFor();

type Vault = Readonly<Record<string, string>>;

function corpus(): Vault {
  if (CORPUS === '' || !existsSync(CORPUS)) return {};
  const names = (readdirSync(CORPUS, { recursive: true }) as string[])
    .filter((name) => name.endsWith('.md'))
    .sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(CORPUS, name), 'utf8')]));
}

/** An article of the corpus that is in the export, and the only key by which it can be found there. */
interface Exported {
  readonly path: string;
  readonly key: string;
  readonly files: readonly PlainFile[];
}

function exportOf(vault: Vault): readonly Exported[] {
  const exported: Exported[] = [];
  let n = 0;
  for (const [path, text] of Object.entries(vault)) {
    const found = detect(parseNote(text, planner.parseYaml), path, planner.detect);
    for (const article of found.kind === 'saved' ? found.articles : []) {
      if (n++ % 2 === 1) continue;
      const [made] = makeLibrary(1_000 + n, 1);
      if (!made) continue;
      const slug = article.omnivoreUrl === null ? null : slugOf(article.omnivoreUrl);
      const known = [{ id: article.id }, { slug }, { url: article.url }][(n >> 1) % 3] as Readonly<
        Record<string, string | null>
      >;
      const [key] = Object.values(known);
      if (!key || (known['id'] !== undefined && !/^[\w-]+$/.test(key))) continue;
      const { paragraphs, highlights: _, ...item } = { ...made, ...known };
      const page = { name: `content/${item.slug}.html`, content: pageOf({ ...made, paragraphs }) };
      const metadata = { name: `metadata_${n}_to_${n + 1}.json`, content: JSON.stringify([item]) };
      exported.push({ path, key, files: [metadata, page] });
    }
  }
  return exported;
}

async function planned(vault: Vault, files: readonly PlainFile[]): Promise<readonly ImportItem[]> {
  const library = await openExport([await openZip(sourceOf(zipOf(files)))]);
  const notes = Object.keys(vault);
  const store = {
    read: (path: string) => Promise.resolve({ kind: 'text' as const, text: vault[path] ?? '' }),
  };
  const options = {
    ...{ parseYaml: planner.parseYaml, detect: planner.detect, fallback: DEFAULT_STYLE },
    yieldIfNeeded: () => Promise.resolve(),
    dates: { format: 'date-time', zone: null },
    only: 'complete',
  } as const;
  const items: ImportItem[] = [];
  for await (const item of planImport(library, { notes, files: notes, store }, options)) {
    items.push(item);
  }
  return items;
}

const vault = corpus();
const articles = exportOf(vault);
const given = articles.length > 0 ? test : test.skip;

given(`notes of a corpus (${CORPUS || 'OMNIVORE_CORPUS names none'})`, async () => {
  const files = articles.flatMap((article) => article.files);
  const items = await planned(vault, files);
  const completed = items.filter((item) => item.kind === 'complete');
  expect(items.filter(({ kind }) => kind === 'failed')).toEqual([]);

  const touched = new Set(completed.map(({ path }) => path));
  const keys = articles.map(
    ({ key }) => key.replace(/^https?:\/\/(?:www\.)?/, '').split(/[?#]/)[0] ?? key,
  );
  for (const path of touched) {
    expect(keys.some((key) => vault[path]?.includes(key.replace(/\/$/, '')))).toBe(true);
  }
  const looked = new Set(items.map(({ path }) => path));
  expect(articles.filter(({ path }) => !looked.has(path)).map(({ path }) => path)).toEqual([]);

  for (const { path, text, after, edits, undo } of completed) {
    // Only insertions: nothing that was there is replaced.
    expect(edits.every(({ from, to }) => from === to)).toBe(true);
    expect(applyEdits(after, undo)).toBe(text);
    expect([path, ...changedValues(text, after)]).toEqual([path]);
  }
  const done = {
    ...vault,
    ...Object.fromEntries(completed.map(({ path, after }) => [path, after])),
  };
  const again = await planned(done, files);
  expect(again.filter(({ kind }) => kind === 'complete').map(({ path }) => path)).toEqual([]);
});

/** Properties with a value before and another value after, by another parser. */
function changedValues(before: string, after: string): readonly string[] {
  const [old, current] = [propertiesOf(before), propertiesOf(after)];
  return Object.keys(old).filter((key) => {
    const hadValue = old[key] !== null;
    return hadValue && JSON.stringify(old[key]) !== JSON.stringify(current[key]);
  });
}

function propertiesOf(text: string): Readonly<Record<string, unknown>> {
  const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(text)?.[1] ?? '';
  try {
    return (parse(frontMatter) ?? {}) as Record<string, unknown>;
  } catch {
    return {};
  }
}
