import { readFileSync, writeFileSync } from 'node:fs';
import { importTypeScript } from './bundle.mjs';

/** Writes the tables of repairs and publishers into README and docs: `npm run docs`. */
const { PAGES_WITH_TABLES, withRepairTables } = await importTypeScript('scripts/repair-tables.ts');
const { PAGES_WITH_PUBLISHERS, withPublisherTable } = await importTypeScript(
  'scripts/publisher-table.ts',
);

for (const page of PAGES_WITH_TABLES) write(page, withRepairTables);
for (const page of PAGES_WITH_PUBLISHERS) write(page, withPublisherTable);

function write(page, withTable) {
  const before = readFileSync(page, 'utf8');
  const after = withTable(page, before);
  if (after === before) return;
  writeFileSync(page, after);
  console.log(`updated ${page}`);
}
