/** Prints at the end of `npm test` which tests it did not run. */
console.log('\nSkipped: the browser tests, which need Chromium. Run them with `npm run test:e2e`.');
