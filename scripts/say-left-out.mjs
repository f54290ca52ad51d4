/** Ends `npm test` with what it did not run. */
console.log(
  '\nLeft out: the tests in a browser, which need Chromium. `npm run test:e2e` runs them.',
);
