import { violations } from '../axe';
import { closeCleanly, type AppOptions, type OpenApp } from '../open-app';
import {
  boxOf as boxIn,
  tooWide as tooWideIn,
  turn,
  ZOOMED,
  type Box,
} from '../zoom-and-direction';
import { openExpandedPanel, row, searchField } from './panel';

let app: OpenApp;

afterEach(() => closeCleanly(app));

const boxOf = (selector: string): Promise<Box> => boxIn(app, selector);

/** The elements whose content does not fit into the panel's width. */
const tooWide = (): Promise<string[]> =>
  tooWideIn(
    app,
    '.omnivore-rescue-panel',
    'button, input, .omnivore-rescue-banner, [role=treeitem]',
    '.omnivore-rescue-chart',
  );

describe.each<[string, AppOptions]>([
  ['in English', ZOOMED],
  ['in Chinese', { ...ZOOMED, language: 'zh' }],
])('at 200 % zoom %s', (_, options) => {
  beforeEach(async () => {
    app = await openExpandedPanel(options);
  });

  test('the search, a row and the footer are in view, and nothing is cut off', async () => {
    expect(await tooWide()).toEqual([]);
    const footer = await boxOf('.omnivore-rescue-panel-footer');
    expect(footer.bottom).toBeLessThanOrEqual(380);
    const list = await boxOf('.omnivore-rescue-rows');
    expect(list.bottom - list.top).toBeGreaterThanOrEqual(44);
    await searchField(app).fill('tag:rss');
    expect((await boxOf('.omnivore-rescue-panel [role=treeitem]')).bottom).toBeLessThan(380);
    expect(await violations(app.page, '.omnivore-rescue-panel')).toEqual([]);
  });

  test('the actions of a selection are in view, and their menu fits into the window', async () => {
    await app.page.locator('.omnivore-rescue-groups button').nth(3).click();
    await app.page.getByRole('tree').focus();
    await app.page.keyboard.press('ControlOrMeta+a');
    const actions = app.page.locator('.omnivore-rescue-selection button').first();
    expect((await boxOf('.omnivore-rescue-selection button')).bottom).toBeLessThanOrEqual(380);
    await actions.click();
    const menu = await boxOf('[role=menu]');
    expect(menu.left).toBeGreaterThanOrEqual(0);
    expect(menu.right).toBeLessThanOrEqual(550);
    await app.page.keyboard.press('Escape');
  });

  test('chips of filters wrap, and each can be removed', async () => {
    await app.page.locator('.nav-action-button[aria-haspopup]').nth(1).click();
    await app.page.getByText(/^(?:Unread \(|未读（)/).click();
    await app.page.keyboard.press('Escape');
    await app.page.locator('.omnivore-rescue-filter').first().waitFor();
    expect(await tooWide()).toEqual([]);
    await app.page.locator('.omnivore-rescue-filter').first().click();
    expect(await app.page.locator('.omnivore-rescue-filter').count()).toBe(0);
  });
});

describe('from right to left', () => {
  beforeEach(async () => {
    app = await openExpandedPanel();
    await turn(app);
  });

  test('rows are indented from the right, and their numbers are on the left', async () => {
    const group = await boxOf('.is-group .omnivore-rescue-name');
    const number = await boxOf('.is-group .omnivore-rescue-number');
    const article = await boxOf('.is-article .omnivore-rescue-lines');
    expect(number.right).toBeLessThanOrEqual(group.left + 1);
    expect(article.right).toBeLessThan(group.right + 1);
    expect(await tooWide()).toEqual([]);
    expect(await violations(app.page, '.omnivore-rescue-panel')).toEqual([]);
  });

  test('the left arrow key expands a group, the right one collapses it', async () => {
    await app.page.getByRole('tree').focus();
    await app.page.keyboard.press('Home');
    const first = app.page.locator('[role=treeitem]').first();
    await app.page.keyboard.press('ArrowRight');
    expect(await first.getAttribute('aria-expanded')).toBe('false');
    await app.page.keyboard.press('ArrowLeft');
    expect(await first.getAttribute('aria-expanded')).toBe('true');
  });

  test('a search is highlighted, and its chip and the selection have their buttons at the end', async () => {
    await searchField(app).fill('seed');
    await row(app, 'Labels for a Seed Bank').locator('.suggestion-highlight').waitFor();
    await app.page.locator('.omnivore-rescue-groups button').nth(3).click();
    await app.page.getByRole('tree').focus();
    await app.page.keyboard.press('ControlOrMeta+a');
    const count = await boxOf('.omnivore-rescue-selection > span');
    const clear = await boxOf('.omnivore-rescue-selection .clickable-icon');
    expect(clear.right).toBeLessThanOrEqual(count.left + 1);
  });
});
