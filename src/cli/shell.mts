import { basename, relative } from 'node:path';
import type { ReadingFlags } from './command.mts';

/** Returns how the user started this program, so that the commands we print can be copied. */
export function programName(
  argv1: string,
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): string {
  const isInstalled =
    basename(argv1) === 'omnivore-rescue' ||
    /[\\/]node_modules[\\/]omnivore-rescue[\\/]/.test(argv1);
  if (!isInstalled) return `node ${shellQuote(relative(cwd, argv1) || argv1)}`;
  return env['npm_command'] === 'exec' ? 'npx omnivore-rescue' : 'omnivore-rescue';
}

/** Builds a command line, quoted for a shell. */
export function commandLine(program: string, ...args: readonly string[]): string {
  return [program, ...args.map(shellQuote)].join(' ');
}

/** Returns the flags that decide how notes are read, for a command that must read them the same way. */
export function readingArguments(flags: ReadingFlags): readonly string[] {
  const { config, zone, publishWith, fillDate, vaultSettings } = flags;
  return [
    ...(config === undefined ? [] : ['--config', config]),
    ...(zone === undefined ? [] : ['--zone', zone]),
    ...(publishWith === undefined ? [] : ['--publish-with', publishWith]),
    ...(fillDate ? ['--fill-date'] : []),
    ...(vaultSettings ? [] : ['--no-vault-settings']),
  ];
}

/** All our options start with two hyphens, so this is a path. */
const PATH_LIKE_OPTION = /^-(?!-[a-z])/;

function shellQuote(arg: string): string {
  const text = PATH_LIKE_OPTION.test(arg) ? `./${arg}` : arg;
  if (/^[\w./:@%+=,-]+$/.test(text)) return text;
  if (!/\p{Cc}/u.test(text)) return `'${text.replaceAll("'", `'\\''`)}'`;
  // Control characters are not printed as they are; Bash, Zsh and Ksh read this form.
  return `$'${text.replace(/[\\']/g, '\\$&').replace(/\p{Cc}/gu, octal)}'`;
}

function octal(sign: string): string {
  return `\\${sign.charCodeAt(0).toString(8).padStart(3, '0')}`;
}
