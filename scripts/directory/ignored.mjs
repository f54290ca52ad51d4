/**
 * What the scanner ignores, as its FAQ lists it: names of folders and files, anywhere in the tree.
 * https://docs.obsidian.md/community-directory/faq
 */
const NAMES = [
  ...['node_modules', 'dist', 'build', 'pkg', 'test-vault', '.pnpm-store', '.obsidian'],
  ...['esbuild.config.mjs', 'version-bump.mjs', 'automation'],
  ...['*.test.*', '*.tests.*', '*.spec.*', '*.specs.*'],
  ...['test', 'tests', '__tests__', 'testUtils', 'e2e-tests', 'mocks', '__mocks__'],
  ...['*.cjs', '*.mjs', '*.cts', '*.mts'],
  ...['vite', 'scripts', 'docs'],
  ...['i18n', 'i18next', 'locale', 'locales', 'translations', 'l10n'],
];

/** The output of the build is not committed, so the scanner does not see it. */
const NOT_COMMITTED = ['main.js', 'coverage'];

/** Glob patterns of what the scanner does not read. */
export const IGNORED = [...NAMES, ...NOT_COMMITTED].flatMap((name) => [
  `**/${name}`,
  `**/${name}/**`,
]);
