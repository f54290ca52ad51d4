import { folderOf, removeFolders, runUndecided, textOf } from './command-line';

afterAll(removeFolders);

const HEAD = '---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\ntitle: A\n';
const BODY =
  '---\n\n# A\n#Omnivore\n\n[Read on Omnivore](https://omnivore.app/me/a-18e3d1a2b3c)\n\ntext\n';
const SAVED = 'date_saved: 2024-03-14 08:21:56\n';

const noteWith = (properties: string): string => `${HEAD}${properties}${BODY}`;

/** The text between the title and the end of the front matter. */
function propertiesOf(folder: string, path = 'a.md'): string {
  const text = textOf(folder, path);
  return text.slice(HEAD.length, text.indexOf('---\n\n#'));
}

describe('--fill-date', () => {
  test('fills in the date that the publisher reads, and undo removes it', () => {
    const before = noteWith(`${SAVED}draft: true\n`);
    const folder = folderOf({ 'a.md': before });
    const { code, out } = runUndecided('repair', folder, '--publish-with', 'zola', '--fill-date');
    expect(code).toBe(0);
    expect(out).toMatch(/Page date +1\n/);
    expect(propertiesOf(folder)).toBe(
      'date_saved: 2024-03-14T08:21:56\ndraft: false\ndate: 2024-03-14T08:21:56\n',
    );
    expect(runUndecided('undo', folder).code).toBe(0);
    expect(textOf(folder, 'a.md')).toBe(before);
  });

  test('without it, the date is not touched', () => {
    const folder = folderOf({ 'a.md': noteWith(SAVED) });
    runUndecided('repair', folder, '--publish-with', 'astro');
    expect(propertiesOf(folder)).toBe('date_saved: 2024-03-14T08:21:56\n');
  });

  test('a repair that is named is the only one', () => {
    const folder = folderOf({ 'a.md': noteWith(`${SAVED}draft: true\n`) });
    runUndecided('repair', folder, '--only', 'publisher-date', '--publish-with', 'astro');
    expect(propertiesOf(folder)).toBe(`${SAVED}draft: true\npubDate: 2024-03-14T08:21:56\n`);
  });

  test.each([
    [['--fill-date'], 'filling in dates needs a publisher, such as --publish-with hugo'],
    [['--only', 'publisher-date'], 'filling in dates needs a publisher'],
    [
      ['--fill-date', '--publish-with', 'enveloppe'],
      '“enveloppe” reads no date, so there is none to fill in',
    ],
  ])('%j is an error', (args, message) => {
    const { code, err } = runUndecided('repair', folderOf({ 'a.md': noteWith(SAVED) }), ...args);
    expect(code).toBe(2);
    expect(err).toContain(`error: ${message}`);
  });
});

describe('scan --publisher', () => {
  const NOTES = {
    'date.md': noteWith('date: "2024-03-14 08:21:56"\n'),
    'draft.md': noteWith(`${SAVED}draft: true\n`),
    'fine.md': noteWith(SAVED),
    'own.md': '---\ndate: sometime\n---\nmine\n',
  };

  test('lists only what the publisher would not build or would hide', () => {
    const folder = folderOf(NOTES);
    const { code, out } = runUndecided('scan', folder, '--publisher', 'eleventy');
    expect(code).toBe(0);
    expect(out).toContain(
      'date.md\n    the publisher needs a date that it can read here, and stops: date: "2024-03-14 08:21:56"\n',
    );
    expect(out).toContain('draft.md\n    the publisher hides this note: draft: true\n');
    expect(out).not.toContain('fine.md');
    expect(out).not.toContain('own.md');
    expect(out).toContain(
      'Eleventy would not build 1 and would hide 1 of 3 notes with saved articles.\n',
    );
    expect(out).toMatch(/repair \S+ --publish-with eleventy --fill-date --dry-run\n$/);
  });

  test('says so if the publisher shows everything', () => {
    const folder = folderOf({ 'fine.md': NOTES['fine.md'] });
    const { out } = runUndecided('scan', folder, '--publisher', 'hugo');
    expect(out).toBe('\nHugo shows 1 note with saved articles.\n');
  });

  test('the next command has no date option if the publisher reads no date', () => {
    const { out } = runUndecided('scan', folderOf(NOTES), '--publisher', 'publish');
    expect(out).toMatch(/repair \S+ --publish-with publish --dry-run\n$/);
  });

  test('counts a note with several articles once', () => {
    const item = (id: string): string => `- id: ${id}\n`;
    const part = (id: string): string =>
      `%%${id}_start%%\n# A\n#Omnivore\n\n[Read on Omnivore](https://omnivore.app/me/a-18e3d1a2b3c)\n\n%%${id}_end%%\n`;
    const ids = ['7b9689e3-5b18-4601-aeb6-719f7319797a', '3f473709-0192-4aac-904b-e4683d4ec660'];
    const folder = folderOf({
      'a.md': `---\n${ids.map(item).join('')}---\n\n${ids.map(part).join('')}`,
    });
    const { out } = runUndecided('scan', folder, '--publisher', 'hugo');
    expect(out.match(/are a list, which the publisher can’t read/g)).toHaveLength(1);
    expect(out).toContain('Hugo would not build 1 of 1 note with saved articles.');
  });

  test('with --json, each article has its reasons', () => {
    const folder = folderOf(NOTES);
    const { out } = runUndecided('scan', folder, '--publisher', 'eleventy', '--json');
    const { articles } = JSON.parse(out) as {
      articles: readonly { path: string; left: readonly object[] }[];
    };
    expect(articles.find(({ path }) => path === 'date.md')?.left).toEqual([
      { repair: null, reason: 'publisher-unread-date', was: 'date: "2024-03-14 08:21:56"' },
    ]);
    expect(articles.find(({ path }) => path === 'fine.md')?.left).toEqual([]);
  });

  test.each([
    [['--publisher', 'hugoo'], 'unknown publisher “hugoo”. Did you mean hugo?'],
    [['--publisher', 'remove'], 'unknown publisher “remove”. There are: hugo, quartz,'],
    [['--publisher', 'hugo', '--publish-with', 'zola'], 'cannot be used with option'],
  ])('%j is an error', (args, message) => {
    const { code, err } = runUndecided('scan', folderOf({}), ...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
