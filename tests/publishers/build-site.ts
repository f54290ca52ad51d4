import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { InstalledTool, Site } from './tool';

const BUILD_TIMEOUT_MS = 5 * 60_000;

/** What came of building a site. */
export interface Built {
  readonly isBuilt: boolean;
  /** What the program said. */
  readonly log: string;
  /** The pages, as text. */
  readonly pages: readonly string[];
}

/** Builds a site from notes, by their names, in a new folder that is removed afterwards. */
export function buildSite(
  { program, modules }: InstalledTool,
  { files, notePath, build, output }: Site,
  notes: Readonly<Record<string, string>>,
): Built {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'omnivore-rescue-site-')));
  try {
    for (const [path, text] of Object.entries(files)) put(folder, path, text);
    for (const [name, text] of Object.entries(notes)) put(folder, notePath(name), text);
    if (modules !== null) symlinkSync(modules, join(folder, 'node_modules'));
    const { status, stdout, stderr } = spawnSync(program, build, {
      cwd: folder,
      encoding: 'utf8',
      timeout: BUILD_TIMEOUT_MS,
      env: { ...process.env, ...QUIET },
    });
    const pages = existsSync(join(folder, output)) ? pagesIn(join(folder, output)) : [];
    return { isBuilt: status === 0, log: `${stdout}\n${stderr}`, pages };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** No program asks, reports, or looks for a newer version. */
const QUIET = {
  TZ: 'UTC',
  NODE_ENV: 'production',
  NO_COLOR: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  NO_UPDATE_NOTIFIER: '1',
};

function put(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function pagesIn(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.html'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}
