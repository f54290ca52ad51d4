/** Prints at the end of `npm test` which tests it did not run. */
console.log(`
Skipped: the slow tests (\`npm run test:long\`), and those that need Chromium (\`npm run test:e2e\`).`);
