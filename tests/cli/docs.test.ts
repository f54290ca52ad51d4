import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportFilesOf, makeLibrary } from '../core/export/generate-export';
import { zipOf } from '../core/export/zip-of';
import { folderOf, removeFolders, runJson, runUndecided, sampleCopy } from './command-line';

const ROOT = join(__dirname, '..', '..');
const COMMANDS = [
  ...['scan', 'repair', 'save-images', 'import', 'duplicates', 'export'],
  ...['undo', 'history', 'show'],
];
/** The pages say “all but export”. */
const WITH_JSON = COMMANDS.filter((command) => command !== 'export');
const READMES = ['README.md', 'README.zh.md'];
const PAGES = ['docs/command-line.md', 'docs/zh/command-line.md'];
/** All pages, in both languages. */
const ALL_PAGES = [
  ...READMES,
  'CONTRIBUTING.md',
  ...(readdirSync(join(ROOT, 'docs'), { recursive: true }) as string[])
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`),
];

afterAll(removeFolders);

function read(page: string): string {
  return readFileSync(join(ROOT, page), 'utf8');
}

/** The options of a command, as its own help lists them. */
function optionsOf(command: string): readonly string[] {
  const { out } = runUndecided(command, '--help');
  const names = [...out.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, name = '']) => name);
  return names.filter((name) => name !== '--help').sort();
}

/** The rows of the table of options: an option, and the commands that take it. */
function documentedOptions(page: string): readonly (readonly [string, readonly string[]])[] {
  const rows = read(page).matchAll(/^\| `(--[a-z-]+)(?: <[^>]+>)?` \| ([^|`]+) \|/gm);
  return [...rows].map(([, name = '', commands = '']) => {
    if (/^(?:all but|除)/.test(commands)) return [name, WITH_JSON];
    return [name, COMMANDS.filter((command) => commands.includes(command))];
  });
}

/** The path of an export. */
function exportZip(): string {
  return join(
    folderOf({ 'export.zip': Buffer.from(zipOf(exportFilesOf(makeLibrary(7, 3)))) }),
    'export.zip',
  );
}

/** The command lines of a page that call the program, without their explanations. */
function commandLinesIn(page: string): readonly string[] {
  const calls = /^ {4,}(?:node (?:build\/)?cli\.mjs|omnivore-rescue) +(.+)$/gm;
  return [...read(page).matchAll(calls)].map(([, words = '']) => words.split(/ {5,}/)[0] ?? '');
}

/** The calls of the program within the sentences of a page. If they have no folder, one is added. */
function callsIn(page: string): readonly string[] {
  const calls = read(page).matchAll(/`(?:node (?:build\/)?cli\.mjs|omnivore-rescue) +([^`]+)`/g);
  return [...calls].map(([, words = '']) => {
    const [command = '', ...rest] = words.split(' ');
    if (command === 'import' && rest.length === 0) return 'import export.zip [folder] --dry-run';
    const isComplete = rest.some((word) => /^[[<]/.test(word)) || command.startsWith('-');
    return isComplete ? words : [command, '[folder]', ...rest].join(' ');
  });
}

/** Runs a documented command line on a folder, with the last run's id instead of the placeholder. */
function runDocumented(line: string, folder: string): readonly [line: string, code: number | null] {
  const { runs } = runJson<{ readonly runs: readonly { readonly run: string }[] }>(
    'history',
    folder,
  );
  const args = line.split(/ +/).map((word) => {
    if (/^<(?:run|编号|ID)>$/.test(word)) return runs[0]?.run ?? '';
    if (/^(?:<format>|<格式>)$/.test(word)) return 'markdown';
    if (/zip/.test(word)) return exportZip();
    return /^(?:[[<](?:folder|文件夹|vault|仓库)[\]>]|content|~\/vault)$/.test(word)
      ? folder
      : word;
  });
  // No test asks the web.
  const dry = args[0] === 'save-images' && !args.includes('--dry-run') ? ['--dry-run'] : [];
  return [line, runUndecided(...args, ...dry).code];
}

test.each(PAGES)('%s lists the options that each command has', (page) => {
  const documented = documentedOptions(page);
  for (const command of COMMANDS) {
    const names = documented.filter(([, commands]) => commands.includes(command));
    expect([command, names.map(([name]) => name).sort()]).toEqual([command, optionsOf(command)]);
  }
});

test.each([...PAGES, ...READMES])('every command line in %s works', (page) => {
  const folder = sampleCopy();
  const lines = commandLinesIn(page);
  expect(lines.length).toBeGreaterThan(4);
  const ended = lines.map((line) => runDocumented(line, folder));
  expect(ended).toEqual(lines.map((line) => [line, line.includes('--check') ? 1 : 0]));
});

test.each(ALL_PAGES)('every call of the program in the text of %s works', (page) => {
  const folder = sampleCopy();
  const calls = callsIn(page);
  const lines = [...READMES, ...PAGES].includes(page) ? [] : commandLinesIn(page);
  const ended = [...calls, ...lines].map((line) => runDocumented(line, folder));
  expect(ended).toEqual(ended.map(([line]) => [line, line.includes('--check') ? 1 : 0]));
});

test('the pages call the program in their text, too', () => {
  expect(ALL_PAGES.flatMap(callsIn).length).toBeGreaterThan(3);
});

test.each(PAGES)('the settings file in %s is accepted', (page) => {
  const [, json = ''] = /^ {4}(\{(?!"schema").*\})$/m.exec(read(page)) ?? [];
  const folder = sampleCopy();
  const file = join(folder, 'omnivore-rescue.json');
  writeFileSync(file, json);
  const { code, err } = runUndecided('repair', folder, '--check', '--config', file);
  expect([code, err]).toEqual([1, '']);
});

test.each(PAGES)('%s explains every exit code that the help names', (page) => {
  const named = [...runUndecided('--help').out.matchAll(/^ {2}(\d+) /gm)].map(([, code]) => code);
  const rows = [...read(page).matchAll(/^\| (\d+) \|/gm)].map(([, code]) => code);
  expect(rows).toEqual(named);
});
