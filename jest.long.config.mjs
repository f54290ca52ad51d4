import config, { LONG } from './jest.config.mjs';

/** The tests that take long: `npm run test:long`. */
export default {
  ...config,
  testMatch: LONG.map((file) => `<rootDir>/${file}`),
};
