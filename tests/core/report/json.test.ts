import { byRepair } from '../../../src/core/repairs';
import { articleRows, unresolvedItems } from '../../../src/core/report/json';
import { plan } from '../../../src/core/repairs/plan';
import { plannerFor } from '../../planner-for';

const ID = 'id: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a';
const LINK = '[Read on Omnivore](https://omnivore.app/me/tides)';
const LINK_WITH_CLOCK = '[Read on Omnivore](https://omnivore.app/me/tides-18e3d5b1a2c)';
const ORIGINAL = '[Read Original](https://harbour.example.org/tides)';

/** The rows of a note, as `scan --json` prints them. */
function rowsOf(text: string, zone: string | null = null, draftProperty = 'draft') {
  const path = 'Reading/Low tide.md';
  const planned = plan(text, path, plannerFor());
  if (planned.detection.kind !== 'saved') throw new Error('not a saved article');
  return articleRows({ path, plan: planned, outcome: 'repaired' }, zone, draftProperty);
}

function rowOf(properties: string, link = LINK, zone: string | null = null, draft = 'draft') {
  const [row] = rowsOf(`---\n${ID}\n${properties}\n---\n\n${link}\n${ORIGINAL}\n`, zone, draft);
  if (!row) throw new Error('no row');
  return row;
}

test('all data of an article', () => {
  const properties = [
    ...['title: Tides', 'author: Ada', 'tags: [sea, salt]', 'draft: true'],
    ...['date_saved: 2024-03-20T18:15:30', 'date_published: 03/04/2024'],
  ];
  expect(rowOf(properties.join('\n'))).toEqual({
    ...{ path: 'Reading/Low tide.md', title: 'Tides', author: 'Ada' },
    ...{ url: 'https://harbour.example.org/tides', source: 'harbour.example.org' },
    ...{ tags: ['sea', 'salt'], saved: '2024-03-20T18:15:30', published: null, draft: true },
    ...{ dialect: expect.stringMatching(/./), mark: expect.stringMatching(/./) },
    findings: {
      ...byRepair(() => 0),
    },
    left: [
      { repair: 'draft-flag', reason: 'no-publisher', was: 'draft: true' },
      { repair: 'dates', reason: 'ambiguous-date', was: '03/04/2024' },
    ],
  });
});

test('an article that says nothing is called as its file', () => {
  expect(rowOf('tags: []')).toMatchObject({
    ...{ title: 'Low tide', author: null, tags: [], saved: null, published: null, draft: null },
  });
});

test.each([
  ['2024-03-20 18:15:30', null, '2024-03-20T18:15:30'],
  ['2024-03-20 18:15', null, '2024-03-20T18:15:00'],
  ['2024-03-20', null, '2024-03-20'],
  ['"[[Daily/2024-03-20]]"', null, null],
  ['"[[2024-03-20|20 March 2024]]"', null, '2024-03-20'],
  ['2024-03-20T18:15:30+02:00', null, '2024-03-20T18:15:30+02:00'],
  ['2024-03-20T18:15:30+02:00', 'UTC', '2024-03-20T16:15:30'],
  ['2024-03-20T18:15:30+02:00', 'Asia/Shanghai', '2024-03-21T00:15:30'],
  ['2024-03-20 18:15:30', 'Asia/Shanghai', '2024-03-20T18:15:30'],
  ['25/07/2024', null, '2024-07-25'],
  ['07/07/2024', null, '2024-07-07'],
  ['03/04/2024', null, null],
  ['soon', null, null],
])('saved %s, in the zone %j: %j', (value, zone, saved) => {
  expect(rowOf(`date_saved: ${value}`, LINK, zone).saved).toBe(saved);
});

test('without a date, the clock in the link says when it was saved', () => {
  expect(rowOf('title: Tides', LINK_WITH_CLOCK).saved).toBe('2024-03-14T14:26:04Z');
  expect(rowOf('title: Tides', LINK_WITH_CLOCK, 'Asia/Shanghai').saved).toBe('2024-03-14T22:26:04');
  expect(rowOf('date_saved: 2020-01-01', LINK_WITH_CLOCK).saved).toBe('2020-01-01');
});

test.each([
  ['draft: true', 'draft', true],
  ['draft: false', 'draft', false],
  ['draft: "Yes"', 'draft', true],
  ['draft: " off "', 'draft', false],
  ['draft: maybe', 'draft', null],
  ['draft: 1', 'draft', null],
  ['publish: true', 'publish', false],
  ['publish: false', 'publish', true],
  ['draft: true', 'publish', null],
])('%s if the site uses %s: %j', (property, name, draft) => {
  expect(rowOf(property, LINK, null, name).draft).toBe(draft);
});

test('of several articles in a note the first has the findings', () => {
  const article = (id: string, title: string): readonly [record: string, body: string] => [
    `- id: ${id}\n  title: ${title}\n  date_saved: 2024-03-20 18:15:30\n`,
    `%%${id}_start%%\n# ${title}\n#Omnivore\n\n${LINK}\n\n%%${id}_end%%\n`,
  ];
  const articles = [
    article('5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a', 'Tides'),
    article('6e2c4d2b-0d2f-4a54-8e1c-1e7a7a1a2c3b', 'Gulls'),
  ];
  const records = articles.map(([record]) => record).join('');
  const rows = rowsOf(`---\n${records}---\n\n${articles.map(([, body]) => body).join('\n')}`);
  expect(rows.map(({ title, findings }) => [title, findings.dates])).toEqual([
    ['Tides', 2],
    ['Gulls', 0],
  ]);
});

test('what needs attention is what has a reason', () => {
  const base = { from: 0, to: 1, before: 'a', after: 'b', edits: [], repair: 'dates' as const };
  expect(unresolvedItems([base, { ...base, unresolved: 'ambiguous-date' }])).toEqual([
    { repair: 'dates', reason: 'ambiguous-date', was: 'a' },
  ]);
});
