import { commandLine, programName, readingArguments } from '../../src/cli/shell.mts';
import { mostSimilar } from '../../src/cli/read-settings.mts';
import { toErrorClause } from '../../src/cli/fs/system-error.mts';

test.each([
  ['installed', '/usr/local/bin/omnivore-rescue', {}, 'omnivore-rescue'],
  [
    'installed on Windows',
    'C:\\npm\\node_modules\\omnivore-rescue\\build\\cli.mjs',
    {},
    'omnivore-rescue',
  ],
  [
    'through npx',
    '/x/node_modules/omnivore-rescue/build/cli.mjs',
    { npm_command: 'exec' },
    'npx omnivore-rescue',
  ],
  ['from its folder', '/project/build/cli.mjs', { npm_command: 'exec' }, 'node build/cli.mjs'],
  ['from a folder with a space', '/project/my build/cli.mjs', {}, "node 'my build/cli.mjs'"],
])('the program is called as the user called it: %s', (_, argv1, env, name) => {
  expect(programName(argv1, env, '/project')).toBe(name);
});

test('a command that is shown can be run in a shell', () => {
  const line = commandLine('x', 'undo', "It's mine", '$(rm)', 'plain/path.md', '');
  expect(line).toBe(`x undo 'It'\\''s mine' '$(rm)' plain/path.md ''`);
});

test.each([
  ['a folder that looks like an option', '-v', './-v'],
  ['an option', '--run', '--run'],
  ['a line break', "it's\na\\b", "$'it\\'s\\012a\\\\b'"],
])('%s is written so that a shell reads it', (_, arg, written) => {
  expect(commandLine('x', 'undo', arg)).toBe(`x undo ${written}`);
});

test('the next command reads notes as this one did', () => {
  expect(readingArguments({ vaultSettings: true })).toEqual([]);
  const flags = {
    config: 'c.json',
    zone: 'UTC',
    publishWith: 'jekyll',
    vaultSettings: false,
  } as const;
  expect(commandLine('x', ...readingArguments(flags))).toBe(
    'x --config c.json --zone UTC --publish-with jekyll --no-vault-settings',
  );
});

test.each([
  ['draftFlg', 'draftFlag'],
  ['DATES.zone', 'dates.zone'],
  ['something else', null],
])('%s is nearest to %s', (name, nearest) => {
  expect(mostSimilar(name, ['draftFlag', 'dates.zone', 'folders'])).toBe(nearest);
});

test.each([
  ['No permission.', 'no permission'],
  ['There is a file where a folder should be.', 'there is a file where a folder should be'],
  ['ENOTDIR: not a directory', 'ENOTDIR: not a directory'],
  ['', ''],
])('in an error, %j reads %j', (sentence, error) => {
  expect(toErrorClause(sentence)).toBe(error);
});
