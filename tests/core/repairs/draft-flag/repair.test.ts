import { plan } from '../../../../src/core/repairs/plan';
import { flagOf, PRESETS } from '../../../../src/core/repairs/draft-flag/repair';
import { DEFAULT_SETTINGS } from '../../../../src/core/settings/settings';
import { plannerFor } from '../../../planner-for';

const ID = 'id: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a';
const HEADER = '# Title\n[Read on Omnivore](https://omnivore.app/me/a-18e3d1a2b3c)\n';

function note(property: string, body = ''): string {
  return `---\n${ID}\n${property}\n---\n${HEADER}${body}`;
}

/** The property's line after the repair, or why it was skipped. */
function becomes(property: string, draftFlag: object, body = ''): string {
  const text = note(property, body);
  const planner = plannerFor({ draftFlag });
  const { after, findings } = plan(text, 'a.md', planner);
  expect(plan(after, 'a.md', planner).after).toBe(after);
  const left = findings.find((finding) => finding.unresolved)?.unresolved;
  return (
    left ??
    after
      .slice(5 + ID.length, after.indexOf('\n---\n#'))
      .slice(0)
      .trim()
  );
}

test.each<[string, object, string]>([
  ['draft: true', { preset: 'hugo' }, 'draft: false'],
  ['draft: false', { preset: 'hugo' }, 'draft: false'],
  ['draft: "true"', { preset: 'hugo' }, 'draft: false'],
  ['draft:', { preset: 'hugo' }, 'draft: false'],
  ['draft: ', { preset: 'hugo' }, 'draft: false'],
  ['draft: 1', { preset: 'hugo' }, 'draft: false'],
  ['Draft: true', { preset: 'hugo' }, 'Draft: false'],
  ['draft: false\nDRAFT: true', { preset: 'hugo' }, 'draft: false'],
  ['Draft: true', { preset: 'quartz' }, 'Draft: true'],
  ['draft: yes # later', { preset: 'hugo' }, 'draft: false # later'],
  ['draft: 2', { preset: 'hugo' }, 'not-a-flag'],
  ['draft: someday', { preset: 'hugo' }, 'not-a-flag'],
  ['draft: [true]', { preset: 'hugo' }, 'not-editable'],
  ['draft: true', { preset: 'remove' }, ''],
  ['draft: true\ndraft: false', { preset: 'hugo' }, 'draft: false'],
  ['draft: false\ndraft: [a]', { preset: 'hugo' }, 'not-editable'],
  ['publish: false', { preset: 'publish' }, 'publish: true'],
  ['dg-publish: no', { preset: 'digital-garden' }, 'dg-publish: true'],
  ['published: off', { preset: 'jekyll' }, 'published: true'],
  ['title: A', { preset: 'jekyll' }, 'title: A'],
  ['title: A', { preset: 'jekyll', addMissing: true }, 'title: A\npublished: true'],
  ['title: A', { preset: 'remove', addMissing: true }, 'title: A'],
  ['title: A\n? b\n: c', { preset: 'hugo', addMissing: true }, 'title: A\n? b\n: c'],
  [
    'status: later',
    { preset: 'custom', property: 'status', value: 'ready', draftValue: 'later' },
    'status: ready',
  ],
])('%j with %j becomes %j', (property, options, expected) => {
  expect(becomes(property, options)).toBe(expected);
});

describe('ready when highlighted', () => {
  const link = 'https://omnivore.app/me/a-18e3d1a2b3c#0f8a9e3c-5d7b-4f6a-8c2d-1e0f9a8b7c6d';
  const hugo = { preset: 'hugo', byHighlights: true };

  test.each<[string, string, string]>([
    ['a highlight', `> a [⤴️](${link})  ^0f8a9e3c\n`, 'draft: false'],
    [
      'one whose link was led to its own block',
      '> a [⤴️](#^0f8a9e3c)  ^0f8a9e3c\n',
      'draft: false',
    ],
    ['one whose link was removed, at the end', '> a  ^0f8a9e3c', 'draft: false'],
    ['one in HTML', '<mark class="omni-highlight">a</mark>\n', 'draft: false'],
    ['the heading of highlights', '## Highlights\n', 'draft: false'],
    ['no highlight', 'a ^block\n', 'draft: true'],
  ])('%s', (_, body, expected) => {
    expect(becomes('draft: true', hugo, body)).toBe(expected);
  });

  test.each<[string, object]>([
    ['draft: null', { value: 'null' }],
    ['draft: yes', { value: 'true' }],
    ['draft: off', { value: 'false' }],
    ['draft: Ready', { value: 'ready' }],
  ])(
    'a note that the user published stays published: %s',
    (property, { value }: { value?: string }) => {
      const options = { preset: 'custom', property: 'draft', value, draftValue: 'later' };
      expect(becomes(property, { ...options, byHighlights: true })).toBe(property);
    },
  );

  test.each(['draft: false', 'draft: no', 'draft: "false"'])(
    'even if the line would be removed: %s',
    (property) => {
      expect(becomes(property, { preset: 'remove', byHighlights: true })).toBe(property);
    },
  );

  test.each(['draft: [a]', 'draft: {a: b}'])('a value that is none stays: %s', (property) => {
    const options = { preset: 'custom', property: 'draft', value: 'ready', draftValue: 'later' };
    expect(becomes(property, { ...options, byHighlights: true })).toBe('not-editable');
  });
});

test('before the user has chosen how to publish, drafts are found and stay', () => {
  expect(becomes('draft: true', {})).toBe('no-publisher');
  expect(becomes('draft: someday', {})).toBe('not-a-flag');
  expect(becomes('draft: false', {})).toBe('draft: false');
  expect(becomes('title: A', { addMissing: true })).toBe('title: A');
});

test.each<[string, string | null, string]>([
  ['published: true', 'hugo', 'publisher-unread-date'],
  ['lastmod: false', 'hugo', 'publisher-unread-date'],
  ['published: 2024-03-14', 'hugo', 'published: 2024-03-14'],
  ['published: true', 'jekyll', 'published: true'],
  ['published: true', 'quartz', 'published: true'],
  ['published: true', 'publish', 'published: true'],
  ['published: true', 'custom', 'published: true'],
  ['published: true', null, 'published: true'],
])(
  'a flag that the publisher reads as a date is listed: %j for %s',
  (property, preset, expected) => {
    expect(becomes(property, { preset })).toBe(expected);
  },
);

test('each publisher has a property and two values', () => {
  const flags = PRESETS.map((preset) => flagOf({ ...DEFAULT_SETTINGS.draftFlag, preset }));
  const lines = flags.map(({ property, ready, draft }) => `${property}: ${ready} or ${draft}`);
  expect(Object.fromEntries(PRESETS.map((preset, i) => [preset, lines[i]]))).toEqual({
    hugo: 'draft: false or true',
    quartz: 'draft: false or true',
    'quartz-explicit': 'publish: true or false',
    jekyll: 'published: true or false',
    hexo: 'published: true or false',
    astro: 'draft: false or true',
    eleventy: 'draft: false or true',
    zola: 'draft: false or true',
    docusaurus: 'draft: false or true',
    mkdocs: 'draft: false or true',
    'digital-garden': 'dg-publish: true or false',
    enveloppe: 'share: true or false',
    publish: 'publish: true or false',
    remove: 'draft:  or true',
    custom: 'draft: false or true',
  });
  expect(flagOf(DEFAULT_SETTINGS.draftFlag)).toEqual(flags[0]);
});
