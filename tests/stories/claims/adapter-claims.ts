import type { Claim } from './claim';

/** What the adapter does, below the vault. */
export const ADAPTER_CLAIMS: readonly Claim[] = [
  {
    claim: 'the adapter writes a file with the times it is given',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ app: { vault } }) => {
        await vault.adapter.write('Timed.md', 'a', { mtime: 1_600_000_000_000 });
        return (await vault.adapter.stat('Timed.md'))?.mtime;
      }),
    answer: 1_600_000_000_000,
  },
  {
    claim: 'the stat of a missing file is null, removing one is refused',
    source: 'others measured it',
    where: 'desktop',
    ask: (app) =>
      app.inside(async ({ app: { vault } }) => {
        const removed = await vault.adapter.remove('No such file.md').then(
          () => 'removed',
          () => 'refused',
        );
        return [await vault.adapter.stat('No such file.md'), removed];
      }),
    answer: [null, 'refused'],
  },
  {
    claim: 'sizes are in bytes',
    source: 'typings',
    ask: (app) =>
      app.inside(
        async ({ app: { vault } }) => (await vault.create('Bytes counted.md', '漢é')).stat.size,
      ),
    answer: 5,
  },
  {
    claim: 'createBinary refuses a path that exists',
    source: 'unclear',
    ask: (app) =>
      app.inside(async ({ app: { vault } }) => {
        await vault.createBinary('Twice.png', new Uint8Array([1]).buffer);
        const again = await vault.createBinary('Twice.png', new Uint8Array([2]).buffer).then(
          () => 'written',
          () => 'refused',
        );
        return [again, ...new Uint8Array(await vault.adapter.readBinary('Twice.png'))];
      }),
    answer: ['refused', 1],
  },
  {
    claim: 'cachedRead gives the new text after a change',
    source: 'typings',
    ask: (app) =>
      app.inside(async ({ app: { vault } }) => {
        const file = await vault.create('Cached read.md', 'a');
        const before = await vault.cachedRead(file);
        await vault.modify(file, 'b');
        return [before, await vault.cachedRead(file)];
      }),
    answer: ['a', 'b'],
  },
  {
    claim: 'the root is a folder with the path /, and the parent of what lies in it',
    source: 'others measured it',
    ask: (app) =>
      app.inside(({ app: { vault } }) => [
        vault.getRoot().path,
        vault.getFileByPath('Note.md')?.parent?.path,
        vault.getFolderByPath('Folder')?.children.some(({ name }) => name === 'Other.md'),
        vault.getFileByPath('Folder'),
      ]),
    answer: ['/', '/', true, null],
  },
  {
    claim: 'the plugin is notified of settings that another program wrote, and not of its own',
    source: 'others measured it',
    where: 'desktop',
    async ask(app) {
      const path = await app.inside(async ({ app: inside }) => {
        const plugin = inside.plugins.plugins['omnivore-rescue'];
        if (!plugin) throw new Error('no plugin');
        const calls = { count: 0 };
        (window as unknown as { claimCalls: typeof calls }).claimCalls = calls;
        plugin.onExternalSettingsChange = () => void calls.count++;
        await plugin.saveData({});
        await new Promise((resolve) => setTimeout(resolve, 400));
        if (calls.count > 0) throw new Error('It was called for what it wrote itself');
        return `${plugin.manifest.dir ?? ''}/data.json`;
      });
      await app.writeFromOutside(path, '{ }');
      return app.inside(async () => {
        const { claimCalls } = window as unknown as { claimCalls: { count: number } };
        for (let i = 0; i < 100 && claimCalls.count === 0; i++) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        return claimCalls.count;
      });
    },
    answer: 1,
  },
  {
    claim: 'on a computer, a part of a file is read with the file system of the adapter',
    source: 'others measured it',
    where: 'desktop',
    ask: (app) =>
      app.inside(async ({ app: { vault } }) => {
        interface Handle {
          read: (to: Uint8Array, at: number, length: number, from: number) => Promise<unknown>;
          close: () => Promise<void>;
        }
        const adapter = vault.adapter as unknown as {
          readonly fs: { promises: { open: (path: string, flags: 'r') => Promise<Handle> } };
          readonly getFullPath: (path: string) => string;
        };
        await vault.adapter.write('Parts.md', 'one two three');
        const handle = await adapter.fs.promises.open(adapter.getFullPath('Parts.md'), 'r');
        const part = new Uint8Array(3);
        await handle.read(part, 0, 3, 4);
        await handle.close();
        return new TextDecoder().decode(part);
      }),
    answer: 'two',
  },
];
