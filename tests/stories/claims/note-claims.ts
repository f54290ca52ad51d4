import type { Claim } from './claim';

/** What the metadata cache, links, properties and editors do. */
export const NOTE_CLAIMS: readonly Claim[] = [
  {
    claim: 'the cache fires changed for a change, with the text, and not for a rename',
    source: 'typings',
    ask: (app) =>
      app.inside(async ({ app: { vault, metadataCache } }) => {
        const log: string[] = [];
        const ref = metadataCache.on('changed', ({ path }, data) => log.push(`${path}: ${data}`));
        const file = await vault.create('Cached.md', 'a');
        for (let i = 0; i < 60 && log.length === 0; i++) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        await vault.rename(file, 'Renamed.md');
        await new Promise((resolve) => setTimeout(resolve, 500));
        metadataCache.offref(ref);
        return [log, metadataCache.getFileCache(file) !== null];
      }),
    answer: [['Cached.md: a'], true],
  },
  {
    claim: 'an unquoted date in front matter is a string',
    source: 'others measured it',
    ask: (app) =>
      app.inside(({ app: { vault, metadataCache }, obsidian }) => {
        const file = vault.getFileByPath('Note.md');
        const parsed = obsidian.parseYaml('key: 2024-03-14 08:21:56') as Record<string, unknown>;
        return [file && metadataCache.getFileCache(file)?.frontmatter?.key, parsed.key];
      }),
    answer: ['2024-03-14 08:21:56', '2024-03-14 08:21:56'],
  },
  {
    claim: 'the shortest text of a link is the name alone if it is unique, else the path',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ app: { vault, metadataCache } }) => {
        const unique = vault.getFileByPath('Folder/Other.md');
        await vault.createFolder('Same name');
        await vault.create('Same name/Twin.md', '');
        const twin = await vault.create('Folder/Twin.md', '');
        return [
          unique && metadataCache.fileToLinktext(unique, ''),
          metadataCache.fileToLinktext(twin, ''),
        ];
      }),
    answer: ['Other', 'Folder/Twin'],
  },
  {
    claim: 'a link is resolved by name from any folder',
    source: 'typings',
    ask: (app) =>
      app.inside(
        ({ app: { metadataCache } }) =>
          metadataCache.getFirstLinkpathDest('Third', 'Note.md')?.path ?? null,
      ),
    answer: 'Folder/Deeper/Third.md',
  },
  {
    claim: 'a new link is a wikilink by default, with the alias after a bar',
    source: 'typings',
    ask: (app) =>
      app.inside(({ app: { vault, fileManager } }) => {
        const file = vault.getFileByPath('Folder/Other.md');
        return file && fileManager.generateMarkdownLink(file, 'Note.md', '', 'Alias');
      }),
    answer: '[[Other|Alias]]',
  },
  {
    claim: 'new files go to the root by default',
    source: 'typings',
    ask: (app) =>
      app.inside(
        ({ app: { fileManager } }) => fileManager.getNewFileParent('Folder/Other.md').path,
      ),
    answer: '/',
  },
  {
    claim: 'processFrontMatter loses comments and quotes',
    source: 'documentation',
    ask: (app) =>
      app.inside(async ({ app: { vault, fileManager } }) => {
        const file = await vault.create('Front.md', '---\n# why\nkey: "1"\n---\n');
        await fileManager.processFrontMatter(file, (front: Record<string, unknown>) => {
          front.added = true;
        });
        return (await vault.adapter.read('Front.md')).includes('# why');
      }),
    answer: false,
  },
  {
    claim: 'normalizePath trims slashes, joins double ones, and turns backslashes and hard spaces',
    source: 'others measured it',
    ask: (app) =>
      app.inside(({ obsidian }) =>
        ['/a/', 'a//b', 'a\\b', 'a\u00A0b', '', '/'].map((path) => obsidian.normalizePath(path)),
      ),
    answer: ['a', 'a/b', 'a/b', 'a b', '/', '/'],
  },
  {
    claim: 'getFrontMatterInfo returns where the properties are',
    source: 'typings',
    ask: (app) =>
      app.inside(({ obsidian }) => {
        const found = obsidian.getFrontMatterInfo('---\na: 1\n---\nText');
        const none = obsidian.getFrontMatterInfo('Text');
        return [found.exists, found.contentStart, found.frontmatter.trim(), none.exists];
      }),
    answer: [true, 13, 'a: 1', false],
  },
  {
    claim: 'in an editor every line ends with a line feed, and opening a note does not change it',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ app: { vault, workspace }, obsidian }) => {
        const file = vault.getFileByPath('Windows.md');
        if (!file) return null;
        const leaf = workspace.getLeaf();
        await leaf.openFile(file);
        if (!(leaf.view instanceof obsidian.MarkdownView)) return null;
        return [leaf.view.editor.getValue(), await vault.adapter.read('Windows.md')];
      }),
    answer: ['One\nTwo\n', 'One\r\nTwo\r\n'],
  },
  {
    claim: 'a transaction is one step to undo, and its positions mean the text before it',
    source: 'typings',
    ask: (app) =>
      app.inside(async ({ app: { vault, workspace }, obsidian }) => {
        const file = await vault.create('Undo.md', 'one two');
        const leaf = workspace.getLeaf();
        await leaf.openFile(file, { state: { mode: 'source' } });
        if (!(leaf.view instanceof obsidian.MarkdownView)) return null;
        const { editor } = leaf.view;
        editor.transaction({
          changes: [
            { from: { line: 0, ch: 0 }, to: { line: 0, ch: 3 }, text: 'first' },
            { from: { line: 0, ch: 4 }, to: { line: 0, ch: 7 }, text: 'second' },
          ],
        });
        const after = editor.getValue();
        editor.undo();
        return [after, editor.getValue()];
      }),
    answer: ['first second', 'one two'],
  },
  {
    claim: 'what is typed is in the editor at once, and on the disk about two seconds later',
    source: 'typings',
    ask: (app) =>
      app.inside(async ({ app: { vault, workspace }, obsidian }) => {
        const file = await vault.create('Typed.md', 'a');
        const leaf = workspace.getLeaf();
        await leaf.openFile(file, { state: { mode: 'source' } });
        if (!(leaf.view instanceof obsidian.MarkdownView)) return null;
        leaf.view.editor.replaceRange('!', { line: 0, ch: 1 });
        const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));
        const texts = [leaf.view.editor.getValue()];
        await pause(500);
        texts.push(await vault.adapter.read('Typed.md'));
        for (let i = 0; i < 100 && (await vault.adapter.read('Typed.md')) === 'a'; i++) {
          await pause(100);
        }
        return [...texts, await vault.adapter.read('Typed.md')];
      }),
    answer: ['a!', 'a', 'a!'],
  },
  {
    claim: 'save writes what was typed at once',
    source: 'typings',
    ask: (app) =>
      app.inside(async ({ app: { vault, workspace }, obsidian }) => {
        const file = await vault.create('Saved.md', 'a');
        const leaf = workspace.getLeaf();
        await leaf.openFile(file, { state: { mode: 'source' } });
        if (!(leaf.view instanceof obsidian.MarkdownView)) return null;
        leaf.view.editor.replaceRange('!', { line: 0, ch: 1 });
        await leaf.view.save();
        return vault.adapter.read('Saved.md');
      }),
    answer: 'a!',
  },
  {
    claim: 'an editor in which nobody types follows what process writes',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ app: { vault, workspace }, obsidian }) => {
        const file = await vault.create('Follows.md', 'a');
        const leaf = workspace.getLeaf();
        await leaf.openFile(file, { state: { mode: 'source' } });
        if (!(leaf.view instanceof obsidian.MarkdownView)) return null;
        const { view } = leaf;
        await vault.process(file, () => 'written');
        for (let i = 0; i < 60 && view.editor.getValue() !== 'written'; i++) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        return view.editor.getValue();
      }),
    answer: 'written',
  },
  {
    claim: 'positions and offsets of an editor are turned into each other',
    source: 'typings',
    ask: (app) =>
      app.inside(async ({ app: { vault, workspace }, obsidian }) => {
        const file = await vault.create('Offsets.md', 'ab\ncd');
        const leaf = workspace.getLeaf();
        await leaf.openFile(file, { state: { mode: 'source' } });
        if (!(leaf.view instanceof obsidian.MarkdownView)) return null;
        const { editor } = leaf.view;
        const { line, ch } = editor.offsetToPos(4);
        return [[line, ch], editor.posToOffset({ line: 1, ch: 0 }), editor.lastLine()];
      }),
    answer: [[1, 1], 3, 1],
  },
];
