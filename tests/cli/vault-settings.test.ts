import { join } from 'node:path';
import {
  article,
  folderOf,
  removeFolders,
  runJson,
  runUndecided,
  textOf,
  type RepairJson,
} from './command-line';

afterAll(removeFolders);
jest.setTimeout(60_000);

const OWN = '.obsidian/plugins/omnivore-rescue/data.json';

function vaultWith(settings: unknown, at = ''): string {
  return folderOf({
    [`${at}${OWN}`]: JSON.stringify(settings),
    [`${at}a.md`]: article('A'),
    [`${at}private/b.md`]: article('B'),
  });
}

/** The paths that a repair would change, with these flags. */
function toRepair(folder: string, ...flags: readonly string[]): readonly string[] {
  const { repaired } = runJson<RepairJson>('repair', folder, '--dry-run', ...flags);
  return repaired.map(({ path }) => path);
}

test.each([
  ['the folder is a vault', '', ['a.md']],
  ['the vault is one level down', 'content/', ['content/a.md']],
])('the plugin’s settings apply if %s', (_, at, paths) => {
  const folder = vaultWith({ excludedFolders: ['private'], repairs: { dates: false } }, at);
  expect(toRepair(folder)).toEqual(paths);
  runUndecided('repair', folder);
  expect(textOf(folder, `${at}a.md`)).toContain('date_saved: 2024-03-20 18:15:30');
  expect(textOf(folder, `${at}a.md`)).not.toContain('omnivore-image-cache');
  expect(textOf(folder, `${at}private/b.md`)).toBe(article('B'));
});

test('folders to look in are those of a vault one level down', () => {
  expect(toRepair(vaultWith({ folders: ['private'] }, 'vault/'))).toEqual(['vault/private/b.md']);
});

test('names of older versions work, also in a config that overrides current ones', () => {
  expect(toRepair(vaultWith({ leftOut: ['private'] }))).toEqual(['a.md']);
  const config = join(folderOf({ 'c.json': '{"leftOut":[]}' }), 'c.json');
  const folder = vaultWith({ excludedFolders: ['private'] });
  expect(toRepair(folder, '--config', config)).toEqual(['a.md', 'private/b.md']);
});

test('it is ignored when asked', () => {
  const folder = vaultWith({ excludedFolders: ['private'] });
  expect(toRepair(folder, '--no-vault-settings')).toEqual(['a.md', 'private/b.md']);
});

test('a config and flags override it, and the rest still applies', () => {
  const folder = vaultWith({ excludedFolders: ['private'], repairs: { dates: false } });
  const config = join(folderOf({ 'c.json': '{"repairs":{"proxied-images":false}}' }), 'c.json');
  const flags = ['--config', config, '--publish-with', 'jekyll'];
  expect(toRepair(folder, ...flags)).toEqual([]);
  expect(toRepair(folder, '--config', config, '--only', 'dates')).toEqual(['a.md']);
});

test.each([
  [
    'a value that is not understood',
    { excludedFolders: 'private' },
    /data\.json: invalid settings: excludedFolders; /,
  ],
  ['no settings', [], /data\.json: invalid settings: \(the whole\); /],
])('%s stops, since defaults could change what was to be excluded', (_, settings, message) => {
  const folder = vaultWith(settings);
  const { code, out, err } = runUndecided('repair', folder);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(message);
  expect(err).toMatch(/^error: .*fix it, or use --no-vault-settings\n$/);
  expect(textOf(folder, 'a.md')).toBe(article('A'));
});

test('settings of a newer plugin are not an error', () => {
  expect(runUndecided('scan', vaultWith({ madeByANewerVersion: 1 })).code).toBe(0);
});

test('the settings of several vaults one level down are ignored, with a message', () => {
  const folder = folderOf({
    'one/.obsidian/app.json': '{}',
    'two/.obsidian/app.json': '{}',
    'one/a.md': article('A'),
  });
  const { code, err } = runUndecided('scan', folder);
  expect(code).toBe(0);
  expect(err).toBe(
    'note: there are several vaults here (one, two), so the settings of none are used\n',
  );
});
