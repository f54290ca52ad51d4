import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAGES_WITH_PUBLISHERS, withPublisherTable } from '../scripts/publisher-table';
import { PAGES_WITH_TABLES, withRepairTables } from '../scripts/repair-tables';

test.each(PAGES_WITH_TABLES)('the tables of repairs in %s are up to date', (page) => {
  const text = readFileSync(join(__dirname, '..', page), 'utf8');
  const isUpToDate = withRepairTables(page, text) === text;
  expect(isUpToDate ? 'up to date' : 'out of date: run npm run docs').toBe('up to date');
});

test.each(PAGES_WITH_PUBLISHERS)('the table of publishers in %s is up to date', (page) => {
  const text = readFileSync(join(__dirname, '..', page), 'utf8');
  const isUpToDate = withPublisherTable(page, text) === text;
  expect(isUpToDate ? 'up to date' : 'out of date: run npm run docs').toBe('up to date');
});
