/** gray-matter asks kind-of only for objects and buffers, and in Obsidian's page there are no buffers. */
const KIND_OF = `module.exports = (value) => (value === null ? 'null' : typeof value);`;
/** Excerpts are never used; gray-matter only relies on this file to turn missing data into an empty object. */
const NO_EXCERPT = `module.exports = (file) => { file.data ??= {}; return file; };`;
const NOTHING = 'module.exports = {};';

const INSTEAD = [
  [/[\\/]gray-matter[\\/]lib[\\/](?:engines|stringify)\.js$/, NOTHING],
  [/[\\/]gray-matter[\\/]lib[\\/]excerpt\.js$/, NO_EXCERPT],
  [/[\\/]section-matter[\\/]index\.js$/, NOTHING],
  [/[\\/]kind-of[\\/]index\.js$/, KIND_OF],
];

/**
 * Removes the parts of gray-matter that can't run in Obsidian's page (`fs`, and engines for other languages, one of which runs code
 * from notes) and the parts that are never used (writing, sections, excerpts). The YAML parser is passed in by the caller.
 */
export const leanGrayMatter = {
  name: 'lean-gray-matter',
  setup(build) {
    for (const [filter, contents] of INSTEAD) build.onLoad({ filter }, () => ({ contents }));
    build.onResolve({ filter: /^fs$/ }, ({ importer }) =>
      /[\\/]gray-matter[\\/]/.test(importer) ? { path: 'fs', namespace: 'empty' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: NOTHING }));
  },
};
