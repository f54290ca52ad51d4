import { DATE_SHAPES, shapeOf } from '../../../src/core/publishers/date-shapes';
import { publisherLabels } from '../../../src/core/publishers/publisher-labels';
import { PUBLISHERS, publisherOf } from '../../../src/core/publishers/publishers';
import { readableFormat } from '../../../src/core/publishers/readable-format';
import { formatOf } from '../../../src/core/dates/format';

const format = (pattern: string) => formatOf({ format: 'custom', pattern });
const dateOf = (id: 'eleventy' | 'hugo' | 'jekyll' | 'mkdocs') => PUBLISHERS[id].date;

test('every date format is distinguished from the others', () => {
  for (const [shape, { example }] of Object.entries(DATE_SHAPES))
    expect(shapeOf(example)).toBe(shape);
  expect(shapeOf('14 March 2024')).toBeNull();
});

test('every publisher has a source', () => {
  for (const { sources, date } of Object.values(PUBLISHERS)) {
    expect(sources.flag).toMatch(/^https:\/\//);
    expect(sources.date !== null).toBe(date !== null);
  }
});

test('every publisher with a date reads what is written if it can’t read the user’s format', () => {
  for (const { date } of Object.values(PUBLISHERS)) {
    if (date) expect([...date.reads, ...date.readsUnquoted]).toContain('date-time');
  }
});

test.each([
  ['hugo', 'date', 'date'],
  ['hugo', 'utc', 'utc'],
  ['mkdocs', 'offset', 'offset'],
] as const)('%s reads the format %s', (id, from, expected) => {
  expect(readableFormat(formatOf({ format: from, pattern: '' }), dateOf(id))).toBe(expected);
});

test.each([
  ['jekyll', 'yyyy/MM/dd HH:mm:ss', true],
  ['hugo', 'yyyy/MM/dd HH:mm:ss', false],
  ['eleventy', 'yyyy-MM-dd HH:mm:ss', true],
  ['hugo', 'dd/MM/yyyy', false],
  ['hugo', 'yyyy-MM-dd HH:mm', false],
] as const)('%s and the format %s', (id, pattern, isRead) => {
  const custom = format(pattern);
  expect(readableFormat(custom, dateOf(id))).toEqual(isRead ? custom : 'date-time');
});

test('other choices are not publishers', () => {
  expect(publisherOf('hugo')?.name).toBe('Hugo');
  for (const name of [null, 'custom', 'remove', 'toString']) expect(publisherOf(name)).toBeNull();
});

test('a label names the line that shows a page', () => {
  const labels = publisherLabels((name, line) => `${name}: ${line}`);
  expect(labels.publish).toBe('Obsidian Publish: publish: true');
  expect(Object.keys(labels)).toEqual(Object.keys(PUBLISHERS));
});
