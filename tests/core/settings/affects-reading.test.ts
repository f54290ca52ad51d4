import { affectsReading } from '../../../src/core/settings/affects-reading';
import { DEFAULT_SETTINGS, readSettings } from '../../../src/core/settings/settings';

test.each([
  ['the panel', { panel: { grouping: 'month' } }, false],
  ['the second line', { secondLine: { date: false } }, false],
  ['the modification time', { keepModified: true }, false],
  ['folders', { folders: ['Reading'] }, true],
  ['dates', { dates: { order: 'day-first' } }, true],
])('a change of %s: whether notes are read again', (_, data, isRead) => {
  expect(affectsReading(DEFAULT_SETTINGS, readSettings(data).settings)).toBe(isRead);
});
