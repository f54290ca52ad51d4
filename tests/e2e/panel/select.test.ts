import { closeCleanly, type OpenApp } from '../open-app';
import { violations } from '../axe';
import { group, inPage, openExpandedPanel, row, shown } from './panel';

let app: OpenApp;

afterEach(() => closeCleanly(app));

async function open(options: Parameters<typeof openExpandedPanel>[0] = {}): Promise<void> {
  app = await openExpandedPanel(options);
}

/** The names of the rows that are announced as selected. */
function selected(): Promise<string[]> {
  return app.page.evaluate(() =>
    [...document.querySelectorAll('[role=treeitem].is-selected')].map(
      (el) => el.querySelector('.omnivore-rescue-name')?.textContent ?? '',
    ),
  );
}

const count = (words: string): Promise<void> =>
  app.page.locator('.omnivore-rescue-selection').getByText(words, { exact: true }).waitFor();

test('with the mouse: one by one, a range, and none', async () => {
  await open();
  await app.page.getByRole('button', { name: 'None', exact: true }).click();
  const [first = '', second = '', third = '', fourth = ''] = await shown(app);
  await row(app, first)
    .first()
    .click({ modifiers: ['ControlOrMeta'] });
  await row(app, third)
    .first()
    .click({ modifiers: ['ControlOrMeta'] });
  expect(await selected()).toEqual([first, third]);
  await row(app, fourth)
    .first()
    .click({ modifiers: ['Shift'] });
  expect(await selected()).toEqual([third, fourth]);
  await count('2 selected');
  expect(await app.page.evaluate(() => window.getSelection()?.toString())).toBe('');
  await row(app, second).first().click();
  expect(await selected()).toEqual([]);
  await app.page.locator('.cm-content').waitFor();
});

test('one menu acts on all of them', async () => {
  await open();
  await app.page.getByRole('button', { name: 'None', exact: true }).click();
  const names = await shown(app);
  await row(app, names[0] ?? '')
    .first()
    .click({ modifiers: ['ControlOrMeta'] });
  await row(app, names[5] ?? '')
    .first()
    .click({ modifiers: ['Shift'] });
  await count('6 selected');
  await row(app, names[2] ?? '')
    .first()
    .click({ button: 'right' });
  for (const name of ['Copy links', 'Save images…', 'Export reading list…']) {
    await app.page.getByRole('menuitem', { name, exact: true }).waitFor();
  }
  expect(await violations(app.page, '.omnivore-rescue-panel')).toEqual([]);
  await app.page.getByRole('menuitem', { name: /^Repair \d notes…$/ }).click();
  await app.page.getByRole('dialog').waitFor();
});

test('the menu of an unselected row acts on that row only', async () => {
  await open();
  await app.page.getByRole('button', { name: 'None', exact: true }).click();
  const names = await shown(app);
  await row(app, names[0] ?? '')
    .first()
    .click({ modifiers: ['ControlOrMeta'] });
  await row(app, names[1] ?? '')
    .first()
    .click({ modifiers: ['ControlOrMeta'] });
  await row(app, names[4] ?? '')
    .first()
    .click({ button: 'right' });
  await app.page.getByRole('menuitem', { name: 'Open in new tab' }).waitFor();
  expect(await selected()).toEqual([]);
});

test('with the keyboard: Shift and arrows, a whole group, and none', async () => {
  await open();
  const { keyboard } = app.page;
  await app.page.getByRole('button', { name: 'None', exact: true }).click();
  const [first = '', second = ''] = await shown(app);
  await app.page.getByRole('tree').focus();
  await keyboard.press('Shift+ArrowDown');
  expect(await selected()).toEqual([first, second]);
  await keyboard.press('Shift+ArrowUp');
  expect(await selected()).toEqual([first]);
  await keyboard.press('Escape');
  expect(await selected()).toEqual([]);
  await keyboard.press('ControlOrMeta+a');
  await count('21 selected');
  await keyboard.press('ArrowDown');
  expect(await selected()).toEqual([]);
  await keyboard.press('ControlOrMeta+Space');
  await count('1 selected');
});

test('Mod+A selects the articles of one group', async () => {
  await open();
  await group(app, 'Tag');
  await row(app, 'RSS').click();
  await app.page.keyboard.press('ControlOrMeta+a');
  expect(await selected()).toHaveLength(3);
  await count('3 selected');
});

test('what is deleted, renamed or hidden is no longer selected', async () => {
  await open();
  await app.page.getByRole('button', { name: 'None', exact: true }).click();
  await app.page.getByRole('tree').focus();
  await app.page.keyboard.press('ControlOrMeta+a');
  await count('21 selected');
  const file = `app.vault.getFileByPath('Omnivore/2024-04-06/Labels for a Seed Bank.md')`;
  await inPage(app, `await app.vault.delete(${file})`);
  await count('20 selected');
  await app.page.locator('.omnivore-rescue-panel input').fill('salt');
  await count('1 selected');
  await app.page.locator('.omnivore-rescue-panel input').fill('no such words');
  await app.page.getByText('No matching articles').waitFor();
  expect(await app.page.locator('.omnivore-rescue-selection').isVisible()).toBe(false);
});

test('a note that is renamed while selected is no longer selected, and the menu acts on the others', async () => {
  await open();
  await app.page.getByRole('button', { name: 'None', exact: true }).click();
  const [first = '', second = ''] = await shown(app);
  await row(app, first)
    .first()
    .click({ modifiers: ['ControlOrMeta'] });
  await row(app, second)
    .first()
    .click({ modifiers: ['ControlOrMeta'] });
  await count('2 selected');
  const path = await inPage<string>(
    app,
    `const file = app.vault.getMarkdownFiles().find((one) => one.path.includes('Saved in August') === false && app.vault.disk.peek(one.path).includes(${JSON.stringify(first)}));
     await app.vault.rename(file, 'Renamed while selected.md');
     return file.path;`,
  );
  expect(path).toBe('Renamed while selected.md');
  await count('1 selected');
  expect(await selected()).toEqual([second]);
  await app.page.getByRole('button', { name: 'Actions…' }).click();
  await app.page.getByRole('menuitem', { name: 'Open original article' }).waitFor();
  await app.page.keyboard.press('Escape');
});

test('with a finger: a long press selects, then taps select more', async () => {
  await open({ mobile: true });
  await app.page.getByRole('button', { name: 'None', exact: true }).click();
  const [first = '', second = ''] = await shown(app);
  await row(app, first).first().dispatchEvent('contextmenu', { clientX: 20, clientY: 300 });
  expect(await selected()).toEqual([first]);
  expect(await app.page.getByRole('menu').count()).toBe(0);
  await app.page.getByRole('button', { name: 'Actions…' }).tap();
  await app.page.getByRole('menuitem', { name: 'Open original article' }).waitFor();
  await app.page.keyboard.press('Escape');
  await row(app, second).first().tap();
  expect(await selected()).toEqual([first, second]);
  await app.page.getByRole('button', { name: 'Actions…' }).tap();
  await app.page.getByRole('menuitem', { name: 'Copy links' }).waitFor();
  await app.page.keyboard.press('Escape');
  await app.page.getByRole('button', { name: 'Clear selection' }).tap();
  expect(await selected()).toEqual([]);
});

test('20,000 selected articles are counted, and deselected', async () => {
  await open({ many: 20_000, files: {} });
  await app.page.getByRole('button', { name: 'None', exact: true }).click();
  await app.page.getByRole('tree').focus();
  await app.page.keyboard.press('ControlOrMeta+a');
  await count('20,000 selected');
  await app.page.keyboard.press('Escape');
  expect(await selected()).toEqual([]);
}, 120_000);
