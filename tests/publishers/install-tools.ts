import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { foundTools, keepFound } from './found-tools';
import type { InstalledTool, SkippedTool, Tool, ToolSource } from './tool';
import { TOOLS, WITHOUT_TOOL } from './tools';

const INSTALL_TIMEOUT_MS = 10 * 60_000;
const VERSION_TIMEOUT_MS = 60_000;

/** The folder that the programs are installed into, outside the checkout. `PUBLISHER_TOOLS` names another one. */
const CACHE =
  process.env['PUBLISHER_TOOLS'] ??
  join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'omnivore-rescue', 'publishers');

/** Installs the programs before the first test, as far as they can be had. */
export default function installTools(): void {
  process.env['TZ'] = 'UTC';
  const found = TOOLS.map(installFirst);
  keepFound({
    installed: found.flatMap((tool) => ('program' in tool ? [tool] : [])),
    skipped: [...found.flatMap((tool) => ('program' in tool ? [] : [tool])), ...WITHOUT_TOOL],
  });
  if (foundTools().installed.length === 0) throw new Error('None of the publishers is installed.');
}

function installFirst({ publisher, sources }: Tool): InstalledTool | SkippedTool {
  const reasons: string[] = [];
  for (const source of sources) {
    try {
      const located = source.from === 'npm' ? fromNpm(publisher, source) : onPath(source);
      return { publisher, ...located };
    } catch (error) {
      reasons.push(reasonOf(error));
    }
  }
  return { publisher, reason: reasons.join('; ') };
}

type Located = Omit<InstalledTool, 'publisher'>;

function fromNpm(name: string, source: ToolSource & { readonly from: 'npm' }): Located {
  const dependencies = JSON.stringify(source.packages);
  const hash = createHash('sha256').update(dependencies).digest('hex').slice(0, 12);
  const folder = join(CACHE, `${name}-${hash}`);
  const modules = join(folder, 'node_modules');
  const program = join(modules, source.program);
  const version = Object.entries(source.packages)[0]?.join(' ') ?? '';
  if (existsSync(program)) return { program, modules, version };
  // A stopped installation must not look complete.
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  writeFileSync(join(part, 'package.json'), `{ "private": true, "dependencies": ${dependencies} }`);
  try {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent'], {
      cwd: part,
      stdio: 'pipe',
      timeout: INSTALL_TIMEOUT_MS,
    });
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    throw new Error(`npm could not install ${Object.keys(source.packages).join(', ')}`, {
      cause: error,
    });
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(part, folder);
  chmodSync(program, 0o755);
  return { program, modules, version };
}

function onPath({ program, debianPackage }: ToolSource & { readonly from: 'system' }): Located {
  // Hugo has a command for it, and no option.
  const args = program === 'hugo' ? ['version'] : ['--version'];
  const options = { encoding: 'utf8', stdio: 'pipe', timeout: VERSION_TIMEOUT_MS } as const;
  try {
    const said = execFileSync(program, args, options);
    return { program, modules: null, version: said.trim().split('\n')[0] ?? '' };
  } catch (error) {
    throw new Error(`${program} is not installed (apt-get install ${debianPackage})`, {
      cause: error,
    });
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
