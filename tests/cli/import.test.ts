import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exportFilesOf, makeLibrary, type MadeArticle } from '../core/export/generate-export';
import { zipOf, type PlainFile } from '../core/export/zip-of';
import { newFolder, removeFolders, runUndecided, type Ended } from './command-line';

interface ImportJson {
  readonly schema: number;
  readonly run: string | null;
  readonly completed: readonly {
    readonly path: string;
    readonly findings: Readonly<Record<string, number>>;
  }[];
  readonly created: readonly string[];
  readonly left: readonly { readonly path: string; readonly reason: string }[];
  readonly failed: readonly unknown[];
}

afterAll(removeFolders);

const LIBRARY = makeLibrary(11, 60);

function noteOf({ id, slug, title, url }: MadeArticle): string {
  return `---\nid: ${id}\n---\n\n# ${title}\n#Omnivore\n\n[Read on Omnivore](https://omnivore.app/me/${slug})\n[Read Original](${url})\n`;
}

/** A vault with notes of every second article and a note of the user's, and the export next to it. */
function vaultAndExport(): { readonly vault: string; readonly zip: string } {
  const folder = newFolder();
  const vault = join(folder, 'vault');
  mkdirSync(join(vault, 'Omnivore'), { recursive: true });
  for (const [i, article] of LIBRARY.entries()) {
    if (i % 2 === 0) writeFileSync(join(vault, 'Omnivore', `${i}.md`), noteOf(article));
  }
  writeFileSync(join(vault, 'Own.md'), 'My own note\r\n');
  const zip = join(folder, 'export.zip');
  writeFileSync(zip, zipOf(exportFilesOf(LIBRARY)));
  return { vault, zip };
}

/** All files of a folder except hidden ones, with their contents. */
function filesIn(folder: string): Readonly<Record<string, string>> {
  const names = (readdirSync(folder, { recursive: true, withFileTypes: true }) ?? [])
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((name) => !name.split('/').some((part) => part.startsWith('.')));
  return Object.fromEntries(
    names.sort().map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  );
}

function importJson(...args: readonly string[]): ImportJson {
  const { code, out, err } = runUndecided('import', ...args, '--json');
  if (code !== 0) throw new Error(`Exit code ${code}: ${err}`);
  return JSON.parse(out) as ImportJson;
}

test('completes and creates, finds nothing the second time, and is undone exactly', () => {
  const { vault, zip } = vaultAndExport();
  const before = filesIn(vault);
  const { completed, created, left, failed, run, schema } = importJson(zip, vault);
  expect({ schema, left, failed }).toEqual({ schema: 1, left: [], failed: [] });
  expect(completed).toHaveLength(30);
  expect(created.filter((path) => path.endsWith('.md'))).toHaveLength(30);
  expect(completed[0]?.findings).toMatchObject({ 'full-text': 1, saved: 1, title: 0 });
  const after = filesIn(vault);
  expect(after['Own.md']).toBe(before['Own.md']);
  expect(Object.keys(after).sort()).toEqual([...Object.keys(before), ...created].sort());

  expect(importJson(zip, vault)).toMatchObject({ run: null, completed: [], created: [], left: [] });
  expect(filesIn(vault)).toEqual(after);

  const undone = runUndecided('undo', vault, '--run', run ?? '', '--json');
  expect(undone.code).toBe(0);
  expect(JSON.parse(undone.out)).toMatchObject({
    left: [],
    restored: expect.any(Array) as unknown,
  });
  expect(filesIn(vault)).toEqual(before);
  expect(readdirSync(join(vault, '.trash'))).toHaveLength(created.length);
});

test('a dry run writes nothing, and says what a run would do', () => {
  const { vault, zip } = vaultAndExport();
  const before = filesIn(vault);
  const { code, out } = runUndecided('import', zip, vault, '--dry-run');
  expect(code).toBe(0);
  expect(out).toContain('Would complete 30 notes, create 30 notes.');
  expect(out).toContain('+ ## Content');
  expect(filesIn(vault)).toEqual(before);
  expect(existsSync(join(vault, '.omnivore-rescue'))).toBe(false);
  const dry = importJson(zip, vault, '--dry-run');
  const real = importJson(zip, vault);
  expect({ ...dry, run: '' }).toEqual({ ...real, run: '' });
});

test.each([
  ['complete', 30, 0],
  ['create', 0, 30],
])('--only %s', (part, completed, created) => {
  const { vault, zip } = vaultAndExport();
  const report = importJson(zip, vault, '--only', part);
  expect(report.completed).toHaveLength(completed);
  expect(report.created.filter((path) => path.endsWith('.md'))).toHaveLength(created);
});

test('an unzipped folder, and several zips at once', () => {
  const { vault, zip } = vaultAndExport();
  const copy = join(dirname(vault), 'copy');
  cpSync(vault, copy, { recursive: true });
  const folder = join(dirname(vault), 'unzipped');
  writeFiles(folder, exportFilesOf(LIBRARY));
  importJson(zip, vault);
  importJson(folder, copy);
  expect(filesIn(copy)).toEqual(filesIn(vault));

  const other = vaultAndExport();
  const halves = [LIBRARY.slice(0, 30), LIBRARY.slice(30)].map((half, i) => {
    const path = join(dirname(other.vault), `${i}.zip`);
    writeFileSync(path, zipOf(exportFilesOf(half)));
    return path;
  });
  importJson(...halves, other.vault);
  expect(filesIn(other.vault)).toEqual(filesIn(vault));
});

test('a file that is in the way is never overwritten', () => {
  const { vault, zip } = vaultAndExport();
  const [, article] = LIBRARY;
  const path = join(vault, 'Omnivore', `${article?.title ?? ''}.md`);
  writeFileSync(path, 'mine');
  const { created } = importJson(zip, vault);
  expect(readFileSync(path, 'utf8')).toBe('mine');
  expect(created).toContain(`Omnivore/${article?.title ?? ''}-${article?.id ?? ''}.md`);
});

test('undoing an import keeps notes that have changed since, and lists them', () => {
  const { vault, zip } = vaultAndExport();
  const { created } = importJson(zip, vault);
  const [first = ''] = created;
  writeFileSync(join(vault, first), 'changed');
  const { code, out } = runUndecided('undo', vault, '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ left: [{ path: first, reason: 'changed-since' }] });
  expect(readFileSync(join(vault, first), 'utf8')).toBe('changed');
});

test('history and show list what an import created', () => {
  const { vault, zip } = vaultAndExport();
  const { run, created } = importJson(zip, vault);
  expect(runUndecided('history', vault).out).toMatch(/30 notes, \d+ new files {2}Import\n/);
  const { out } = runUndecided('show', run ?? '', vault);
  expect(out).toContain(`${created[0] ?? ''}: created\n`);
});

describe('an import that fails prints one line and ends with 2', () => {
  const whole = zipOf(exportFilesOf(LIBRARY.slice(0, 3)));
  const encrypted = whole.slice();
  const view = new DataView(encrypted.buffer);
  for (let at = 0; at < encrypted.length - 4; at++) {
    if (view.getUint32(at, true) === 0x02014b50) encrypted[at + 8]! |= 1;
  }
  const bomb = zipOf([{ name: 'content/a.html', content: new Uint8Array(70_000_000) }]);

  test.each([
    ['no zip', new TextEncoder().encode('hello'), 'not a zip'],
    ['truncated', whole.slice(0, -50), 'the zip is incomplete'],
    ['encrypted', encrypted, 'the zip is encrypted'],
    ['a bomb', bomb, 'far more than an export contains'],
    ['no articles', zipOf([{ name: 'a', content: 'a' }]), 'contains no articles'],
  ])('%s', (_name, bytes, message) => {
    const { vault, zip } = vaultAndExport();
    const before = filesIn(vault);
    writeFileSync(zip, bytes);
    const ended = runUndecided('import', zip, vault);
    expectOneLine(ended, message);
    expect(filesIn(vault)).toEqual(before);
  });

  test.each([
    ['no file', ['gone.zip'], 'gone.zip'],
    ['no export', [], 'name the export, then the vault'],
  ])('%s', (_name, args, message) => {
    const { vault } = vaultAndExport();
    expectOneLine(runUndecided('import', ...args, vault), message);
  });
});

test('names that lead out of the folder are not read, and nothing is written outside of it', () => {
  const { vault, zip } = vaultAndExport();
  const [article] = LIBRARY;
  const evil: PlainFile[] = ['../../evil.html', '/evil.html', 'content\\evil.html'].map((name) => ({
    name,
    content: 'evil',
  }));
  const metadata = JSON.stringify([
    { ...article, id: 'x', title: '../../../evil', slug: 'evil', url: null },
  ]);
  writeFileSync(zip, zipOf([{ name: 'metadata_0_to_1.json', content: metadata }, ...evil]));
  const { created, left } = importJson(zip, vault);
  expect(created).toEqual([expect.stringMatching(/^Omnivore\/-\.\.-\.\.-evil\.md$/)]);
  expect(left.map(({ reason }) => reason)).toEqual(Array(3).fill('unsafe-name'));
  expect(readdirSync(dirname(vault)).sort()).toEqual(['export.zip', 'vault']);
});

function expectOneLine({ code, out, err }: Ended, message: string): void {
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).toContain(message);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
}

function writeFiles(folder: string, files: readonly PlainFile[]): void {
  for (const { name, content } of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}
