import { detectStateStyle } from '../../../src/core/library/state-style';
import { withOwnNames } from '../../../src/core/omnivore/property-names';

type Notes = Parameters<typeof detectStateStyle>[0];

const style = (notes: Notes, own = {}, names = {}): ReturnType<typeof detectStateStyle> =>
  detectStateStyle(notes, withOwnNames(names), own);

test('without a trace, Omnivore’s property and words', () => {
  expect(style([])).toEqual({
    property: 'state',
    words: { unread: 'INBOX', reading: 'READING', read: 'COMPLETED', archived: 'ARCHIVED' },
    readDate: null,
    archivedDate: null,
  });
});

test('the most common property and words, and others of the same vocabulary', () => {
  const notes = [
    ...[{ status: 'read' }, { status: 'read' }, { Status: 'reading' }, { state: 'INBOX' }],
    ...[{ status: ['read'] }, { status: true }, { status: { a: 1 } }],
  ];
  const { property, words } = style(notes);
  expect(property).toBe('status');
  expect(words).toEqual({
    ...{ unread: 'INBOX', reading: 'reading', read: 'read', archived: 'archived' },
  });
});

test('dates that the vault has', () => {
  const dates = [{ date_read: '2024-03-01' }, { 'date-archived': '' }];
  expect(style(dates)).toMatchObject({
    ...{ property: null, readDate: 'date_read', archivedDate: 'date-archived' },
  });
  expect(style([...dates, { state: 'INBOX' }]).property).toBe('state');
});

test('words and names from the settings', () => {
  const own = { read: 'gelesen' };
  const { property, words } = style([{ lesestand: 'gelesen' }], own, { state: ['Lesestand'] });
  expect([property, words.read]).toEqual(['lesestand', 'gelesen']);
  const names = withOwnNames({ state: ['Lesestand'] });
  expect(detectStateStyle([], names, {}, 'Lesestand').property).toBe('Lesestand');
});
