/** What gray-matter asks of kind-of: whether something is an object, or a buffer, which in an app page nothing is. */
const KIND_OF = `module.exports = (value) => (value === null ? 'null' : typeof value);`;
/** Without options of its own, all that an excerpt is to gray-matter is a place where no data becomes empty data. */
const NO_EXCERPT = `module.exports = (file) => { file.data ??= {}; return file; };`;
const NOTHING = 'module.exports = {};';

const INSTEAD = [
  [/[\\/]gray-matter[\\/]lib[\\/](?:engines|stringify)\.js$/, NOTHING],
  [/[\\/]gray-matter[\\/]lib[\\/]excerpt\.js$/, NO_EXCERPT],
  [/[\\/]section-matter[\\/]index\.js$/, NOTHING],
  [/[\\/]kind-of[\\/]index\.js$/, KIND_OF],
];

/**
 * Takes out of gray-matter what no app page can run, its engines of other languages (one runs a note's code) and `fs`, and what
 * is never asked of it: to write, to split a note into sections, to cut out an excerpt. The YAML parser is handed to it from outside.
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
