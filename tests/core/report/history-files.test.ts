import { runRow, showFile, showRemoved } from '../../../src/core/report/history';
import { hash } from '../../../src/core/text/hash';

const TEXT = 'The lamp.\n';

/** A store with one file. */
function storeWith(text: string | null) {
  return {
    read: (path: string) => {
      if (path === 'locked.md') return Promise.reject(new Error('No access.\nmore'));
      return Promise.resolve(text === null ? null : new TextEncoder().encode(text));
    },
  };
}

test.each<[string, string, string | null, object]>([
  ['unchanged', 'a.md', TEXT, { state: 'created' }],
  ['edited', 'a.md', 'Mine.\n', { state: 'changed-since' }],
  ['gone', 'a.md', null, { state: 'restored' }],
  ['outside of the folder', '../a.md', TEXT, { state: 'not-a-note' }],
  ['locked', 'locked.md', TEXT, { state: 'failed', error: 'No access.' }],
])('a file that a run created and that is %s', async (_, path, text, expected) => {
  const shown = await showFile({ path, hash: hash(TEXT) }, storeWith(text));
  expect(shown).toEqual({ path, ...expected });
});

test.each<[string, string, string | null, object]>([
  ['still gone', 'a.md', null, { state: 'removed' }],
  ['back', 'a.md', TEXT, { state: 'restored' }],
  ['outside of the folder', '../a.md', null, { state: 'not-a-note' }],
  ['locked', 'locked.md', null, { state: 'failed', error: 'No access.' }],
])('a note that a run removed and that is %s', async (_, path, text, expected) => {
  expect(await showRemoved({ path, text: TEXT }, storeWith(text))).toEqual({ path, ...expected });
});

test('a run that repaired nothing in a row', () => {
  const lists = { steps: [], files: [], removed: [], images: [], folders: [] };
  expect(runRow({ id: 'r', started: '', undone: false, ...lists, kind: 'images' })).toEqual({
    ...{ run: 'r', started: '', repairs: [], kind: 'images', notes: 0, created: 0, removed: 0 },
    ...{ undone: false, kept: 0 },
  });
});
