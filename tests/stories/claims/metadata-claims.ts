import type { Claim } from './claim';

/** What the metadata cache knows of a note. */
export const METADATA_CLAIMS: readonly Claim[] = [
  {
    claim: 'the cache knows headings, links and properties, with offsets in UTF-16 units',
    source: 'typings',
    ask: (app) =>
      app.inside(({ app: { vault, metadataCache } }) => {
        const file = vault.getFileByPath('Note.md');
        const cache = file && metadataCache.getFileCache(file);
        return [
          cache?.headings?.map(({ heading, level }) => [heading, level]),
          cache?.links?.map(({ link, position }) => [link, position.start.offset]),
          cache?.frontmatterPosition?.start.offset,
        ];
      }),
    answer: [[['Heading', 1]], [['Folder/Other', 45]], 0],
  },
  {
    claim: 'the cache has no properties of a note whose YAML is invalid',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ app: { vault, metadataCache } }) => {
        const file = await vault.create('Invalid.md', '---\na: [1\nb: "\n---\nText\n');
        for (let i = 0; i < 60 && !metadataCache.getFileCache(file); i++) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        return metadataCache.getFileCache(file)?.frontmatter ?? null;
      }),
    answer: null,
  },
  {
    claim: 'the cache fires deleted for a note, with what it knew of it',
    source: 'typings',
    ask: (app) =>
      app.inside(async ({ app: { vault, metadataCache } }) => {
        const file = await vault.create('Deleted.md', '# Gone\n');
        for (let i = 0; i < 60 && !metadataCache.getFileCache(file); i++) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        const log: unknown[] = [];
        const ref = metadataCache.on('deleted', ({ path }, before) =>
          log.push([path, before?.headings?.[0]?.heading ?? null]),
        );
        await vault.delete(file);
        for (let i = 0; i < 60 && log.length === 0; i++) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        metadataCache.offref(ref);
        return log;
      }),
    answer: [['Deleted.md', 'Gone']],
  },
  {
    claim: 'YAML that the app writes is read back as the same values',
    source: 'typings',
    ask: (app) =>
      app.inside(({ obsidian }) => {
        const value = { text: 'a: b', list: ['x', '1'], yes: true, none: null };
        return obsidian.parseYaml(obsidian.stringifyYaml(value)) as unknown;
      }),
    answer: { text: 'a: b', list: ['x', '1'], yes: true, none: null },
  },
];
