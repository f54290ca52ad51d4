import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { vaultsIn } from '../../../src/cli/fs/find-vault.mts';
import { folderOf, removeFolders } from '../command-line';

afterAll(removeFolders);

test.each<[string, readonly string[], readonly string[]]>([
  ['the folder itself', ['.obsidian/app.json', 'content/.obsidian/app.json'], ['']],
  ['one level down', ['content/.obsidian/app.json', 'static/a.md'], ['content']],
  ['several', ['b/.obsidian/app.json', 'a/.obsidian/app.json'], ['a', 'b']],
  ['two levels down', ['site/content/.obsidian/app.json'], []],
  ['in a hidden folder', ['.cache/.obsidian/app.json'], []],
  ['a file of that name', ['.obsidian', 'a.md'], []],
])('%s', (_, paths, vaults) => {
  expect(vaultsIn(folderOf(Object.fromEntries(paths.map((path) => [path, '{}']))))).toEqual(vaults);
});

test('a link to a vault is another folder', () => {
  const vault = folderOf({ '.obsidian/app.json': '{}' });
  const folder = folderOf({ 'a.md': '' });
  symlinkSync(vault, join(folder, 'content'));
  expect(vaultsIn(folder)).toEqual([]);
});
