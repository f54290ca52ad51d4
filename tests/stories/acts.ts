/** Actions and questions of the stories, on top of a driver. */
import { createHash } from 'node:crypto';
import type { AppDriver } from './driver';

const TIMEOUT_MS = 15_000;
const PAUSE_MS = 50;

/** Asks again and again until the answer is true. Throws if that takes too long. */
export async function until(what: string, check: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + TIMEOUT_MS;
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`Timed out waiting for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** Runs a command of the plugin, as the command palette does. Does not wait for what it starts. */
export async function runCommand(app: AppDriver, id: string): Promise<void> {
  const ran = await app.inside(
    ({ app: inside }, command) => inside.commands.executeCommandById(command),
    `omnivore-rescue:${id}`,
  );
  if (!ran) throw new Error(`The command ${id} can't run now`);
}

/** Opens the panel and waits until all articles are read. */
export async function openPanel(app: AppDriver): Promise<void> {
  await runCommand(app, 'open-panel');
  await until('the rows of the panel', async () => (await panelRows(app)).length > 0);
}

/** The names on the panel's rows. */
export function panelRows(app: AppDriver): Promise<readonly string[]> {
  return textsOf(app, '.omnivore-rescue-panel [role=treeitem] .omnivore-rescue-name');
}

/** The texts of the elements that match, in the app's main window. */
export function textsOf(app: AppDriver, selector: string): Promise<readonly string[]> {
  return app.inside(
    (_, css) => [...document.querySelectorAll(css)].map((el) => el.textContent ?? ''),
    selector,
  );
}

/** Opens a note in the middle and gives it the focus, with the cursor at its end. */
export async function openNote(app: AppDriver, path: string): Promise<void> {
  await app.inside(async ({ app: inside, obsidian }, at) => {
    const file = inside.vault.getFileByPath(at);
    if (!file) throw new Error(`There is no note ${at}`);
    const leaf = inside.workspace.getLeaf();
    await leaf.openFile(file, { state: { mode: 'source' } });
    inside.workspace.setActiveLeaf(leaf, { focus: true });
    if (!(leaf.view instanceof obsidian.MarkdownView)) throw new Error(`${at} is no Markdown view`);
    const { editor } = leaf.view;
    const line = editor.lastLine();
    editor.setCursor({ line, ch: editor.getLine(line).length });
    editor.focus();
  }, path);
}

/** The text in the editor that has the focus; null if there is none. */
export function editorText(app: AppDriver): Promise<string | null> {
  return app.inside(({ app: inside }) => inside.workspace.activeEditor?.editor?.getValue() ?? null);
}

/** The path of the note that is open in the middle. */
export function activePath(app: AppDriver): Promise<string | null> {
  return app.inside(({ app: inside }) => inside.workspace.getActiveFile()?.path ?? null);
}

/** The text of a note on the disk. */
export async function readNote(app: AppDriver, path: string): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await app.readFile(path));
}

/** The SHA-256 of each note on the disk, by its path. */
export async function hashes(
  app: AppDriver,
  paths: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const found: [path: string, hash: string][] = [];
  for (const path of paths) {
    found.push([
      path,
      createHash('sha256')
        .update(await app.readFile(path))
        .digest('hex'),
    ]);
  }
  return Object.fromEntries(found);
}

/** Waits until an undo has ended. */
export async function untilUndone(app: AppDriver): Promise<void> {
  await until('the end of the undo', async () => {
    const titles = await textsOf(app, '.omnivore-rescue-run .modal-title');
    return titles.some((title) => title.startsWith('Restored'));
  });
}

/** Opens the plugin's settings. */
export function openSettings(app: AppDriver): Promise<void> {
  return app.inside(({ app: { setting } }) => {
    setting.open();
    setting.openTabById('omnivore-rescue');
  });
}

/** The names of the rows in the plugin's settings, in whatever window they are. */
export function settingNames(app: AppDriver): Promise<readonly string[]> {
  return app.inside(({ app: { setting } }) =>
    [...(setting.activeTab?.containerEl.querySelectorAll('.setting-item-name') ?? [])].map(
      (el) => el.textContent ?? '',
    ),
  );
}

/** The text of a row in the plugin's settings, with its description and value; null if it is not shown. */
export function settingText(app: AppDriver, name: string): Promise<string | null> {
  return inSettingRow(app, name, '*', 'read');
}

/** Clicks what matches in a row of the plugin's settings. */
export async function clickInSetting(
  app: AppDriver,
  name: string,
  selector: string,
): Promise<void> {
  await until(`${selector} in the row ${name}`, async () => {
    return (await inSettingRow(app, name, selector, 'click')) !== null;
  });
}

/** Reads a visible row of the settings, in whatever window they are, or clicks in it. Null without the row. */
function inSettingRow(
  app: AppDriver,
  name: string,
  selector: string,
  act: 'read' | 'click',
): Promise<string | null> {
  return app.inside(
    ({ app: { setting } }, wanted, css, what) => {
      const doc = setting.activeTab?.containerEl.ownerDocument;
      const row = [...(doc?.querySelectorAll<HTMLElement>('.setting-item') ?? [])].find(
        (el) =>
          el.getClientRects().length > 0 &&
          el.querySelector('.setting-item-name')?.textContent === wanted,
      );
      const target = row?.querySelector<HTMLElement>(css);
      if (!row || !target) return null;
      if (what === 'click') target.click();
      return row.textContent;
    },
    name,
    selector,
    act,
  );
}

/** The texts of the notices, in the main window and in the one in use. */
export function notices(app: AppDriver): Promise<readonly string[]> {
  return app.inside(() =>
    [document, activeDocument]
      .flatMap((doc) => [...doc.querySelectorAll('.notice')])
      .map((el) => el.textContent ?? ''),
  );
}

/** The path of the plugin's data.json. */
export function dataPath(app: AppDriver): Promise<string> {
  return app.inside(({ app: { plugins, vault } }) => {
    const dir = plugins.plugins['omnivore-rescue']?.manifest.dir;
    return `${dir ?? `${vault.configDir}/plugins/omnivore-rescue`}/data.json`;
  });
}

/** Repairs all articles through the preview, and waits for the summary. */
export async function repairAll(app: AppDriver): Promise<void> {
  await runCommand(app, 'repair-all');
  await app.click('.omnivore-rescue-preview button.mod-cta', 'Repair ');
  await until('the summary', async () =>
    (await textsOf(app, '.omnivore-rescue-run button')).includes('Undo this repair'),
  );
}
