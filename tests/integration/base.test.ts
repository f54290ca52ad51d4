/** @jest-environment jsdom */
import { parse } from 'yaml';
import type { BaseFile } from '../../src/core/bases/base-file';
import type { Simulation } from '../simulator/load-plugin';
import { noticeTexts } from '../simulator/user';
import { article, onDisk, start, until } from './start';

let simulation: Simulation;

const NOTES = { 'Omnivore/Tides.md': article(), 'Notes/Mine.md': '# Mine\n' };
const PATH = 'Saved articles.base';

afterEach(() => simulation.close());

async function create(): Promise<string> {
  const before = noticeTexts().length;
  await simulation.app.commands.run('omnivore-rescue:create-base');
  await until('the answer', () => noticeTexts().length > before);
  return noticeTexts().at(-1) ?? '';
}

function written(path = PATH): BaseFile {
  return parse(onDisk(simulation, path) ?? '') as BaseFile;
}

async function untilOpen(path: string): Promise<void> {
  await until(path, () => simulation.app.workspace.getActiveFile()?.path === path);
}

test('the command writes the Base and opens it; the notes stay as they are', async () => {
  simulation = await start(NOTES);
  expect(await create()).toBe('Created “Saved articles.base”.');
  await untilOpen(PATH);
  expect(written().views.map(({ type, name }) => `${name}: ${type}`)).toEqual([
    'All articles: table',
    'By source: table',
    'By tag: table',
    'Drafts: table',
    'Cards: cards',
  ]);
  expect(onDisk(simulation, 'Omnivore/Tides.md')).toBe(NOTES['Omnivore/Tides.md']);
});

test('a second time it keeps the existing file, and opens it', async () => {
  simulation = await start({ ...NOTES, [PATH]: 'views: []\n' });
  const make = jest.spyOn(simulation.app.vault, 'create');
  expect(await create()).toBe('“Saved articles.base” already exists and was not changed.');
  await untilOpen(PATH);
  expect(make).not.toHaveBeenCalled();
  expect(onDisk(simulation, PATH)).toBe('views: []\n');
});

test('a file that another program creates meanwhile is not changed', async () => {
  simulation = await start(NOTES);
  const { vault } = simulation.app;
  const make = vault.create.bind(vault);
  jest.spyOn(vault, 'create').mockImplementation(async (path, text) => {
    simulation.disk.seed(path, 'views: []\n');
    return make(path, text);
  });
  expect(await create()).toBe('“Saved articles.base” already exists and was not changed.');
  expect(onDisk(simulation, PATH)).toBe('views: []\n');
});

test('it is put where the app puts new files, whatever note is open', async () => {
  simulation = await start(NOTES);
  const { fileManager, vault } = simulation.app;
  const asked = jest.spyOn(fileManager, 'getNewFileParent');
  const notes = vault.getFolderByPath('Notes');
  if (notes) asked.mockReturnValue(notes);
  expect(await create()).toBe('Created “Notes/Saved articles.base”.');
  await untilOpen('Notes/Saved articles.base');
  expect(await create()).toMatch(/already exists/);
  expect(asked.mock.calls.map(([from]) => from)).toEqual(['', '']);
});

test('when that folder is gone, a notice explains why nothing was created', async () => {
  simulation = await start(NOTES);
  const { fileManager, vault } = simulation.app;
  const notes = vault.getFolderByPath('Notes');
  if (notes) jest.spyOn(fileManager, 'getNewFileParent').mockReturnValue(notes);
  await simulation.disk.removeFromOutside('Notes');
  expect(await create()).toBe('The base could not be created: The file is no longer there.');
  expect([...simulation.disk.files.keys()].filter((path) => path.endsWith('.base'))).toEqual([]);
});

test('a missing folder from the settings stays in the query: it may come back', async () => {
  simulation = await start(NOTES, {
    data: { folders: ['Gone', 'Omnivore'], excludedFolders: ['Omnivore/Old'] },
  });
  await create();
  expect(written().filters).toEqual({
    and: [
      'file.ext == "md"',
      { or: ['file.inFolder("Gone")', 'file.inFolder("Omnivore")'] },
      { not: ['file.inFolder("Omnivore/Old")'] },
    ],
  });
});

test('names with special characters of YAML or formulas are escaped', async () => {
  const saved = ['Date: saved', '- "x" # y', "it's \\ n", '{{date}}', '保存日期', '__proto__'];
  simulation = await start(NOTES, { data: { properties: { saved } } });
  await create();
  const names = [...saved, 'date_saved', 'saved', 'date'];
  const asked = [
    ...(written().formulas.saved ?? '').matchAll(/note\[("(?:[^"\\]|\\.)*"|'[^']*')\]/g),
  ];
  const unquoted = asked.map(([, literal = '']) =>
    literal.startsWith("'") ? literal.slice(1, -1) : (JSON.parse(literal) as string),
  );
  expect([...new Set(unquoted)]).toEqual(names);
});

test('with the core plugin Bases off, it is written but not opened, and a notice explains that', async () => {
  simulation = await start(NOTES);
  Object.assign(simulation.app, { internalPlugins: { getEnabledPluginById: () => null } });
  expect(await create()).toBe(
    'Created “Saved articles.base”. To open it, enable the core plugin Bases in Obsidian’s settings.',
  );
  expect(written().views).toHaveLength(5);
  expect(simulation.app.workspace.getActiveFile()).toBeNull();
});

test('when Bases is known to be on, it is opened', async () => {
  simulation = await start(NOTES);
  Object.assign(simulation.app, { internalPlugins: { getEnabledPluginById: () => ({}) } });
  expect(await create()).toBe('Created “Saved articles.base”.');
  await untilOpen(PATH);
});

test('a disk error is reported, and no file remains', async () => {
  simulation = await start(NOTES);
  simulation.disk.faults.failWrites(PATH);
  expect(await create()).toBe('The base could not be created: No permission.');
  expect(onDisk(simulation, PATH)).toBeNull();
});

test('in Chinese, the file and the views have Chinese names', async () => {
  simulation = await start(NOTES, { language: 'zh' });
  expect(await create()).toBe('已创建“已保存的文章.base”。');
  await untilOpen('已保存的文章.base');
  expect(written('已保存的文章.base').views.map(({ name }) => name)).toEqual([
    ...['全部文章', '按来源', '按标签', '草稿', '卡片'],
  ]);
});
