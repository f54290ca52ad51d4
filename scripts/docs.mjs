import { readFileSync, writeFileSync } from 'node:fs';
import { importTypeScript } from './bundle.mjs';

/** Writes the tables of repairs into README and docs: `npm run docs`. */
const { PAGES_WITH_TABLES, withRepairTables } = await importTypeScript('scripts/repair-tables.ts');

for (const page of PAGES_WITH_TABLES) {
  const before = readFileSync(page, 'utf8');
  const after = withRepairTables(page, before);
  if (after === before) continue;
  writeFileSync(page, after);
  console.log(`updated ${page}`);
}
