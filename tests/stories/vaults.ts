/** The vaults that stories open, and what the command line makes of them. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readVault } from '../playground/read-vault';

/** The project's folder, from wherever the tests are started. */
function projectRoot(from = process.cwd()): string {
  if (existsSync(join(from, 'manifest.json'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('manifest.json is in none of the folders above');
  return projectRoot(above);
}

/** The sample vault's notes, and some whose bytes are unusual: CRLF, a byte order mark, both. */
export function sampleNotes(): Readonly<Record<string, string>> {
  const notes = readVault(join(projectRoot(), 'tests', 'fixtures', 'sample-vault'));
  return {
    ...notes,
    'Bytes/crlf.md': ARTICLE.replaceAll('\n', '\r\n'),
    'Bytes/mark.md': `\uFEFF${ARTICLE}`,
    'Bytes/mark and crlf.md': `\uFEFF${ARTICLE.replaceAll('\n', '\r\n')}`,
    'Bytes/mixed.md': `${ARTICLE}One line\r\nends differently\n`,
  };
}

/** A saved article in which a date, a draft flag and an image need repair. */
export const ARTICLE = [
  '---',
  'id: 4a7c6a1e-e1f2-11ee-8a3c-6f2b1c9d0e11',
  'draft: true',
  'date_saved: 2024-03-14 08:21:56',
  '---',
  '',
  '# Tide clocks',
  '#Omnivore',
  '',
  '[Read on Omnivore](https://omnivore.app/me/tide-clocks-18e3d5b1a2c)',
  '[Read Original](https://harbourpress.example.org/tide-clocks)',
  '',
  '![](https://proxy-prod.omnivore-image-cache.app/0x0,s3xXYAes4vRXbTdZ2mD6oPqLk9WnEuJf5cGhIa7yKzM0/https://harbourpress.example.org/0.png)',
  '',
].join('\n');

/** Many saved articles that need repair, each with an id and a title of its own. */
export function manyNotes(count: number): Readonly<Record<string, string>> {
  const notes = Array.from({ length: count }, (_, i) => {
    const id = String(i).padStart(4, '0');
    const text = ARTICLE.replace('4a7c6a1e', `4a7c${id}`).replace('# Tide', `# ${id} Tide`);
    return [`Omnivore/${id}.md`, text];
  });
  return Object.fromEntries(notes) as Record<string, string>;
}

/** What `omnivore-rescue repair` makes of notes, without settings. */
export function repairedByCommandLine(
  notes: Readonly<Record<string, string>>,
): Readonly<Record<string, Uint8Array>> {
  const folder = mkdtempSync(join(tmpdir(), 'omnivore-rescue-story-'));
  try {
    for (const [path, text] of Object.entries(notes)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    runBuilt('repair', folder);
    const bytes = Object.keys(notes).map((path) => [path, readFileSync(join(folder, path))]);
    return Object.fromEntries(bytes) as Record<string, Uint8Array>;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function runBuilt(...args: readonly string[]): void {
  const program = join(projectRoot(), 'build', 'cli.mjs');
  execFileSync(process.execPath, [program, ...args], { stdio: 'ignore' });
}
