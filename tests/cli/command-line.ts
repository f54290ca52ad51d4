import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const SAMPLE = join(ROOT, 'tests', 'fixtures', 'sample-vault');

/** The built command line. */
export const BUILT = join(ROOT, 'build', 'cli.mjs');

if (!existsSync(BUILT)) {
  throw new Error(
    'build/cli.mjs is not there. These tests try the built program: run `npm run build` first.',
  );
}

/** What the program printed, and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** What a user who publishes with Hugo adds, for most of these articles are drafts. */
export const HUGO = ['--publish-with', 'hugo'] as const;

/** Runs the program to its end, for a user who publishes with Hugo; with a config or named repairs, as these say. */
export function run(...args: readonly string[]): Ended {
  const [command = ''] = args;
  const isNamed = args.some((arg) => arg === '--config' || arg === '--only');
  const publishes = !isNamed && ['scan', 'repair'].includes(command);
  return runUndecided(...args, ...(publishes ? HUGO : []));
}

/** Runs the program to its end, for a user who has not chosen what they publish with. */
export function runUndecided(...args: readonly string[]): Ended {
  return runProgram(process.execPath, [BUILT, ...args]);
}

/** Runs any program to its end. */
export function runProgram(program: string, args: readonly string[], shellZone = 'UTC'): Ended {
  const env = { ...process.env, TZ: shellZone };
  const options = { encoding: 'utf8', env, maxBuffer: 256_000_000 } as const;
  const { status, stdout, stderr } = spawnSync(program, args, options);
  return { code: status, out: stdout, err: stderr };
}

/** Runs the program with `--json` and parses what it printed. */
export function runJson<T>(...args: readonly string[]): T {
  const { code, out, err } = run(...args, '--json');
  if (code !== 0) throw new Error(`Exit code ${code}: ${err}`);
  return JSON.parse(out) as T;
}

/** How often each repair found something. */
export type Counts = Readonly<Record<string, number>>;

export interface ScanJson {
  readonly schema: number;
  readonly folder: string;
  readonly notes: number;
  readonly articles: readonly ArticleJson[];
  readonly others: number;
  readonly failed: readonly { readonly path: string; readonly error: string }[];
  readonly ownNotes: readonly { readonly path: string; readonly images: number }[];
}

export interface ArticleJson {
  readonly path: string;
  readonly title: string | null;
  readonly author: string | null;
  readonly source: string | null;
  readonly tags: readonly string[];
  readonly saved: string | null;
  readonly published: string | null;
  readonly draft: boolean | null;
  readonly findings: Counts;
}

export interface RepairJson {
  readonly schema: number;
  readonly run: string | null;
  readonly repaired: readonly { readonly path: string; readonly findings: Counts }[];
  readonly left: readonly {
    readonly path: string;
    readonly repair: string | null;
    readonly reason: string;
    readonly was: string;
  }[];
  readonly failed: readonly { readonly path: string; readonly error: string }[];
}

export interface UndoJson {
  readonly schema: number;
  readonly run: string;
  readonly restored: readonly string[];
  readonly left: readonly { readonly path: string; readonly reason: string }[];
}

const made: string[] = [];

/** A new empty folder; `removeFolders` removes it. */
export function newFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'omnivore-rescue-test-')));
  made.push(folder);
  return folder;
}

/** A new folder with these files in it. */
export function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = newFolder();
  for (const [path, text] of Object.entries(files)) put(folder, path, text);
  return folder;
}

/** A fresh copy of the sample vault. */
export function sampleCopy(): string {
  const folder = newFolder();
  cpSync(SAMPLE, folder, { recursive: true });
  return folder;
}

/** Removes all created folders. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Writes a file, with the folders that it is in. */
export function put(folder: string, path: string, text: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** A note's text. */
export function textOf(folder: string, path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

/** Every file but the journals, by its path; one character a byte. */
export function filesIn(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    pathsIn(folder).map((path) => [path, readFileSync(join(folder, path), 'latin1')]),
  );
}

/** When each file but the journals was last changed, in nanoseconds. */
export function timesIn(folder: string): Readonly<Record<string, string>> {
  const time = (path: string): string =>
    String(statSync(join(folder, path), { bigint: true }).mtimeNs);
  return Object.fromEntries(pathsIn(folder).map((path) => [path, time(path)]));
}

function pathsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !path.includes('omnivore-rescue/'))
    .sort();
}

const PROXY =
  'https://proxy-prod.omnivore-image-cache.app/0x0,sQm9vdHMgYW5kIGxhZGRlcnMgaW4gdGhlIGF0dGljLCAy';

/** The values in a saved article; each of them has something to repair. */
export interface ArticleValues {
  readonly saved?: string;
  readonly draft?: string;
  readonly image?: string;
  readonly slug?: string;
  readonly extra?: string;
}

/** A saved article as the original plugin wrote it: a draft flag, a date and an image to repair. */
export function article(title: string, values: ArticleValues = {}): string {
  const { saved = '2024-03-20 18:15:30', draft = 'true', slug = 'x-18e5b5c135d' } = values;
  const image = values.image ?? `${PROXY}/https://img.example.org/lighthouse.png`;
  return `---
id: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a
date_saved: ${saved}
draft: ${draft}
---

# ${title}
#Omnivore

[Read on Omnivore](https://omnivore.app/me/${slug})

[Read Original](https://keepers.example.org/lamp)

![The lamp](${image})
${values.extra ?? ''}`;
}

/** The same article, fully repaired. */
export function repairedArticle(title: string, values: ArticleValues = {}): string {
  return article(title, {
    saved: '2024-03-20T18:15:30',
    draft: 'false',
    image: 'https://img.example.org/lighthouse.png',
    ...values,
  });
}

/** `count` saved articles, by path. */
export function manyArticles(count: number, extra = ''): Readonly<Record<string, string>> {
  const paths = Array.from({ length: count }, (_, i) => `Shelf ${i % 7}/Article ${i}.md`);
  return Object.fromEntries(paths.map((path, i) => [path, article(`Lamp ${i}`, { extra })]));
}
