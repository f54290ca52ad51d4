/** What the tests of the panel share: opening it over the sample vault, and reading what it shows. */
import { readVault } from '../../playground/read-vault';
import { openApp, type AppOptions, type InPage, type OpenApp } from '../open-app';

export const SAMPLE = readVault('tests/fixtures/sample-vault');

/** Opens the panel, waits until the whole vault is read, and collapses all groups: few articles start expanded. */
export async function openPanel(options: AppOptions = {}): Promise<OpenApp> {
  const app = await openExpandedPanel(options);
  await collapseAll(app);
  return app;
}

/** Opens the panel as it starts, and waits until the whole vault is read and its articles are drawn. */
export async function openExpandedPanel(options: AppOptions = {}): Promise<OpenApp> {
  const app = await openApp({ files: SAMPLE, ...options });
  await app.run('open-panel');
  await isRead(app);
  return app;
}

/** Collapses all groups, in either language. */
async function collapseAll({ page }: OpenApp): Promise<void> {
  await page.getByRole('button', { name: /^(?:Collapse all|全部折叠)$/ }).click();
}

/** Waits until the whole vault is read and its articles are drawn. */
export async function isRead({ page }: Pick<OpenApp, 'page'>): Promise<void> {
  await page.locator('.omnivore-rescue-row').first().waitFor();
  const read = page.locator('.omnivore-rescue-empty-state:empty');
  // A vault may have many thousand notes, and the machine may be busy.
  await read.waitFor({ state: 'attached', timeout: 50_000 });
}

/** What the panel's rows show: a group's name and count, an article's title; indented by depth. */
export function shown({ page }: OpenApp): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.omnivore-rescue-panel [role=treeitem]')].map((el) => {
      const indent = '  '.repeat(Number(el.getAttribute('aria-level')) - 1);
      const name = el.querySelector('.omnivore-rescue-name')?.textContent ?? '';
      const count = el.querySelector('.omnivore-rescue-number')?.textContent;
      return indent + (count ? `${name} ${count}` : name);
    }),
  );
}

/** The row that has the focus, as screen readers announce it. */
interface ActiveRow {
  readonly name: string;
  readonly level: number;
  /** Null for what can't be opened. */
  readonly expanded: boolean | null;
}

/** Null if the tree does not have the focus, or names a row that is not selected, or not the only selected one. */
export function active({ page }: OpenApp): Promise<ActiveRow | null> {
  return page.evaluate(() => {
    const tree = document.activeElement;
    const row = document.getElementById(tree?.getAttribute('aria-activedescendant') ?? '');
    const selected = [...document.querySelectorAll('[role=treeitem][aria-selected=true]')];
    if (!row || tree?.getAttribute('role') !== 'tree' || selected.length !== 1) return null;
    if (selected[0] !== row) return null;
    const expanded = row.getAttribute('aria-expanded');
    return {
      name: row.querySelector('.omnivore-rescue-name')?.textContent ?? '',
      level: Number(row.getAttribute('aria-level')),
      expanded: expanded === null ? null : expanded === 'true',
    };
  });
}

/** A row by its name. */
export function row({ page }: OpenApp, name: string): ReturnType<OpenApp['page']['locator']> {
  return page
    .locator('.omnivore-rescue-panel [role=treeitem]')
    .filter({ has: page.getByText(name, { exact: true }) });
}

/** Groups the articles by the choice with this name, and collapses the groups. */
export async function group(app: OpenApp, by: string): Promise<void> {
  await app.page.getByRole('button', { name: by, exact: true }).click();
  await collapseAll(app);
}

/** Waits until the panel shows this count of articles: `1 of 21 articles`. */
export function says({ page }: OpenApp, articles: string): Promise<void> {
  const footer = page.locator('.omnivore-rescue-panel-footer');
  return footer.getByText(articles, { exact: true }).waitFor();
}

/** The search of the panel. */
export function searchField({ page }: OpenApp): ReturnType<OpenApp['page']['locator']> {
  return page.locator('.omnivore-rescue-panel input');
}

/** The notes that are open in the middle, by their paths, each leaf's. */
export function openNotes({ page }: OpenApp): Promise<string[]> {
  return page.evaluate(() => {
    const paths: string[] = [];
    (window as unknown as InPage).app.workspace.iterateRootLeaves(({ view }) => {
      if ('file' in view && view.file) paths.push((view.file as { path: string }).path);
    });
    return paths;
  });
}

/** Runs a script in the page, where `app` is the app, and returns its result. */
export function inPage<T = void>({ page }: OpenApp, body: string): Promise<T> {
  return page.evaluate(`(async () => { ${body} })()`);
}

/** A saved article with these properties. */
export function article(properties: Readonly<Record<string, unknown>>, link = ''): string {
  const lines = Object.entries(properties).map(([name, value]) => {
    return `${name}: ${JSON.stringify(value)}`;
  });
  const links = ['[Read on Omnivore](https://omnivore.app/me/a-18e3a1b2c3d)', link];
  return ['---', ...lines, '---', '', '#Omnivore', '', ...links, ''].join('\n');
}
