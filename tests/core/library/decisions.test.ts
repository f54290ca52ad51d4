import {
  keyOfItem,
  notesWithAttention,
  withDecisions,
  type AttentionItem,
  type UnresolvedFinding,
  type UnsavedImage,
} from '../../../src/core/library/attention';
import {
  NO_DECISIONS,
  readDecisions,
  withIgnored,
  withImageResults,
  withOnlyImages,
  withRenamed,
  writeDecisions,
} from '../../../src/core/library/decisions';
import { listed } from './articles';

const finding = (text: string, line: number): UnresolvedFinding => ({
  ...{ kind: 'finding', repair: 'dates', reason: 'ambiguous-date', text, line },
});
const image = (url: string, status: number | null = 404): UnsavedImage => ({
  ...{ kind: 'image', url, reason: 'http-error', status },
});

const FIRST = finding('03/04/2021', 2);
const SECOND = finding('05/06/2021', 7);
const ARTICLES = [
  listed('a.md', { key: 'a.md\t0', attention: [FIRST, SECOND], unresolved: 2 }),
  listed('a.md', { key: 'a.md\t1', unresolved: 2 }),
];

const texts = (items: readonly AttentionItem[]): readonly string[] =>
  items.map((item) => (item.kind === 'image' ? item.url : item.text));

/** What the panel has of a note: what needs attention, what is ignored, and the number on each article. */
function seen(articles = ARTICLES, decisions = NO_DECISIONS) {
  const decided = withDecisions(articles, decisions.get('a.md'));
  const [note] = notesWithAttention(decided);
  return {
    attention: texts(note?.attention ?? []),
    ignored: texts(note?.ignored ?? []),
    counts: decided.map(({ unresolved }) => unresolved),
  };
}

test('without decisions, a note stays as it was read', () => {
  expect(withDecisions(ARTICLES, undefined)).toBe(ARTICLES);
  expect(withDecisions([], undefined)).toEqual([]);
});

test('an ignored finding is listed separately and not counted, until that is undone', () => {
  const ignoring = withIgnored(NO_DECISIONS, 'a.md', FIRST, true);
  const expected = { attention: ['05/06/2021'], ignored: ['03/04/2021'], counts: [1, 1] };
  expect(seen(ARTICLES, ignoring)).toEqual(expected);
  const decided = withDecisions(ARTICLES, ignoring.get('a.md'));
  expect(seen([...decided], ignoring)).toEqual(expected);
  const back = withIgnored(ignoring, 'a.md', FIRST, false);
  expect(back.size).toBe(0);
  expect(withDecisions(decided, back.get('a.md'))).toEqual(ARTICLES);
});

test('a decision applies to a finding’s text anywhere in its note, and to no other note', () => {
  const ignoring = withIgnored(NO_DECISIONS, 'a.md', FIRST, true);
  expect(keyOfItem(finding('03/04/2021', 99))).toBe(keyOfItem(FIRST));
  expect(keyOfItem(SECOND)).not.toBe(keyOfItem(FIRST));
  expect(ignoring.get('b.md')).toBeUndefined();
});

test('findings that are not listed are still counted', () => {
  const [first, other] = ARTICLES.map((one) => ({ ...one, unresolved: 600 }));
  if (!first || !other) throw new Error('There are two articles');
  const ignoring = withIgnored(NO_DECISIONS, 'a.md', FIRST, true);
  expect(seen([first, other], ignoring).counts).toEqual([599, 599]);
  const [note] = notesWithAttention(withDecisions([first, other], ignoring.get('a.md')));
  expect(note?.others).toBe(598);
});

describe('images that could not be saved', () => {
  const left = [
    { path: 'a.md', url: 'https://a.example.org/1.png', reason: 'timeout', status: null },
    { path: 'a.md', url: 'https://a.example.org/2.png', reason: 'http-error', status: 404 },
  ] as const;
  const after = withImageResults(NO_DECISIONS, { left, saved: [] });

  test('are listed after the findings, and counted', () => {
    expect(seen(ARTICLES, after)).toEqual({
      attention: ['03/04/2021', '05/06/2021', left[0].url, left[1].url],
      ignored: [],
      counts: [4, 4],
    });
    expect(withDecisions(withDecisions(ARTICLES, after.get('a.md')), undefined)).toEqual(ARTICLES);
  });

  test('can be ignored', () => {
    const ignoring = withIgnored(after, 'a.md', image(left[0].url), true);
    expect(seen(ARTICLES, ignoring).ignored).toEqual([left[0].url]);
    expect(seen(ARTICLES, ignoring).counts).toEqual([3, 3]);
  });

  test('are removed when a later run saves them; a later reason replaces the earlier one', () => {
    const again = withImageResults(after, {
      left: [{ ...left[1], status: 500 }],
      saved: [{ path: 'a.md', url: left[0].url }],
    });
    expect(again.get('a.md')?.images).toEqual([image(left[1].url, 500)]);
    const none = withImageResults(again, { left: [], saved: [{ path: 'a.md', url: left[1].url }] });
    expect(none.size).toBe(0);
  });

  test('images that a run saves at once are not recorded', () => {
    const saved = [{ path: 'b.md', url: 'https://b.example.org/1.png' }];
    expect(withImageResults(after, { left: [], saved })).toBe(after);
  });

  test('are removed when their note does not show them any more', () => {
    expect(withOnlyImages(after, 'a.md', new Set(left.map(({ url }) => url)))).toBe(after);
    expect(withOnlyImages(after, 'b.md', new Set())).toBe(after);
    const one = withOnlyImages(after, 'a.md', new Set([left[1].url]));
    expect(one.get('a.md')?.images.map(({ url }) => url)).toEqual([left[1].url]);
  });
});

test('decisions follow a renamed note', () => {
  const ignoring = withIgnored(NO_DECISIONS, 'a.md', FIRST, true);
  expect([...withRenamed(ignoring, 'a.md', 'b.md').keys()]).toEqual(['b.md']);
  expect(withRenamed(ignoring, 'c.md', 'd.md')).toBe(ignoring);
});

describe('the file', () => {
  test('reads what was written, with any path and text', () => {
    const url = 'https://a.example.org/1.png';
    const all = withImageResults(
      withIgnored(NO_DECISIONS, '__proto__', finding('"quoted"\n', 1), true),
      { left: [{ path: 'a "b".md', url, reason: 'timeout', status: null }], saved: [] },
    );
    expect(readDecisions(writeDecisions(all))).toEqual(all);
  });

  test.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['no notes', '{"schema":1}'],
    ['null', 'null'],
  ])('of %s can’t be read', (_, json) => {
    expect(readDecisions(json)).toBeNull();
  });

  test('is read without the parts that are not valid', () => {
    const notes = [
      null,
      { path: 7 },
      { path: 'a.md', ignored: 'x', images: [{ url: 'u' }, { url: 'u', reason: 'timeout' }, 3] },
      { path: 'b.md', ignored: [['dates', 'x'], 'x', [1]], images: {} },
    ];
    const read = readDecisions(JSON.stringify({ schema: 1, notes }));
    expect([...(read ?? [])]).toEqual([
      [
        'a.md',
        {
          ignored: new Set(),
          images: [{ kind: 'image', url: 'u', reason: 'timeout', status: null }],
        },
      ],
      ['b.md', { ignored: new Set(['["dates","x"]']), images: [] }],
    ]);
  });
});
