import { plan } from '../../../../src/core/repairs/plan';
import { plannerFor } from '../../../planner-for';

/** 2024-03-14T12:21:56Z, as a slug encodes it. */
const CLOCK = '18e3ce972a0';

interface Dated {
  readonly front?: string;
  readonly body?: string;
  readonly slug?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly vault?: boolean | null;
}

/** A saved article with these lines in its front matter and below its links. */
function noteOf({ front = '', body = '', slug = 'a-quiet-walk' }: Dated): string {
  const id = 'id: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\n';
  const links = `[Read on Omnivore](https://omnivore.app/me/${slug})\n[Read Original](https://example.org/a)`;
  return `---\n${id}${front === '' ? '' : `${front}\n`}---\n\n# A walk\n#Omnivore\n\n${links}\n\n${body}\n`;
}

/** What a repair of the dates alone does: the lines that are new, and what is left with its reason. */
function repaired(dated: Dated): readonly string[] {
  const before = noteOf(dated);
  const settings = { ...dated.settings, repairs: { 'draft-flag': false } };
  const planner = plannerFor(settings);
  const { after, findings } = plan(before, 'Omnivore/a.md', planner, dated.vault);
  expect(plan(after, 'Omnivore/a.md', plannerFor(settings)).after).toBe(after);
  const old = new Set(before.split('\n'));
  const left = findings.flatMap((finding) =>
    finding.unresolved ? [`${finding.unresolved}: ${finding.before}`] : [],
  );
  return [...after.split('\n').filter((line) => !old.has(line)), ...left];
}

const CUSTOM = (pattern: string, more = {}) => ({ dates: { format: 'custom', pattern, ...more } });

describe('whose a property is', () => {
  test.each<[string, Dated, readonly string[]]>([
    [
      'Omnivore’s own names, in whatever spelling',
      { front: 'date_saved: 2024-03-14 08:21:56\nDate Published: 2024-03-12 10:00:00' },
      ['date_saved: 2024-03-14T08:21:56', 'Date Published: 2024-03-12T10:00:00'],
    ],
    [
      'dates of other programs stay',
      {
        front: [
          ...['date created: Friday, June 21st 2024, 11:46:48 am', 'created: 2024-06-21 11:46'],
          ...['date modified: Wednesday, June 26th 2024, 1:28:33 pm', 'mtime: 2024-01-01 10:00:00'],
          ...['updated: 2024-10-06 18:38:24', 'modified: 06/07/2024', 'ctime: 2024-06-21 11:46'],
        ].join('\n'),
      },
      [],
    ],
    [
      'a date of another program in an Omnivore note with its own',
      { front: 'date_saved: 2024-03-14\ndate: 2024-03-15 10:00:00', slug: `a-${CLOCK}` },
      ['not-omnivore: 2024-03-15 10:00:00'],
    ],
    [
      'what the slug’s clock shows in some zone is Omnivore’s, whatever it is called',
      { front: 'created: 2024-03-14 08:21:56\ntime: 2024-03-14 20:21:40', slug: `a-${CLOCK}` },
      ['created: 2024-03-14T08:21:56', 'time: 2024-03-14T20:21:40'],
    ],
    [
      'so is one with day and month side by side',
      { front: 'date: 03/14/2024 08:21:56\nsaved: 14.03.2024 13:51:56', slug: `a-${CLOCK}` },
      ['date: 2024-03-14T08:21:56', 'saved: 2024-03-14T13:51:56'],
    ],
    [
      'a clock that is minutes off proves nothing, nor one without seconds, nor a zone that does not exist',
      {
        front:
          'created: 2024-03-14 08:27:56\ntime: 2024-03-14 08:21\ndate_added: 2024-03-15 04:21:56',
        slug: `a-${CLOCK}`,
      },
      [],
    ],
    [
      'a date instead of the saved date, among other variables of Omnivore’s',
      { front: 'date: 2024-03-14 08:21:56\nstate: INBOX' },
      ['date: 2024-03-14T08:21:56'],
    ],
    [
      'and of the published date',
      { front: 'published: 2024-03-14 08:21:56\nsite_name: Example' },
      ['published: 2024-03-14T08:21:56'],
    ],
    [
      'without any of those variables it may be from any program, and is listed if Obsidian can’t read it',
      { front: 'date: 2024-03-14 08:21:56\nstate: later\nsaved: 03/04/2024' },
      ['not-omnivore: 2024-03-14 08:21:56', 'not-omnivore: 03/04/2024'],
    ],
    [
      'and not listed if Obsidian reads it, if it names its zone, or if it is not a date',
      { front: 'date: 2024-03-14T08:21\nsaved: 2024-03-14 22:21:56 -0400\npublished: true' },
      [],
    ],
    [
      'no list, no template’s token in a property that may be anyone’s',
      { front: 'date: [2024-03-14]\nsaved: {{date}}\npublished: someday' },
      [],
    ],
    [
      'names that the user gives to what Omnivore wrote',
      {
        front: 'created: 2024-03-14 08:21',
        settings: { properties: { saved: ['Created'] } },
      },
      ['created: 2024-03-14T08:21:00'],
    ],
    [
      'names that the user gives to other dates: nothing is added to them',
      {
        front: 'date modified: 2024-03-14 08:21\nx: 2024-03-14 8:21:56 pm\ny: later\nz: [a]',
        settings: { dateProperties: ['Date-Modified', 'x', 'y', 'z'] },
      },
      [
        ...['date modified: 2024-03-14T08:21', 'x: 2024-03-14T20:21:56'],
        ...['unreadable-date: later', 'not-editable: [a]'],
      ],
    ],
  ])('%s', (_, dated, expected) => {
    expect(repaired(dated)).toEqual(expected);
  });
});

describe('dates that name a zone', () => {
  const front = 'date_saved: 2024-10-27T00:30:00.123Z\ndate_published: 2024-10-27T01:30:00Z';
  const other = 'date: 2024-11-15T23:30:00-05:00\ncreated: 2024-10-06T14:27:06.000-04:00';
  test.each<[string, Dated, readonly string[]]>([
    ['keep it', { front: `${front}\n${other}` }, []],
    [
      'are written as ISO 8601 with it',
      {
        front:
          'date_saved: 2024-03-14 22:21:56 -0400\ndate_read: Thu, 14 Mar 2024 08:21:56 GMT\ndate_published: 2024-03-14 08:21 +05:30',
      },
      [
        ...['date_saved: 2024-03-14T22:21:56-04:00', 'date_read: 2024-03-14T08:21:56Z'],
        'date_published: 2024-03-14T08:21:00+05:30',
      ],
    ],
    [
      'are converted if the user chose a zone, unless the clocks there are set back in that hour',
      {
        front: `${front}\n${other}\ndate_read: 2024-10-27T02:30:00Z`,
        settings: { dates: { zone: 'Europe/Berlin' } },
      },
      [
        'date_read: 2024-10-27T03:30:00',
        ...['clock-change: 2024-10-27T00:30:00.123Z', 'clock-change: 2024-10-27T01:30:00Z'],
      ],
    ],
    [
      'become UTC on request',
      { front: 'date_saved: 2024-03-14T22:21:56-04:00', settings: { dates: { format: 'utc' } } },
      ['date_saved: 2024-03-15T02:21:56Z'],
    ],
    [
      'and get an offset instead of Z',
      { front: 'date_saved: 2024-03-14T22:21:56Z', settings: { dates: { format: 'offset' } } },
      ['date_saved: 2024-03-14T22:21:56+00:00'],
    ],
    [
      'are skipped if the format has no place for the zone and none is chosen',
      { front, settings: { dates: { format: 'date' } } },
      ['no-zone: 2024-10-27T00:30:00.123Z', 'no-zone: 2024-10-27T01:30:00Z'],
    ],
    [
      'also in a custom format',
      { front: 'date_saved: 2024-10-27T01:30:00Z', settings: CUSTOM('YYYY-MM-DD HH:mm') },
      ['no-zone: 2024-10-27T01:30:00Z'],
    ],
    [
      'are in a custom format with a zone',
      { front: 'date_saved: 2024-10-27T01:30:00Z', settings: CUSTOM('YYYY-MM-DD HH:mm Z') },
      ['date_saved: 2024-10-27 01:30 +00:00'],
    ],
    [
      'are skipped if another zone would give an invalid year',
      { front: 'date_saved: 9999-12-31T23:30-12:00', settings: { dates: { format: 'utc' } } },
      ['impossible-date: 9999-12-31T23:30-12:00'],
    ],
  ])('%s', (_, dated, expected) => {
    expect(repaired(dated)).toEqual(expected);
  });
});

describe('dates without a zone, in a format that has one', () => {
  test.each<[string, string, string, readonly string[]]>([
    ['utc', 'keep', '2024-03-14 08:21:56', ['no-zone: 2024-03-14 08:21:56']],
    ['offset', 'keep', '2024-03-14 08:21:56', ['no-zone: 2024-03-14 08:21:56']],
    ['utc', 'Asia/Shanghai', '2024-03-14 08:21:56', ['date_saved: 2024-03-14T00:21:56Z']],
    ['offset', 'Asia/Kolkata', '2024-03-14 08:21', ['date_saved: 2024-03-14T08:21:00+05:30']],
    ['offset', 'Europe/Berlin', '2024-10-27 02:30:00', ['clock-change: 2024-10-27 02:30:00']],
    ['utc', 'Europe/Berlin', '2024-03-31 02:30:00', ['clock-change: 2024-03-31 02:30:00']],
    ['utc', 'keep', '2024.03.14', ['date_saved: 2024-03-14']],
  ])('%s, zone %s: %s', (format, zone, value, expected) => {
    expect(
      repaired({ front: `date_saved: ${value}`, settings: { dates: { form: format, zone } } }),
    ).toEqual(expected);
  });
});

describe('day and month', () => {
  const AMBIGUOUS = 'date_saved: 03/04/2024';
  const MARCH_SLUG = 'a-18e0a4d4c00'; // 2024-03-04
  const DAY_FIRST = { dates: { order: 'day-first' } };
  const MONTH_FIRST = { dates: { order: 'month-first' } };
  test.each<[string, Dated, readonly string[]]>([
    ['nothing decides', { front: AMBIGUOUS }, ['ambiguous-date: 03/04/2024']],
    [
      'the clock comes first',
      {
        front: `${AMBIGUOUS}\ndate_read: 25/07/2024`,
        ...{ slug: MARCH_SLUG, settings: DAY_FIRST, vault: true },
      },
      ['date_saved: 2024-03-04', 'date_read: 2024-07-25'],
    ],
    [
      'the order that the timestamp shows for the saved date applies to the others',
      { front: `${AMBIGUOUS}\ndate_published: 01/02/2024`, slug: MARCH_SLUG, vault: true },
      ['date_saved: 2024-03-04', 'date_published: 2024-01-02'],
    ],
    [
      'then the note’s own dates',
      { front: `${AMBIGUOUS}\ndate_read: 25/07/2024`, settings: MONTH_FIRST, vault: false },
      ['date_saved: 2024-04-03', 'date_read: 2024-07-25'],
    ],
    [
      'then the setting, even if the vault differs',
      { front: AMBIGUOUS, settings: MONTH_FIRST, vault: true },
      ['date_saved: 2024-03-04'],
    ],
    ['then the vault', { front: AMBIGUOUS, vault: true }, ['date_saved: 2024-04-03']],
    [
      'dates of the note that contradict each other do not answer',
      {
        front: `${AMBIGUOUS}\ndate_read: 25/07/2024\ndate_published: 07/25/2024`,
        settings: DAY_FIRST,
      },
      ['date_saved: 2024-04-03', 'date_read: 2024-07-25', 'date_published: 2024-07-25'],
    ],
    [
      'not if another date has a different format',
      { front: `${AMBIGUOUS}\ndate_read: 25/07/2024\ndate_published: 2024-07-25` },
      ['date_read: 2024-07-25', 'ambiguous-date: 03/04/2024'],
    ],
    [
      'the archived date, which was never formatted, does not matter',
      { front: `${AMBIGUOUS}\ndate_read: 25/07/2024\ndate_archived: 2024-07-25T10:00:00Z` },
      ['date_saved: 2024-04-03', 'date_read: 2024-07-25'],
    ],
    [
      'nor do a number that is day and month, another’s date, and nothing',
      {
        front: `${AMBIGUOUS}\ndate_read: 5/05/2024\ndate: 07/25/2024\ndate_published: ""`,
        vault: true,
      },
      ['date_saved: 2024-04-03', 'date_read: 2024-05-05', 'not-omnivore: 07/25/2024'],
    ],
    [
      'lines below the links count too',
      { front: AMBIGUOUS, body: 'date_published: 25/07/2024' },
      ['date_saved: 2024-04-03', 'date_published: 2024-07-25'],
    ],
  ])('%s', (_, dated, expected) => {
    expect(repaired(dated)).toEqual(expected);
  });
});

describe('a custom format with day and month side by side', () => {
  const AMBIGUOUS = 'date_saved: 03/04/2024';
  test.each<[string, Dated, readonly string[]]>([
    ['writes what is certain', { front: 'date_saved: 04/25/2024' }, ['date_saved: 25/04/2024']],
    [
      'lists what may be done already',
      { front: AMBIGUOUS, vault: true },
      ['ambiguous-date: 03/04/2024'],
    ],
    [
      'even if the setting reads it the other way round',
      { front: AMBIGUOUS, settings: { dates: { order: 'month-first' } } },
      ['ambiguous-date: 03/04/2024'],
    ],
    [
      'and not listed if the setting reads it the same way',
      { front: AMBIGUOUS, settings: { dates: { order: 'day-first' } } },
      [],
    ],
    [
      'turns a date round by the clock, which stays',
      { front: AMBIGUOUS, slug: 'a-18e0a4d4c00' },
      ['date_saved: 04/03/2024'],
    ],
    [
      'does not write a date that the clock would turn into another day',
      { front: 'date_saved: 2024-04-03', slug: 'a-18e0a4d4c00' },
      ['misread-date: 2024-04-03'],
    ],
    [
      'does not ask the note’s other dates, which it may have written',
      { front: 'date_saved: 03-04-2024\ndate_read: 25/07/2024' },
      ['ambiguous-date: 03-04-2024'],
    ],
    [
      'converts another format by the setting',
      { front: 'date_saved: 03-04-2024', settings: { dates: { order: 'month-first' } } },
      ['date_saved: 04/03/2024'],
    ],
  ])('%s', (_, { settings = {}, ...dated }, expected) => {
    const { dates: more = {} } = settings as { dates?: object };
    expect(repaired({ ...dated, settings: CUSTOM('dd/MM/yyyy', more) })).toEqual(expected);
  });
});

describe('custom formats', () => {
  test.each<[string, Dated, readonly string[]]>([
    [
      'a weekday that fits both readings proves nothing',
      { front: 'date_saved: Thu 05/09/2024', settings: CUSTOM('EEE dd/MM/yyyy') },
      ['ambiguous-date: Thu 05/09/2024'],
    ],
    [
      'Moment’s letters are understood',
      { front: 'date_saved: 2024-03-14T08:21:56', settings: CUSTOM('YYYY-MM-DD [at] HH:mm') },
      ['date_saved: 2024-03-14 at 08:21'],
    ],
    [
      'a value in the format stays, though nothing else could read it',
      { front: 'date_saved: 2024-03-14 at 08:21', settings: CUSTOM('YYYY-MM-DD [at] HH:mm') },
      [],
    ],
    [
      'a date alone gets no time, and a time no seconds that nobody wrote',
      {
        front: 'date_saved: 14 March 2024\nx: 2024-03-14 8:21 pm',
        settings: { ...CUSTOM('yyyy/MM/dd HH:mm:ss'), dateProperties: ['x'] },
      },
      ['date_saved: 2024-03-14', 'x: 2024-03-14T20:21'],
    ],
    [
      'a format without a time takes a date alone',
      { front: 'date_saved: 2024-03-14', settings: CUSTOM('D. MMMM YYYY') },
      ['date_saved: 14. March 2024'],
    ],
    [
      'a format may write links',
      { front: 'date_saved: 2024-03-14', settings: CUSTOM('[[yyyy-MM-dd]]') },
      ['date_saved: "[[2024-03-14]]"'],
    ],
    [
      'a local time gets the offset of the zone',
      {
        front: 'date_saved: 2024-03-14 08:21:56',
        settings: CUSTOM('YYYY-MM-DD HH:mm Z', { zone: 'America/New_York' }),
      },
      ['date_saved: 2024-03-14 08:21 -04:00'],
    ],
    [
      'minutes with a zone, without seconds that nobody wrote',
      {
        front: 'x: 2024-03-14T08:21+01:00',
        settings: { ...CUSTOM('YYYY-MM-DD HH:mm:ss Z'), dateProperties: ['x'] },
      },
      [],
    ],
  ])('%s', (_, dated, expected) => {
    expect(repaired(dated)).toEqual(expected);
  });
});

describe('lines below the links', () => {
  const LINE = 'date_saved: 12/31/2020 10:15';
  const DONE = 'date_saved: 2020-12-31T10:15:00';
  test.each<[string, string, readonly string[]]>([
    ['a bare line', LINE, [DONE]],
    [
      'after other lines of the template',
      `author: Jane\n\nTags: #a #b\n\n## ${LINE}\n\n${LINE}`,
      [],
    ],
    [
      'after labels',
      `author: Jane\n- **Site**: [a](https://a.example)\nup:: [[Walks]]\n\n${LINE}`,
      [DONE],
    ],
    [
      'after more links',
      `[More](https://a.example/b_(c)) | [[Walks]]\n%% note %%\n${LINE}`,
      [DONE],
    ],
    [
      'in lists, in bold type, as inline fields',
      '- Date read: 31.12.2020\n**Date Saved**: 2020.12.31\n* __date-published__:: 2020/12/31\n**Date archived:** 2020.12.31',
      [
        ...['- Date read: 2020-12-31', '**Date Saved**: 2020-12-31'],
        ...['* __date-published__:: 2020-12-31', '**Date archived:** 2020-12-31'],
      ],
    ],
    ['not after prose', `Every note may begin with dates. A typical one reads:\n\n${LINE}`, []],
    [
      'not after prose with a link',
      `[Dates](https://a.example) begin every note, and a typical one reads:\n\n${LINE}`,
      [],
    ],
    ['not after an image in a list', `- ![](https://a.example/b.png)\n\n${LINE}`, []],
    ['not after an image in HTML', `* <img src="https://a.example/b.png">\n\n${LINE}`, []],
    ['not after a sentence with a colon', `std::vector is a type: this\n\n${LINE}`, []],
    ['not the time of a file', 'mtime: 2020.01.01 10:00\nctime: 2020.01.01 10:00', []],
    ['not in code', `%%\n${LINE}\n%%`, []],
    ['not an empty one', 'date_saved:\ndate_read: ', []],
  ])('%s', (_, body, expected) => {
    expect(repaired({ body })).toEqual(expected);
  });

  test('an outline of Logseq keeps its links to days, and they are not listed', () => {
    const text = [
      ...[
        '- ## 🔖 Articles',
        '\t- [A quiet walk](https://omnivore.app/me/a-quiet-walk-18e3f0a1b2c)',
      ],
      ...['\t  collapsed:: true', '\t  site:: [example.org](https://example.org/walk)'],
      ...['\t  date-saved:: [[May 3rd, 2024]]', '\t  date-published:: [[03-04-2024]]', ''],
    ].join('\n');
    expect(plan(text, 'Omnivore.md', plannerFor()).findings).toEqual([]);
    const linked = plan(text, 'Omnivore.md', plannerFor({ dates: { links: true } }));
    expect(linked.after).toContain('date-saved:: 2024-05-03\n');
  });
});

describe('a missing saved date', () => {
  const ADD = { addMissingSaved: true };
  test.each<[string, Dated, readonly string[]]>([
    ['in UTC without a zone', { settings: { dates: ADD } }, ['date_saved: 2024-03-14T12:21:56Z']],
    [
      'as the zone’s clocks showed it',
      { settings: { dates: { ...ADD, zone: 'America/New_York' } } },
      ['date_saved: 2024-03-14T08:21:56'],
    ],
    [
      'not without a zone that the format needs',
      { settings: { dates: { ...ADD, format: 'date' } } },
      ['no-zone: '],
    ],
    ['not next to another', { front: 'date: 2024-03-14', settings: { dates: ADD } }, []],
    [
      'not below lines that are not understood',
      { front: '? a\n: b', settings: { dates: ADD } },
      ['not-editable: '],
    ],
  ])('%s', (_, dated, expected) => {
    expect(repaired({ slug: `a-${CLOCK}`, ...dated })).toEqual(expected);
  });

  test('is listed if the note has no front matter', () => {
    const text = `# A walk\n#Omnivore\n\n[Read on Omnivore](https://omnivore.app/me/a-${CLOCK})\n[Read Original](https://example.org/a)\n`;
    const { findings } = plan(text, 'a.md', plannerFor({ dates: ADD }));
    expect(findings.map(({ unresolved }) => unresolved)).toEqual(['no-front-matter']);
  });
});

describe('a line below the links that may be in code is listed and stays', () => {
  const comment = (line: string): string => `%% a comment\n\n${line}\n\nor none %%`;

  test.each<[string, string, readonly string[]]>([
    ['to be written', 'date_saved: 2024-03-14 08:21:56', ['in-code: 2024-03-14 08:21:56']],
    ['in the format already', 'date_saved: 2024-03-14T08:21:56', []],
    ['that has a reason of its own', 'date_saved: 03/04/2024', ['ambiguous-date: 03/04/2024']],
  ])('%s', (_, line, expected) => {
    expect(repaired({ body: comment(line) })).toEqual(expected);
  });

  test('it proves nothing for other dates', () => {
    const body = comment('date_published: 25/03/2024');
    expect(repaired({ front: 'date_saved: 03/04/2024', body })).toEqual([
      ...['ambiguous-date: 03/04/2024', 'in-code: 25/03/2024'],
    ]);
  });

  test('in a comment there is nothing to list', () => {
    expect(repaired({ body: '%%\ndate_saved: 2024-03-14 08:21:56\n%%' })).toEqual([]);
  });
});

test('a link whose timestamp shows that a format would be misread is not replaced', () => {
  const settings = {
    ...CUSTOM('dd/MM/yyyy'),
    repairs: { 'draft-flag': false, 'dead-links': true },
  };
  const text = noteOf({ front: 'date_saved: 2024-04-03', slug: 'a-18e0a4d4c00' });
  const { after, findings } = plan(text, 'Omnivore/a.md', plannerFor(settings));
  expect(after).toBe(text);
  expect(findings.map(({ unresolved }) => unresolved)).toEqual(['misread-date', 'conflict']);
});
