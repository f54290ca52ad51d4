import { openExport } from '../../../src/core/export/open-export';
import { openZip } from '../../../src/core/export/zip';
import { DEFAULT_STYLE } from '../../../src/core/import/note-style';
import type { ImportItem } from '../../../src/core/import/import-item';
import { planImport, type ImportOptions } from '../../../src/core/import/plan-import';
import { plannerFor } from '../../planner-for';
import { sourceOf, zipOf, type PlainFile } from '../export/zip-of';

/** Texts of notes by path. */
export type Vault = Readonly<Record<string, string>>;

/** What an import of a zip with these files would do in a vault. */
export async function planned(
  vault: Vault,
  files: readonly PlainFile[],
  only: 'complete' | 'create' | null = null,
  more: Partial<ImportOptions> = {},
): Promise<readonly ImportItem[]> {
  const library = await openExport([await openZip(sourceOf(zipOf(files)))]);
  const notes = Object.keys(vault);
  const store = {
    read: (path: string) => Promise.resolve({ kind: 'text' as const, text: vault[path] ?? '' }),
  };
  const { parseYaml, detect } = plannerFor();
  const items: ImportItem[] = [];
  for await (const item of planImport(
    library,
    { notes, files: notes, store },
    {
      parseYaml,
      detect,
      dates: { format: 'date-time', zone: null },
      fallback: DEFAULT_STYLE,
      yieldIfNeeded: () => Promise.resolve(),
      only,
      ...more,
    },
  )) {
    items.push(item);
  }
  return items;
}

export const ITEM = {
  id: '0e5ad8ba-9d3c-4c1e-8b3b-5c0a8a5a1b2c',
  slug: 'why-tide-clocks-run-slow-18e3d0b2f1a',
  title: 'Why Tide Clocks Run Slow',
  author: 'M. Salt',
  description: 'A short history of a slow clock.',
  url: 'https://salt.example/tides?utm_source=x',
  state: 'Archived',
  readingProgress: 100,
  labels: ['Long reads', 'sea'],
  savedAt: '2024-03-14T12:21:56.123Z',
  updatedAt: '2024-03-15T12:21:56.000Z',
  publishedAt: '2024-03-01T00:00:00.000Z',
};
export const HTML =
  '<p>The tide clock on the wall has one hand. It goes around in half a lunar day.</p>';
export const TEXT = 'The tide clock on the wall has one hand. It goes around in half a lunar day.';
export const METADATA = { name: 'metadata_0_to_1.json', content: JSON.stringify([ITEM]) };
export const EXPORT = [METADATA, { name: `content/${ITEM.slug}.html`, content: HTML }];
