import config from './jest.config.mjs';

/** Tests in a real browser: `npm run test:e2e`. */
export default {
  ...config,
  testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  globalSetup: '<rootDir>/tests/e2e/need-chromium.ts',
  setupFilesAfterEnv: ['<rootDir>/tests/e2e/close-browsers.ts'],
  // Each file starts its own browser, and more than two at once slow each other down.
  maxWorkers: 2,
};
