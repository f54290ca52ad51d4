import config, { LONG } from './jest.config.mjs';

/**
 * All tests that need no browser, except those that take long: `npm test`. On a CI service, which sets `CI`, test coverage is measured
 * and checked too.
 */
export default {
  ...config,
  testPathIgnorePatterns: [
    ...config.testPathIgnorePatterns,
    ...LONG.map((file) => `<rootDir>/${file}`),
  ],
  collectCoverage: Boolean(process.env.CI),
};
