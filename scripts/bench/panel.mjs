import { importTypeScript } from '../bundle.mjs';

/** Prints how fast the plugin starts and how fast the panel is with 50,000 articles (or a given number), in Chromium: medians of 5. */
const articles = Number(process.argv[2] ?? 50_000);
const { benchPanel } = await importTypeScript('tests/e2e/panel-bench.ts');
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
console.log(`${articles} articles, medians`);
for (const { name, values, unit, target } of await benchPanel(articles)) {
  const shown = median(values).toFixed(unit === 'ms' ? 1 : 0);
  console.log(`  ${name.padEnd(48)}${shown.padStart(9)} ${unit.padEnd(6)} ${target}`);
}
