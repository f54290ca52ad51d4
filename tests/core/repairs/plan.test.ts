import { plan } from '../../../src/core/repairs/plan';
import { applyEdits } from '../../../src/core/text/edits';
import { plannerFor } from '../../planner-for';

const ID = 'id: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a';
const LINK = '[Read on Omnivore](https://omnivore.app/me/a-18e3d1a2b3c)';

/** A saved article with these properties. */
function note(...lines: readonly string[]): string {
  return ['---', ID, ...lines, '---', LINK, ''].join('\n');
}

function left(text: string, settings: unknown): readonly (readonly [string | null, string])[] {
  const { findings } = plan(text, 'a.md', plannerFor(settings));
  return findings.flatMap(({ repair, unresolved: reason }) => (reason ? [[repair, reason]] : []));
}

function after(text: string, settings: unknown): string {
  const planned = plan(text, 'a.md', plannerFor(settings));
  expect(applyEdits(planned.after, planned.undo)).toBe(text);
  expect(plan(planned.after, 'a.md', plannerFor(settings)).after).toBe(planned.after);
  return planned.after;
}

const HUGO = { draftFlag: { preset: 'hugo' } };
const REMOVE = { draftFlag: { preset: 'remove' } };

describe('two repairs that want different things in one place', () => {
  const settings = {
    draftFlag: { preset: 'custom', property: 'published', value: 'yes', draftValue: 'no' },
  };
  const text = note('published: 2024-03-14 20:21:56', 'site_name: A');

  test('change nothing there, and both say so', () => {
    expect(after(text, settings)).toBe(text);
    expect(left(text, settings)).toEqual([
      ['draft-flag', 'conflict'],
      ['dates', 'conflict'],
    ]);
  });

  test('change what they do not both want', () => {
    const more = note('published: 2024-03-14 20:21:56', 'date_saved: 2024-03-14 08:21:56');
    const changed = note('published: 2024-03-14 20:21:56', 'date_saved: 2024-03-14T08:21:56');
    expect(after(more, settings)).toBe(changed);
  });
});

describe('a property is added', () => {
  const settings = {
    draftFlag: { preset: 'publish', addMissing: true },
    dates: { addMissingSaved: true, zone: 'UTC' },
  };
  const outline = [1, 2, 3]
    .map(
      (n) =>
        `- [Item ${n}](https://omnivore.app/me/item-18e3d1a2b3${n})\n  site:: [a.example](https://a.example/${n})\n  collapsed:: true\n`,
    )
    .join('');

  test('to the article whose properties are the note’s, once', () => {
    const text = note('title: A');
    const added = note('title: A', 'publish: true', 'date_saved: 2024-03-14T13:15:08');
    expect(after(text, settings)).toBe(added);
  });

  test('not for the items of an outline', () => {
    const text = `---\ncreated: 2024-07-01\n---\n${outline}`;
    expect(after(text, settings)).toBe(text);
  });

  test('not for the articles of a single file', () => {
    const text = `---\n- ${ID}\n---\n%%5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a_start%%\n${LINK}\n%%5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a_end%%\n`;
    expect(after(text, settings)).toBe(text);
  });
});

describe('a property that no finding names keeps its value', () => {
  test.each<[string, string, string, readonly (readonly [string | null, string])[]]>([
    [
      'if the blank lines after a removed one would join a block that keeps them',
      note('draft: true', 'title: |+', '  Title', '', 'draft: true', '', ''),
      note('draft: false', 'title: |+', '  Title', '', 'draft: true', '', ''),
      [['draft-flag', 'not-editable']],
    ],
    [
      'if a comment after a removed one would join a block',
      note('draft: true', 'title: |', '  Title', 'draft: true', '  # a comment', 'x: y'),
      note('draft: false', 'title: |', '  Title', 'draft: true', '  # a comment', 'x: y'),
      [['draft-flag', 'not-editable']],
    ],
    [
      'if a parser is lenient with quotes that never close',
      note("x: '''", "draft: 'true'"),
      note("x: '''", "draft: 'true'"),
      [['draft-flag', 'not-editable']],
    ],
    [
      'if a block’s text is below its key without indentation: that is not YAML',
      note('author: |', '- Andrew', 'draft: true'),
      note('author: |', '- Andrew', 'draft: true'),
      [[null, 'unsound-front-matter']],
    ],
  ])('%s', (_, text, expected, reasons) => {
    expect(after(text, HUGO)).toBe(expected);
    expect(left(text, HUGO)).toEqual(reasons);
  });

  test('if the removed one starts a list item', () => {
    const id = '5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a';
    const text = `---\n- draft: true\n  id: ${id}\n---\n%%${id}_start%%\n${LINK}\n%%${id}_end%%\n`;
    expect(after(text, REMOVE)).toBe(text);
    expect(left(text, REMOVE)).toEqual([['draft-flag', 'not-editable']]);
  });

  test('the others of the note are repaired all the same', () => {
    const lines = ['title: |+', '  Title', '', 'draft: true', ''];
    const text = note(...lines, 'date_saved: 2024-03-14 08:21:56');
    expect(after(text, REMOVE)).toBe(note(...lines, 'date_saved: 2024-03-14T08:21:56'));
  });

  test('even if many have to be tried', () => {
    const text = note('title: |+', '  Title', ...Array<string>(40).fill('draft: true\n'));
    const kept = plan(text, 'a.md', plannerFor(REMOVE));
    expect(kept.after).toContain('title: |+\n  Title\ndraft: true\n');
    expect(applyEdits(kept.after, kept.undo)).toBe(text);
  });
});

test('a date that the article’s timestamp can’t decide is not decided by another article’s timestamp after its link is removed', () => {
  const text = note('url: https://a.example')
    .concat('[Read Original](https://a.example)\ndate_saved: 10/07/2023 07:51\n\n')
    .concat('(https://omnivore.app/me/-18b0a0572b8)\n');
  const settings = { repairs: { 'dead-links': true } };
  expect(after(text, settings)).toContain('date_saved: 10/07/2023 07:51');
});

describe('of a property that is there twice', () => {
  test('the removable one is removed, the other stays, also after the only highlight lost its link', () => {
    const settings = {
      repairs: { 'dead-links': true },
      draftFlag: { preset: 'remove', byHighlights: true },
      deadLinks: { highlights: 'original' },
    };
    const highlight =
      '[⤴️](https://omnivore.app/me/a-18e3d1a2b3c#0f8a9e3c-5d7b-4f6a-8c2d-1e0f9a8b7c6d)';
    const block = ['draft: |-', '  true', ''];
    const text = note('url: https://a.example', 'draft: false', ...block) + highlight;
    const changed = after(text, settings);
    expect(changed).toContain(block.join('\n'));
    expect(changed).not.toContain('draft: false');
  });

  test('both are removed, even next to an article whose flag can’t be removed', () => {
    const ids = ['5d1b3c1a-9c1e-4f43-9d0b-000000000000', '5d1b3c1a-9c1e-4f43-9d0b-000000000001'];
    const bodies = ids.map((id) => `%%${id}_start%%\n${LINK}\n%%${id}_end%%`).join('\n');
    const first = `- id: ${ids[0]}\n  title: |+\n    A\n  draft: true\n\n`;
    const second = `- id: ${ids[1]}\n`;
    const flags = '  draft: true\n  draft: "false"\n';
    expect(after(`---\n${first}${second}${flags}---\n${bodies}\n`, REMOVE)).toBe(
      `---\n${first}${second}---\n${bodies}\n`,
    );
  });
});

test('what a repair writes does not depend on other repairs’ changes next to it', () => {
  const proxied = 'https://proxy-prod.omnivore-image-cache.app/0x0,s3xXYAesk0QkvbVYh9g5r4pSz/';
  const text = note(`url: ${proxied}https://a.example/b`);
  expect(after(text, { repairs: { 'dead-links': true } })).toBe(
    [
      '---',
      ID,
      'url: https://a.example/b',
      '---',
      '[Read on Omnivore](https://a.example/b)',
      '',
    ].join('\n'),
  );
});
