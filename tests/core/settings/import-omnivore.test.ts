import type { OldPlugin } from '../../../src/core/omnivore/old-plugin';
import { readSettings } from '../../../src/core/settings/settings';
import { importOldSettings } from '../../../src/core/settings/import-omnivore';

const NOTHING: OldPlugin = {
  ...{ folder: null, aliases: {}, dateNames: [], dateFormats: [], singleFile: false },
};

/** What changes in a user's settings, and what is reported to them. */
function importedInto(chosen: object, old: Partial<OldPlugin>) {
  const { settings, imported } = importOldSettings(readSettings(chosen).settings, {
    ...NOTHING,
    ...old,
  });
  const { omnivoreFolder, properties, dateProperties, dates } = settings;
  return { omnivoreFolder, properties, dateProperties, order: dates.order, imported };
}

const DEFAULTS = { omnivoreFolder: null, properties: {}, dateProperties: [], order: 'notes' };

test('nothing is imported from settings that say nothing', () => {
  expect(importedInto({}, {})).toEqual({ ...DEFAULTS, imported: [] });
});

test('everything that is imported is listed', () => {
  const old = {
    folder: 'Omnivore',
    aliases: { saved: ['added'], author: ['by'] },
    dateNames: ['added'],
    dateFormats: ['yyyy-MM-dd', 'dd/MM/yyyy'],
  };
  expect(importedInto({}, old)).toEqual({
    omnivoreFolder: 'Omnivore',
    properties: { author: ['by'], saved: ['added'] },
    dateProperties: ['added'],
    order: 'day-first',
    imported: [
      { what: 'folder', values: ['Omnivore'] },
      { what: 'author', values: ['by'] },
      { what: 'saved', values: ['added'] },
      { what: 'dates', values: ['added'] },
      { what: 'order', values: ['day-first'] },
    ],
  });
});

test('the user’s choices come first and stay', () => {
  const chosen = {
    omnivoreFolder: 'Reading',
    properties: { author: ['writer'] },
    dateProperties: ['seen'],
    dates: { order: 'month-first' },
  };
  const old = {
    folder: 'Omnivore',
    aliases: { author: ['by'] },
    dateNames: ['added'],
    dateFormats: ['dd/MM/yyyy'],
  };
  expect(importedInto(chosen, old)).toEqual({
    omnivoreFolder: 'Reading',
    properties: { author: ['writer', 'by'] },
    dateProperties: ['seen', 'added'],
    order: 'month-first',
    imported: [
      { what: 'author', values: ['by'] },
      { what: 'dates', values: ['added'] },
    ],
  });
});

test('nothing is listed twice, whatever its case, and importing again changes nothing', () => {
  const old = { aliases: { author: ['By', 'by', 'Writer'] }, dateNames: ['Added', 'added'] };
  const once = importedInto({ properties: { author: ['writer'] }, dateProperties: [] }, old);
  expect(once.properties).toEqual({ author: ['writer', 'By'] });
  expect(once.dateProperties).toEqual(['Added']);
  expect(importedInto(once, old)).toEqual({ ...once, imported: [] });
});

test.each([
  [[], 'notes'],
  [['yyyy-MM-dd', 'd MMM yyyy'], 'notes'],
  [['dd.MM.yyyy'], 'day-first'],
  [['MM/dd/yyyy'], 'month-first'],
  [['MM/dd/yyyy', 'dd/MM/yyyy'], 'month-first'],
])('the date formats %j put: %s', (dateFormats, order) => {
  expect(importedInto({}, { dateFormats }).order).toBe(order);
});
