import { closeCleanly, openApp, type AppOptions, type OpenApp } from '../open-app';
import { openPanel, row, SAMPLE, searchField } from './panel';

/** Where the app’s own styles and tooltips meet the plugin’s. */
let app: OpenApp;

afterEach(() => closeCleanly(app));

/** The sides of an element in the page. */
function box(selector: string): Promise<DOMRect> {
  return app.page
    .locator(selector)
    .first()
    .evaluate((el) => el.getBoundingClientRect().toJSON() as DOMRect);
}

/** A computed style of the first element. */
function styleOf(selector: string, property: string): Promise<string> {
  return app.page
    .locator(selector)
    .first()
    .evaluate((el, name) => getComputedStyle(el).getPropertyValue(name), property);
}

describe('the footer', () => {
  test('stands above the status bar', async () => {
    app = await openPanel();
    expect((await box('.omnivore-rescue-panel-footer')).bottom).toBeLessThanOrEqual(
      (await box('.status-bar')).top,
    );
  });

  test('stands above the home indicator on a phone', async () => {
    app = await openPanel({ mobile: true });
    const { bottom } = await box('.omnivore-rescue-panel-footer');
    expect(bottom).toBeLessThanOrEqual(844 - 34);
    expect(bottom).toBeGreaterThan(844 - 50);
  });

  test('stays in a panel that is too low for everything', async () => {
    app = await openPanel({ height: 320 });
    expect(await styleOf('.omnivore-rescue-panel', 'overflow-x')).toBe('hidden');
  });
});

describe('tooltips', () => {
  const tooltip = (): ReturnType<OpenApp['page']['locator']> => app.page.locator('.tooltip');
  /** Longer than the pointer must rest. */
  const rest = (): Promise<void> => app.page.waitForTimeout(500);

  test('no container shows one over its content', async () => {
    app = await openPanel();
    const over = [
      '.omnivore-rescue-row.is-group .omnivore-rescue-name',
      '.omnivore-rescue-row.is-article .omnivore-rescue-name',
      '.omnivore-rescue-panel input',
      '.omnivore-rescue-groups button',
      '.omnivore-rescue-ends',
      '.omnivore-rescue-panel-footer',
    ];
    await row(app, 'drawers.example.org').click();
    for (const selector of over) {
      await app.page.locator(selector).first().hover();
      await rest();
      expect([selector, await tooltip().count()]).toEqual([selector, 0]);
    }
  });

  test('the preview shows none over its rows and switches', async () => {
    app = await openApp({ files: SAMPLE });
    await app.run('repair-all');
    const over = ['.omnivore-rescue-note-title', '.omnivore-rescue-chip span', '.modal-title'];
    for (const selector of [...over, '.modal .search-input-container input']) {
      await app.page.locator(selector).first().hover();
      await rest();
      expect([selector, await tooltip().count()]).toEqual([selector, 0]);
    }
  });

  test('a button with only an icon still shows its name', async () => {
    app = await openPanel();
    await app.page.locator('.omnivore-rescue-bar').last().hover();
    await tooltip().getByText('October 2024').waitFor();
    await searchField(app).fill('Containers Before Containers');
    await app.page.locator('.omnivore-rescue-state').first().hover();
    await tooltip().getByText('Read', { exact: true }).waitFor();
  });

  test('screen readers still hear what each container is', async () => {
    app = await openPanel();
    const { page } = app;
    await page.getByRole('tree', { name: 'Saved articles' }).waitFor();
    await page.getByRole('searchbox', { name: 'Search 21 articles…' }).waitFor();
    await page.getByRole('group', { name: 'Group by' }).waitFor();
    await page.getByRole('group', { name: 'Articles per month' }).waitFor();
    await app.run('repair-all');
    await page.getByRole('list', { name: 'Notes' }).waitFor();
  });
});

describe('rows', () => {
  test('start right after their padding, without room for an icon of the app', async () => {
    app = await openPanel();
    const group = await box('.omnivore-rescue-row.is-group');
    const chevron = await box('.omnivore-rescue-row.is-group .omnivore-rescue-fold');
    expect(chevron.left - group.left).toBe(8);
  });

  test('have the app’s own chevron, which turns as in the app', async () => {
    app = await openPanel();
    const group = '.omnivore-rescue-row.is-group svg.right-triangle';
    expect((await box(group)).width).toBe(10);
    const turned = (): Promise<string> => styleOf(group, 'transform');
    await app.page.addStyleTag({ content: '* { transition: none !important; }' });
    expect(await turned()).toBe('matrix(0, -1, 1, 0, 0, 0)');
    await app.page.evaluate(() => document.body.classList.add('mod-rtl'));
    expect(await turned()).toBe('matrix(0, 1, -1, 0, 0, 0)');
    await row(app, 'barometer.example.net').click();
    expect(await turned()).toBe('none');
  });
});

test.each<[string, AppOptions]>([
  ['a computer', {}],
  ['a phone', { mobile: true }],
])('on %s the app’s rules for buttons leave bare ones bare', async (_, options) => {
  app = await openPanel(options);
  // On a phone the chart is off at first.
  if (options.mobile) await app.page.getByRole('button', { name: 'Articles per month' }).click();
  const bare = ['.omnivore-rescue-bar', '.omnivore-rescue-groups [aria-pressed=false]'];
  for (const selector of bare) {
    await app.page.locator(selector).first().hover();
    expect([selector, await styleOf(selector, 'background-color')]).toEqual([
      selector,
      'rgba(0, 0, 0, 0)',
    ]);
    expect(await styleOf(selector, 'box-shadow')).toBe('none');
  }
  expect(await styleOf('.omnivore-rescue-bar', 'padding')).toBe('0px');
  const bars = await box('.omnivore-rescue-bars');
  expect((await box('.omnivore-rescue-bar')).height).toBe(bars.height);
  await app.run('repair-all');
  const open = '.omnivore-rescue-note-open';
  await app.page.locator(open).first().hover();
  expect(await styleOf(open, 'padding')).toBe('0px');
  expect(await styleOf(open, 'background-color')).toBe('rgba(0, 0, 0, 0)');
  const note = await box('.omnivore-rescue-preview .omnivore-rescue-row.is-note');
  expect((await box(open)).height).toBeGreaterThanOrEqual(note.height - 1);
});

test('everything that Tab reaches has a focus ring', async () => {
  app = await openPanel();
  const { page } = app;
  const ringless: string[] = [];
  const reached = new Set<string>();
  await page.locator('.omnivore-rescue-panel button').first().focus();
  for (let i = 0; i < 14; i++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const el = document.activeElement;
      if (!el?.closest('.omnivore-rescue-panel')) return null;
      const active = document.getElementById(el.getAttribute('aria-activedescendant') ?? '') ?? el;
      return { what: el.className, ring: getComputedStyle(active).boxShadow };
    });
    if (!found) break;
    reached.add(found.what);
    if (found.ring === 'none') ringless.push(found.what);
  }
  expect(ringless).toEqual([]);
  expect(reached.size).toBeGreaterThanOrEqual(5);
});

test('also the button in the status bar', async () => {
  app = await openApp({ files: SAMPLE });
  await app.page.evaluate(() => {
    const { simulation } = window as unknown as {
      simulation: { disk: { faults: { writeDelay: number } } };
    };
    simulation.disk.faults.writeDelay = 400;
  });
  await app.run('repair-all');
  await app.page.locator('.omnivore-rescue-footer .mod-cta').click();
  await app.page.getByRole('button', { name: 'Continue in the background' }).click();
  const button = '.status-bar button';
  await app.page.locator(button).focus();
  await app.page.keyboard.press('Shift');
  expect(await styleOf(button, 'box-shadow')).not.toBe('none');
});
