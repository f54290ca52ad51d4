import { basename, relative } from 'node:path';
import type { ReadingFlags } from './command.mts';

/** What the user types to run a program that was started as `argv1`, so that a command that is shown to them can be run. */
export function programName(
  argv1: string,
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): string {
  const isInstalled =
    basename(argv1) === 'omnivore-rescue' ||
    /[\\/]node_modules[\\/]omnivore-rescue[\\/]/.test(argv1);
  if (!isInstalled) return `node ${quoted(relative(cwd, argv1) || argv1)}`;
  return env['npm_command'] === 'exec' ? 'npx omnivore-rescue' : 'omnivore-rescue';
}

/** A command line that a shell takes apart into these arguments again. */
export function commandLine(program: string, ...args: readonly string[]): string {
  return [program, ...args.map(quoted)].join(' ');
}

/** The flags that decide how notes are read, as they were given: another command needs the same. */
export function sameFlags(flags: ReadingFlags): readonly string[] {
  const { config, zone, publishWith, vaultSettings } = flags;
  return [
    ...(config === undefined ? [] : ['--config', config]),
    ...(zone === undefined ? [] : ['--zone', zone]),
    ...(publishWith === undefined ? [] : ['--publish-with', publishWith]),
    ...(vaultSettings ? [] : ['--no-vault-settings']),
  ];
}

function quoted(arg: string): string {
  return /^[\w./:@%+=,-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", `'\\''`)}'`;
}
