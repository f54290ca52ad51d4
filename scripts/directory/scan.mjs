import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scanCode } from './scan-code.mjs';
import { scanStyles } from './scan-styles.mjs';

/**
 * Runs the rules of the scanner of Obsidian's community directory on this project: `npm run scan:directory`. Prints what it finds
 * and fails on any error or warning. The project's own ESLint configuration and ignore lists have no say.
 *
 * Give another folder as an argument to scan that.
 */
const root = process.argv[2] ?? dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const results = [await scanCode(root), await scanStyles(root)];
const findings = results.flatMap(({ findings }) => findings);
for (const { path, line, severity, rule, message } of findings) {
  console.log(`${path}:${line} ${severity} ${rule}: ${message}`);
}
const files = results.flatMap(({ files }) => files);
const errors = findings.filter(({ severity }) => severity === 'error').length;
console.log(`${files.length} files, ${errors} errors, ${findings.length - errors} warnings.`);
process.exitCode = findings.length === 0 && files.length > 0 ? 0 : 1;
