import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from './measure.mjs';
import { printTable } from './table.mjs';

const CHILD = fileURLToPath(new URL('load-once.mjs', import.meta.url));
/**
 * Prints how long the plugin takes to compile and evaluate. Each round is a new process, because V8 caches compiled code. Returns
 * values by id.
 */
export function measureLoadTime(rounds) {
  const times = Array.from({ length: rounds }, () =>
    JSON.parse(execFileSync(process.execPath, [CHILD], { encoding: 'utf8' })),
  );
  const plugin = median(times.map((time) => time.plugin));
  const typescript = median(times.map((time) => time.typescript));
  const ratio = plugin / typescript;
  printTable(
    ['Load time', 'ms', '× typescript.js'],
    [
      ['main.js, compiled and evaluated', plugin.toFixed(1), ratio.toFixed(3)],
      ['typescript.js, compiled', typescript.toFixed(1), '1.000'],
    ],
  );
  return { 'load-time': ratio };
}
