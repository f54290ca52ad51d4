import { violations } from '../axe';
import { closeCleanly, type OpenApp } from '../open-app';
import { active, article, group, openPanel, row, searchField, shown } from './panel';

const HOSTILE = [
  '<img src=x onerror="window.hacked = true">',
  '<script>window.hacked = true</script>',
  '__proto__',
  'constructor',
  'a'.repeat(10_000),
  '📚👩‍👩‍👧 ﷽',
  'مقالة عن الخرائط',
  '\u202etxt.exe\u202c',
  'two\nlines\u0000and\u0007bells',
];

let app: OpenApp;

afterEach(async () => {
  const hacked = await app.page.evaluate(() => 'hacked' in window);
  await closeCleanly(app);
  expect(hacked).toBe(false);
});

/** A note for each, which has it as title, as source and as tag. */
function notes(): Record<string, string> {
  const saved = { date_saved: '2024-03-14 08:00:00' };
  return Object.fromEntries(
    HOSTILE.map((text, i) => [
      `n${i}.md`,
      article({ title: text, site: text, tags: [text], ...saved }),
    ]),
  );
}

/** As it is shown: on one line, without characters that turn the direction of text, and not too long. */
const plain = (text: string): string =>
  text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 200);

async function namesShown(): Promise<string[]> {
  return (await shown(app)).map((name) => plain(name.replace(/ \d+$/, '')));
}

test.each(['Source', 'Tag'])('hostile texts as groups by %s, and as titles on them', async (by) => {
  app = await openPanel({ files: notes() });
  await group(app, by);
  const groups = await namesShown();
  // In a tag a slash parts groups.
  const whole = HOSTILE.filter((text) => by === 'Source' || !text.includes('/'));
  for (const text of whole) expect(groups).toContain(plain(text));
  await app.page.getByRole('tree').focus();
  await app.page.keyboard.press('*');
  const rows = await namesShown();
  for (const text of whole) expect(rows.filter((name) => name === plain(text))).toHaveLength(2);
  expect(await app.page.locator('.omnivore-rescue-panel :is(img, script)').count()).toBe(0);
  expect(await violations(app.page, '.omnivore-rescue-panel')).toEqual([]);
});

test('no row is higher or wider than its place', async () => {
  app = await openPanel({ files: notes() });
  await app.page.getByRole('tree').focus();
  await app.page.keyboard.press('*');
  const boxes = await app.page.evaluate(() =>
    [...document.querySelectorAll('.omnivore-rescue-panel [role=treeitem]')].map((el) => {
      const { top, bottom, width } = el.getBoundingClientRect();
      return { top, bottom, width, inner: el.scrollWidth };
    }),
  );
  boxes.sort((a, b) => a.top - b.top);
  for (const [i, { bottom, width, inner }] of boxes.entries()) {
    expect(inner).toBeLessThanOrEqual(Math.ceil(width));
    expect(boxes[i + 1]?.top ?? bottom).toBeGreaterThanOrEqual(bottom - 0.01);
  }
});

test.each(['__proto__', 'constructor', 'مقالة', '📚', '<img'])('%s is found', async (text) => {
  app = await openPanel({ files: notes() });
  await searchField(app).fill(text);
  const [group, article, ...others] = await shown(app);
  expect(group?.trim()).not.toBe('');
  expect(article).toMatch(/^ {2}\S/);
  expect(others).toEqual([]);
});

test('a group with a hostile name expands, stays expanded, and works with the arrow keys', async () => {
  app = await openPanel({ files: notes() });
  await row(app, '__proto__').click();
  await app.restart();
  await row(app, '__proto__').first().waitFor();
  await app.page.getByRole('tree').focus();
  await app.page.keyboard.type('__');
  expect(await active(app)).toEqual({ name: '__proto__', level: 1, expanded: true });
  await app.page.keyboard.press('ArrowRight');
  expect(await active(app)).toEqual({ name: '__proto__', level: 2, expanded: null });
});

test('a note with 5,000 tags and a title of 10,000 characters is listed, searched and grouped', async () => {
  const tags = Array.from({ length: 5_000 }, (_, i) => `tag-${i}`);
  const long = `Start ${'long '.repeat(2_000)}`;
  app = await openPanel({
    files: {
      'many.md': article({ title: long, tags, date_saved: '2024-03-14 08:00:00' }),
      'few.md': article({ title: 'Few', tags: ['tag-7'] }),
    },
  });
  await searchField(app).fill('tag:tag-4999');
  await app.page.locator('.omnivore-rescue-panel-footer').getByText('1 of 2 articles').waitFor();
  await searchField(app).fill('');
  await group(app, 'Tag');
  await app.page.locator('.omnivore-rescue-panel-footer').getByText('5,000 tags').waitFor();
  await row(app, 'tag-7').click();
  expect((await shown(app)).filter((name) => name.trim() === 'Few')).toHaveLength(1);
  const { scrollWidth, clientWidth } = await app.page.evaluate(
    () => document.querySelector('.omnivore-rescue-panel') as HTMLElement,
  );
  expect(scrollWidth).toBe(clientWidth);
});
