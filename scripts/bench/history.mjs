import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { regressionsOf } from './compare.mjs';
import { shownValue, TARGETS } from './targets.mjs';

/**
 * `node scripts/bench/history.mjs <history.json> <run.json>`: adds the result of `npm run bench -- --json` to a history, prints a
 * table in Markdown, and exits with 1 if something has become more than 20 % slower than the median of the last ten runs.
 */
const KEPT_RUNS = 100;

const [historyFile, runFile] = process.argv.slice(2);
if (!historyFile || !runFile) {
  console.error('Usage: node scripts/bench/history.mjs <history.json> <run.json>');
  process.exit(2);
}
const history = existsSync(historyFile) ? JSON.parse(readFileSync(historyFile, 'utf8')) : [];
const run = JSON.parse(readFileSync(runFile, 'utf8'));
const regressions = regressionsOf(history, run);
writeFileSync(historyFile, `${JSON.stringify([...history, run].slice(-KEPT_RUNS))}\n`);

const changeOf = (id) => {
  const found = regressions.find((regression) => regression.id === id);
  return found
    ? `**${(found.share * 100).toFixed(0)} % slower** than ${shownValue(found.before)}`
    : '';
};
console.log(`| what | measured | target | | |\n|---|---|---|---|---|`);
for (const { id, what, value, unit, max, verdict } of run.rows) {
  console.log(
    `| ${what} | ${shownValue(value)} ${unit} | ≤ ${max} | ${verdict} | ${changeOf(id)} |`,
  );
}
for (const { id } of regressions) console.error(`Regression: ${TARGETS[id]?.what ?? id}`);
if (regressions.length > 0) process.exitCode = 1;
