import type { Claim } from './claim';

/** More of what the vault and its adapter do: lists, copies, folders, the settings of the app. */
export const FILE_CLAIMS: readonly Claim[] = [
  {
    claim: 'create normalizes the path',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ app: { vault } }) => (await vault.create('Folder//Normal.md', 'a')).path),
    answer: 'Folder/Normal.md',
  },
  {
    claim: 'exists compares case, if it is asked to',
    source: 'typings',
    ask: (app) =>
      app.inside(async ({ app: { vault } }) => [
        await vault.adapter.exists('Note.md', true),
        await vault.adapter.exists('note.md', true),
      ]),
    answer: [true, false],
  },
  {
    claim: 'deleting a folder fires delete for it and for each file in it',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ app: { vault } }) => {
        const folder = await vault.createFolder('Deleted folder');
        await vault.create('Deleted folder/a.md', 'a');
        const log: string[] = [];
        const ref = vault.on('delete', ({ path }) => log.push(path));
        await vault.delete(folder, true);
        for (let i = 0; i < 60 && log.length < 2; i++) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        vault.offref(ref);
        return log.sort();
      }),
    answer: ['Deleted folder', 'Deleted folder/a.md'],
  },
  {
    claim: 'changes of different files wait for one another',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ app: { vault } }) => {
        const one = await vault.create('Queue 1.md', 'a');
        const other = await vault.create('Queue 2.md', 'a');
        const sizes: number[] = [];
        await Promise.all([
          vault.process(one, () => 'longer'),
          vault.process(other, (text) => {
            sizes.push(one.stat.size);
            return `${text}!`;
          }),
        ]);
        return sizes;
      }),
    answer: [6],
  },
  {
    claim: 'settings that can not be written: saveData does not reject',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ app: { plugins, vault } }) => {
        const plugin = plugins.plugins['omnivore-rescue'];
        if (!plugin) return null;
        const { adapter, configDir } = vault;
        const path = `${plugin.manifest.dir ?? `${configDir}/plugins/omnivore-rescue`}/data.json`;
        const before = (await adapter.exists(path)) ? await adapter.read(path) : null;
        if (before !== null) await adapter.remove(path);
        await adapter.mkdir(path);
        const outcome = await plugin.saveData({ a: 1 }).then(
          () => 'nothing',
          () => 'an error',
        );
        await adapter.rmdir(path, false);
        if (before !== null) await adapter.write(path, before);
        return outcome;
      }),
    answer: 'nothing',
  },
  {
    claim: 'new files and links follow the settings of the app',
    source: 'typings',
    ask: (app) =>
      app.inside(({ app: { vault, fileManager } }) => {
        interface WithConfig {
          readonly getConfig: (name: string) => unknown;
          readonly setConfig: (name: string, value: unknown) => void;
        }
        const config = vault as unknown as WithConfig;
        const chosen = { newFileLocation: 'folder', newFileFolderPath: 'Folder' };
        const settings = { ...chosen, useMarkdownLinks: true, newLinkFormat: 'absolute' };
        const before = Object.keys(settings).map((name) => [name, config.getConfig(name)] as const);
        for (const [name, value] of Object.entries(settings)) config.setConfig(name, value);
        const file = vault.getFileByPath('Folder/Other.md');
        const answer = [
          fileManager.getNewFileParent('Note.md').path,
          file && fileManager.generateMarkdownLink(file, 'Note.md', '', 'Alias'),
        ];
        for (const [name, value] of before) config.setConfig(name, value);
        return answer;
      }),
    answer: ['Folder', '[Alias](Folder/Other.md)'],
  },
  {
    claim: 'list rejects if the folder is missing',
    source: 'others measured it',
    where: 'desktop',
    ask: (app) =>
      app.inside(({ app: { vault } }) =>
        vault.adapter.list('Missing').then(
          () => 'an answer',
          () => 'refused',
        ),
      ),
    answer: 'refused',
  },
  {
    claim: 'the adapter makes the folders above a folder, and append makes the file',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ app: { vault } }) => {
        await vault.adapter.mkdir('.deep/er/est');
        await vault.adapter.append('.deep/er/est/log', 'one');
        await vault.adapter.append('.deep/er/est/log', ' two');
        return vault.adapter.read('.deep/er/est/log');
      }),
    answer: 'one two',
  },
  {
    claim: 'copy and rename refuse a target that exists',
    source: 'others measured it',
    where: 'desktop',
    ask: (app) =>
      app.inside(async ({ app: { vault } }) => {
        await vault.adapter.write('From.md', 'from');
        await vault.adapter.write('To.md', 'to');
        const refused = async (act: Promise<void>): Promise<boolean> =>
          act.then(
            () => false,
            () => true,
          );
        return [
          await refused(vault.adapter.copy('From.md', 'To.md')),
          await refused(vault.adapter.rename('From.md', 'To.md')),
          await vault.adapter.read('To.md'),
        ];
      }),
    answer: [true, true, 'to'],
  },
  {
    claim: 'the extension of a file is in lower case, its name is not',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ app: { vault } }) => {
        const { name, basename, extension } = await vault.create('Shout.MD', 'a');
        return [name, basename, extension];
      }),
    answer: ['Shout.MD', 'Shout', 'md'],
  },
  {
    claim:
      'getFiles lists each visible file once, getMarkdownFiles only those with the extension md',
    source: 'typings',
    ask: (app) =>
      app.inside(async ({ app: { vault } }) => {
        await vault.create('Picture.png', '');
        const files = vault.getFiles().map(({ path }) => path);
        const notes = vault.getMarkdownFiles().map(({ path }) => path);
        return [
          files.includes('Picture.png') && files.includes('Folder/Other.md'),
          new Set(files).size === files.length,
          files.some((path) => path.startsWith('.')),
          notes.includes('Picture.png'),
        ];
      }),
    answer: [true, true, false, false],
  },
  {
    claim: 'the tree gets a file that another program writes, and fires create once',
    source: 'others measured it',
    where: 'desktop',
    async ask(app) {
      await app.inside(({ app: { vault } }) => {
        const created: string[] = [];
        vault.on('create', ({ path }) => created.push(path));
        (window as unknown as { created: string[] }).created = created;
      });
      await app.writeFromOutside('Outside.md', 'a');
      return app.inside(async ({ app: { vault } }) => {
        const { created } = window as unknown as { created: string[] };
        for (let i = 0; i < 100 && created.length === 0; i++) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        return [created, vault.getFileByPath('Outside.md')?.stat.size];
      });
    },
    answer: [['Outside.md'], 1],
  },
  {
    claim: 'a file moved to the trash of the vault is in .trash, and gone from the tree',
    source: 'typings',
    ask: (app) =>
      app.inside(async ({ app: { vault } }) => {
        const file = await vault.create('Bin.md', 'a');
        await vault.trash(file, false);
        return [vault.getFileByPath('Bin.md'), await vault.adapter.read('.trash/Bin.md')];
      }),
    answer: [null, 'a'],
  },
];
