import { byRepair } from '../../../src/core/repairs';
import { countFindings, sumOf } from '../../../src/core/repairs/counts';
import type { RepairFinding } from '../../../src/core/repairs/plan';

const NONE = byRepair(() => 0);
const date: RepairFinding = { repair: 'dates', from: 0, to: 1, before: 'a', after: 'b', edits: [] };
const image: RepairFinding = { ...date, repair: 'proxied-images' };

test('what needs attention is not counted', () => {
  expect(countFindings([])).toEqual(NONE);
  expect(countFindings([date, image, date, { ...date, unresolved: 'conflict' }])).toEqual({
    ...{ ...NONE, dates: 2, 'proxied-images': 1 },
  });
});

test('the counts of several notes are added repair by repair', () => {
  expect(sumOf([])).toEqual(NONE);
  expect(sumOf([countFindings([date]), countFindings([date, image]), NONE])).toEqual({
    ...{ ...NONE, dates: 2, 'proxied-images': 1 },
  });
});
