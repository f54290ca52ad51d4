import config from './jest.config.mjs';

/** Tests with the programs of publishers: `npm run test:publishers`. */
export default {
  ...config,
  testMatch: ['<rootDir>/tests/publishers/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  globalSetup: '<rootDir>/tests/publishers/install-tools.ts',
  globalTeardown: '<rootDir>/tests/publishers/say-skipped.ts',
  // Building a site takes seconds, and there are many to build.
  testTimeout: 10 * 60_000,
};
