import type { Claim } from './claim';

/** What the vault and its adapter do. */
export const VAULT_CLAIMS: readonly Claim[] = [
  {
    claim:
      'an event comes while the change is under way: after the call, before its promise resolves',
    source: 'documentation',
    ask: (app) =>
      app.inside(async ({ app: { vault } }) => {
        const log: string[] = [];
        const ref = vault.on('create', ({ path }) => log.push(`create ${path}`));
        const made = vault.create('Event.md', 'a');
        log.push('called');
        await made;
        log.push('resolved');
        vault.offref(ref);
        return log;
      }),
    answer: ['called', 'create Event.md', 'resolved'],
  },
  {
    claim: 'hidden files are not in the tree',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ app: { vault } }) => {
        await vault.adapter.mkdir('.hidden');
        await vault.adapter.write('.hidden/file.md', 'a');
        const known = vault.getAbstractFileByPath('.hidden/file.md');
        return [known, await vault.adapter.exists('.hidden/file.md')];
      }),
    answer: [null, true],
  },
  {
    claim: 'the settings folder is .obsidian unless the user chose another',
    source: 'typings',
    ask: (app) => app.inside(({ app: { vault } }) => vault.configDir),
    answer: '.obsidian',
  },
  {
    claim: 'create refuses a path that exists',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ app: { vault } }) => {
        await vault.create('Twice.md', 'first');
        const refused = await vault.create('Twice.md', 'second').then(
          () => false,
          () => true,
        );
        return [refused, await vault.adapter.read('Twice.md')];
      }),
    answer: [true, 'first'],
  },
  {
    claim: 'create needs the folder to exist',
    source: 'others measured it',
    ask: (app) =>
      app.inside(({ app: { vault } }) =>
        vault.create('Nowhere/file.md', 'a').then(
          () => 'created',
          () => 'refused',
        ),
      ),
    answer: 'refused',
  },
  {
    claim: 'createFolder makes the folders above, and fires create for each',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ app: { vault } }) => {
        const log: string[] = [];
        const ref = vault.on('create', ({ path }) => log.push(path));
        await vault.createFolder('Made/Below');
        vault.offref(ref);
        return log;
      }),
    answer: ['Made', 'Made/Below'],
  },
  {
    claim: 'read removes a byte order mark, the adapter and process do not',
    source: 'others measured it',
    where: 'desktop',
    ask: (app) =>
      app.inside(async ({ app: { vault } }) => {
        const file = vault.getFileByPath('Mark.md');
        if (!file) return null;
        let processed = '';
        await vault.process(file, (text) => (processed = text));
        const texts = [await vault.read(file), await vault.adapter.read('Mark.md'), processed];
        return texts.map((text) => text.charCodeAt(0) === 0xfeff);
      }),
    answer: [false, true, true],
  },
  {
    claim: 'bytes that are no UTF-8 are read as U+FFFD',
    source: 'others measured it',
    where: 'desktop',
    ask: (app) =>
      app.inside(async ({ app: { vault } }) => {
        await vault.adapter.writeBinary('Bytes.md', new Uint8Array([97, 0xff, 98]).buffer);
        return vault.adapter.read('Bytes.md');
      }),
    answer: 'a\uFFFDb',
  },
  {
    claim: 'process keeps CRLF',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ app: { vault } }) => {
        const file = await vault.create('Crlf.md', 'a\r\nb\r\n');
        await vault.process(file, (text) => text.replace('a', 'A'));
        return vault.adapter.read('Crlf.md');
      }),
    answer: 'A\r\nb\r\n',
  },
  {
    claim: 'a process that does not change the text writes nothing and fires no event',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ app: { vault } }) => {
        const file = await vault.create('Same.md', 'a');
        const log: string[] = [];
        const ref = vault.on('modify', ({ path }) => log.push(path));
        const before = file.stat.mtime;
        await vault.process(file, (text) => text, { mtime: 1 });
        await new Promise((resolve) => setTimeout(resolve, 300));
        vault.offref(ref);
        return [log, file.stat.mtime === before];
      }),
    answer: [[], true],
  },
  {
    claim: 'a process whose callback throws does not change the file and rejects',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ app: { vault } }) => {
        const file = await vault.create('Throws.md', 'a');
        const thrown = await vault
          .process(file, () => {
            throw new Error('left alone');
          })
          .then(
            () => 'none',
            (error: unknown) => String(error),
          );
        return [thrown, await vault.adapter.read('Throws.md')];
      }),
    answer: ['Error: left alone', 'a'],
  },
  {
    claim: 'two processes of a file run one after the other, and none loses what the other wrote',
    source: 'typings',
    ask: (app) =>
      app.inside(async ({ app: { vault } }) => {
        const file = await vault.create('Turns.md', '');
        await Promise.all(
          ['a', 'b', 'c'].map((letter) => vault.process(file, (text) => text + letter)),
        );
        return vault.adapter.read('Turns.md');
      }),
    answer: 'abc',
  },
  {
    claim: 'the times given to process are on the file, and in its stat before modify fires',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ app: { vault } }) => {
        const file = await vault.create('Times.md', 'a');
        const seen: number[] = [];
        const ref = vault.on('modify', () => seen.push(file.stat.size));
        await vault.process(file, () => 'abc', { mtime: 1_700_000_000_000 });
        vault.offref(ref);
        const stat = await vault.adapter.stat('Times.md');
        return [seen, stat?.mtime];
      }),
    answer: [[3], 1_700_000_000_000],
  },
  {
    claim:
      'renaming a folder fires rename for it first, then for each file in it; the files stay the same objects',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ app: { vault } }) => {
        const folder = await vault.createFolder('Before');
        const file = await vault.create('Before/a.md', 'a');
        const log: string[] = [];
        const ref = vault.on('rename', ({ path }, old) => log.push(`${old} > ${path}`));
        await vault.rename(folder, 'After');
        vault.offref(ref);
        return [log, file.path, vault.getFileByPath('After/a.md') === file];
      }),
    answer: [['Before > After', 'Before/a.md > After/a.md'], 'After/a.md', true],
  },
];
