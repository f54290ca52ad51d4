import { parse } from 'yaml';
import { parseNote } from '../../../src/core/markdown/note';
import { readArticle } from '../../../src/core/omnivore/read-article';
import { withOwnNames } from '../../../src/core/omnivore/property-names';
import {
  readingStateOf,
  stateFromValue,
  type StateWords,
} from '../../../src/core/omnivore/reading-state';

function stateIn(properties: string, own: StateWords = {}): string | null {
  const text = `---\n${properties}\n---\n`;
  const note = parseNote(text, (yaml) => parse(yaml) as unknown);
  const records = note.frontMatter?.records[0] ?? [];
  const body = { from: text.length, to: text.length };
  return readingStateOf(readArticle(note, records, body, withOwnNames({})), own);
}

test.each([
  ['state: INBOX', 'unread'],
  ['state: "Reading"', 'reading'],
  ['state: COMPLETED', 'read'],
  ['state: archived', 'archived'],
  ['status: readed', 'read'],
  ['state: true\nstatus: reading', 'reading'],
  ['state: true', null],
  ['state: [COMPLETED]', null],
  ['state: {a: COMPLETED}\ndate_read: 2024-03-01', 'read'],
  ['state: INBOX\ndate_read: 2024-03-01', 'unread'],
  ['state: __proto__', null],
  ['date_read: 2024-03-01', 'read'],
  ['date_read: 2024-03-01\ndate_archived: 2024-03-02', 'archived'],
  ['date_read: ""', null],
  ['date_read: []', null],
  ['title: A', null],
])('%j is %s', (properties, state) => {
  expect(stateIn(properties)).toBe(state);
});

test('custom words are recognized, next to Omnivore’s', () => {
  expect(stateFromValue('Gelesen', { read: 'gelesen' })).toBe('read');
  expect(stateFromValue('ARCHIVED', { read: 'gelesen' })).toBe('archived');
  expect(stateFromValue(['gelesen'], { read: 'gelesen' })).toBeNull();
});
