import { plan } from '../../../../src/core/repairs/plan';
import { plannerFor } from '../../../planner-for';

const ID = 'id: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a';
/** Its slug has the timestamp 2024-03-14T13:15:08.668Z. */
const LINK = '[Read on Omnivore](https://omnivore.app/me/a-18e3d1a2b3c)\n';
const HEADER = `# Title\n#Omnivore\n\n`;
const SAVED = 'date_saved: 2024-03-14 08:21:56';

interface Given {
  readonly publisher?: string | null;
  readonly from?: string;
  readonly dates?: object;
  readonly alsoDates?: boolean;
  readonly link?: string;
}

/** The properties after the repair without the id, or why nothing was filled in. */
function filled(properties: string, given: Given = {}): string {
  const { publisher = 'hugo', from = 'saved', dates = {}, alsoDates = false, link = '' } = given;
  const repairs = {
    ...{ 'draft-flag': false, dates: alsoDates, 'proxied-images': false, 'escaped-text': false },
    'publisher-date': true,
  };
  const settings = { repairs, dates, draftFlag: { preset: publisher }, publisherDate: { from } };
  const planner = plannerFor(settings);
  const text = `---\n${ID}\n${properties}\n---\n${HEADER}${link}`;
  const { after, findings } = plan(text, 'a.md', planner);
  expect(plan(after, 'a.md', planner).after).toBe(after);
  const left = findings.find(
    (finding) => finding.repair === 'publisher-date' && finding.unresolved,
  );
  return left?.unresolved ?? after.slice(5 + ID.length, after.indexOf('\n---\n#')).trim();
}

const added = (line: string): string => `${SAVED}\n${line}`;

test.each<[string, Given, string]>([
  [SAVED, {}, added('date: 2024-03-14T08:21:56')],
  [SAVED, { publisher: 'astro' }, added('pubDate: 2024-03-14T08:21:56')],
  [SAVED, { publisher: 'publish' }, SAVED],
  [SAVED, { publisher: 'custom' }, SAVED],
  [SAVED, { publisher: null }, SAVED],
  [SAVED, { dates: { format: 'date' } }, added('date: 2024-03-14')],
  [
    SAVED,
    { dates: { format: 'custom', pattern: 'yyyy-MM-dd HH:mm:ss' } },
    added('date: 2024-03-14 08:21:56'),
  ],
  // Nobody reads it, so the format of Obsidian's properties is used; also without a zone.
  [
    SAVED,
    { dates: { format: 'custom', pattern: 'dd/MM/yyyy' } },
    added('date: 2024-03-14T08:21:56'),
  ],
  [SAVED, { dates: { format: 'utc' } }, added('date: 2024-03-14T08:21:56')],
  [SAVED, { dates: { format: 'utc', zone: 'Asia/Shanghai' } }, added('date: 2024-03-14T00:21:56Z')],
  ['date_saved: 14 March 2024', {}, 'date_saved: 14 March 2024\ndate: 2024-03-14'],
  ['date_saved: [[2024-03-14]]', {}, 'date_saved: [[2024-03-14]]'],
  ['date_saved: "[[2024-03-14]]"', {}, 'date_saved: "[[2024-03-14]]"\ndate: 2024-03-14'],
  ['date_saved: sometime', {}, 'date_saved: sometime'],
  ['title: A', {}, 'title: A'],
])('%j with %j', (properties, given, expected) => {
  expect(filled(properties, given)).toBe(expected);
});

test.each<[string, string]>([
  [`date: 2020-01-01\n${SAVED}`, 'hugo'],
  [`date: sometime\n${SAVED}`, 'hugo'],
  [`published: 2020-01-01\n${SAVED}`, 'hugo'],
  [`created: 2020-01-01\n${SAVED}`, 'quartz'],
])('a date that is there stays: %j for %s', (properties, publisher) => {
  expect(filled(properties, { publisher })).toBe(properties);
});

test.each<[string, string]>([
  [`date:\n${SAVED}`, `date: 2024-03-14T08:21:56\n${SAVED}`],
  [`date: \n${SAVED}`, `date: 2024-03-14T08:21:56\n${SAVED}`],
  [`date: ""\n${SAVED}`, `date: "2024-03-14T08:21:56"\n${SAVED}`],
  [`date: # later\n${SAVED}`, 'not-editable'],
])('an empty property is filled in: %j', (properties, expected) => {
  expect(filled(properties)).toBe(expected);
});

test('the page can have the date on which the article was published', () => {
  const both = `${SAVED}\ndate_published: 2020-01-02`;
  expect(filled(both, { from: 'published' })).toBe(`${both}\ndate: 2020-01-02`);
  expect(filled(SAVED, { from: 'published', link: LINK })).toBe(SAVED);
});

test('without a saved date, the timestamp of the URL is used', () => {
  expect(filled('title: A', { link: LINK })).toBe('title: A\ndate: 2024-03-14T13:15:08Z');
  expect(filled('title: A', { link: LINK, dates: { zone: 'Asia/Shanghai' } })).toBe(
    'title: A\ndate: 2024-03-14T21:15:08',
  );
});

test.each<[string, Given, string]>([
  // The note's other date proves the order, the setting does, or nothing does.
  [
    'date_saved: 03/04/2024\ndate_published: 25/03/2024',
    {},
    'date_saved: 03/04/2024\ndate_published: 25/03/2024\ndate: 2024-04-03',
  ],
  [
    'date_saved: 03/04/2024',
    { dates: { order: 'month-first' } },
    'date_saved: 03/04/2024\ndate: 2024-03-04',
  ],
  ['date_saved: 03/04/2024', {}, 'date_saved: 03/04/2024'],
  ['date: \ndate_saved: 03/04/2024', {}, 'ambiguous-date'],
  [
    'date_saved: 03/04/2024',
    { dates: { order: 'day-first', format: 'custom', pattern: 'dd/MM/yyyy' } },
    'date_saved: 03/04/2024\ndate: 2024-04-03',
  ],
  [
    'date_saved: 03/04/2024',
    { dates: { order: 'month-first', format: 'custom', pattern: 'MM/dd/yyyy' } },
    'date_saved: 03/04/2024\ndate: 2024-03-04',
  ],
])(
  'an ambiguous date is read as “Normalize dates” reads it: %j with %j',
  (properties, given, expected) => {
    expect(filled(properties, given)).toBe(expected);
  },
);

test.each<[string, string]>([
  ['saved: 14 March 2024', 'saved: 14 March 2024\npubDate: 2024-03-14'],
  ['saved: 03/04/2024', 'saved: 03/04/2024'],
])('a date that may be another program’s is read too: %j', (properties, expected) => {
  const link = '[Read Original](https://example.com/a)\n';
  expect(filled(properties, { publisher: 'astro', link })).toBe(expected);
});

test('together with “Normalize dates”, the publisher can read its date', () => {
  const dates = { format: 'custom', pattern: 'dd/MM/yyyy HH:mm:ss', order: 'day-first' };
  const given = { dates, alsoDates: true, link: LINK };
  const clock = 'date: 2024-03-14T13:15:08';
  expect(filled('date_saved: 2024-03-14 13:15:08', given)).toBe(
    `date_saved: 14/03/2024 13:15:08\n${clock}`,
  );
  // The property is Omnivore's own date here, and still in a format that Hugo reads.
  expect(filled(clock, given)).toBe(clock);
});

test.each([
  ['a note without properties', `${HEADER}${LINK}`, 'no-front-matter'],
  [
    'properties that can’t be added to',
    `---\n${ID}\n? a\n: b\n---\n${HEADER}${LINK}`,
    'not-editable',
  ],
  [
    'a note with several articles',
    `---\n- id: 7b9689e3-5b18-4601-aeb6-719f7319797a\n  ${SAVED}\n---\n\n%%7b9689e3-5b18-4601-aeb6-719f7319797a_start%%\n${HEADER}%%7b9689e3-5b18-4601-aeb6-719f7319797a_end%%\n`,
    undefined,
  ],
])('%s', (_, text, reason) => {
  const settings = { repairs: { 'publisher-date': true }, draftFlag: { preset: 'hugo' } };
  const { findings, detection } = plan(text, 'a.md', plannerFor(settings));
  expect(detection.kind).toBe('saved');
  const own = findings.filter(({ repair }) => repair === 'publisher-date');
  expect(own.map(({ unresolved }) => unresolved)).toEqual(reason === undefined ? [] : [reason]);
});
