import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { $$, browser } from '@wdio/globals';
import { obsidianPage } from 'wdio-obsidian-service';
import type { AppDriver } from '../stories/driver';

/** Where answers are kept that only the app can give. The workflow uploads the file. */
const ANSWERS = join(import.meta.dirname, 'answers.json');

/** Where pictures of the app are kept. The workflow uploads them. */
const PICTURES = join(import.meta.dirname, 'pictures');

/** The driver of the real app, with the version and device of this session. */
export function appDriver(): AppDriver {
  const { 'wdio:obsidianOptions': options } =
    browser.requestedCapabilities as WebdriverIO.Capabilities;
  return {
    kind: 'app',
    isMobile: options?.emulateMobile === true,
    async open({ notes, data }) {
      await browser.reloadObsidian({ vault: newVault(notes) });
      if (data) await giveSettings(data);
      // What the app itself printed while it started is not ours.
      await browser.getLogs('browser');
    },
    restart: () => browser.reloadObsidian(),
    async crashAfter(notes, act) {
      const pid = await browser.executeObsidian(({ app }, most) => {
        const { process } = window as unknown as { process: RendererProcess };
        let left = most;
        app.vault.on('modify', () => --left === 0 && process.kill(process.ppid, 'SIGKILL'));
        return process.ppid;
      }, notes);
      // The app may be gone before it answers.
      await act().catch(() => undefined);
      while (isRunning(pid)) await new Promise((resolve) => setTimeout(resolve, 100));
      await browser.reloadObsidian();
    },
    hideMainWindow: () => browser.minimizeWindow().then(() => undefined),
    inside: (ask, ...args) =>
      browser.executeObsidian(
        // The driver's type also names parts of the app that the typings don't have.
        ask as unknown as Parameters<typeof browser.executeObsidian>[0],
        ...args,
      ) as never,
    readFile: (path) => Promise.resolve(readFileSync(join(obsidianPage.getVaultPath(), path))),
    writeFromOutside(path, text) {
      writeFileSync(join(obsidianPage.getVaultPath(), path), text);
      return Promise.resolve();
    },
    setReadOnly(path, isReadOnly) {
      // Has no effect on a user who may write everything, as root does.
      chmodSync(join(obsidianPage.getVaultPath(), path), isReadOnly ? 0o444 : 0o644);
      return Promise.resolve();
    },
    click: (selector, text) => inAnyWindow(selector, text, (el) => el.click()),
    rightClick: (selector, text) =>
      inAnyWindow(selector, text, (el) => el.click({ button: 'right' })),
    hover: (selector, text) => act(selector, text, (el) => el.moveTo()),
    enterTableCell: (text) => act('.cm-table-widget td, .cm-table-widget th', text, clickOn),
    enterCard: (text) => act('.canvas-node', text, (el) => el.doubleClick()),
    press: (...keys) =>
      inWindowInUse(async () => {
        for (const key of keys) await browser.keys(key.split('+'));
      }),
    type: (text) =>
      inWindowInUse(async () => {
        for (const letter of text) await browser.keys(letter);
      }),
    async commandLine(command, flags = {}) {
      const words = Object.entries(flags).map(([name, value]) =>
        value === 'true' ? name : `${name}=${value}`,
      );
      return (await obsidianPage.runObsidianCli([command, ...words])).stdout.trim();
    },
    searchSettings,
    console: ourLines,
    echoServer,
    async picture(name) {
      const device = options?.emulateMobile === true ? 'phone' : 'computer';
      mkdirSync(PICTURES, { recursive: true });
      const file = `${name} ${browser.getObsidianVersion()} ${device}.png`.replaceAll(' ', '-');
      await browser.saveScreenshot(join(PICTURES, file));
    },
    record(question, answer) {
      const known = existsSync(ANSWERS)
        ? (JSON.parse(readFileSync(ANSWERS, 'utf8')) as object)
        : {};
      const device = options?.emulateMobile === true ? 'phone' : 'computer';
      const key = `${question} (Obsidian ${browser.getObsidianVersion()}, ${device})`;
      writeFileSync(ANSWERS, `${JSON.stringify({ ...known, [key]: answer }, null, 2)}\n`);
      return Promise.resolve();
    },
  };
}

/** Node's `process` in the page of the app: its parent is the app itself. */
interface RendererProcess {
  readonly ppid: number;
  readonly kill: (pid: number, signal: string) => void;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** A folder of these notes, which the app copies. */
function newVault(notes: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'omnivore-rescue-vault-'));
  for (const [path, text] of Object.entries(notes)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Stores settings, and lets the plugin read them as if another device had written them. */
async function giveSettings(data: object): Promise<void> {
  await browser.executeObsidian(async ({ plugins }, given) => {
    const plugin = plugins.omnivoreRescue;
    await plugin?.saveData(given);
    await plugin?.onExternalSettingsChange?.();
  }, data);
}

type Element = Awaited<ReturnType<ReturnType<typeof $$>['getElements']>>[number];
type Act = (el: Element) => Promise<void>;

const clickOn: Act = (el) => el.click();

/** Acts on the first visible element of this window that matches and holds the text. Waits for it. */
async function act(selector: string, text: string | undefined, how: Act): Promise<void> {
  await browser.waitUntil(async () => tryToAct(selector, text, how), {
    timeoutMsg: `Not found: ${selector} ${text ?? ''}`,
  });
}

/** Looks in the other windows first, then in the main one. */
async function inAnyWindow(selector: string, text: string | undefined, how: Act): Promise<void> {
  const main = await browser.getWindowHandle();
  const others = (await browser.getWindowHandles()).filter((handle) => handle !== main);
  try {
    for (const other of others) {
      await browser.switchToWindow(other);
      if (await tryToAct(selector, text, how)) return;
    }
  } finally {
    if (others.length > 0) await browser.switchToWindow(main);
  }
  await act(selector, text, how);
}

/** Keys go to the window in use: the settings, for one, are in a window of their own. */
async function inWindowInUse(how: () => Promise<void>): Promise<void> {
  const main = await browser.getWindowHandle();
  await browser.executeObsidian(() => void activeDocument.body.classList.add('is-in-use'));
  try {
    for (const handle of await browser.getWindowHandles()) {
      await browser.switchToWindow(handle);
      if (!(await browser.$('body.is-in-use').isExisting())) continue;
      await browser.execute(() => document.body.classList.remove('is-in-use'));
      return await how();
    }
  } finally {
    await browser.switchToWindow(main);
  }
}

async function tryToAct(selector: string, text: string | undefined, how: Act): Promise<boolean> {
  for (const el of await $$(selector).getElements()) {
    if (!(await el.isDisplayed())) continue;
    if (text !== undefined && !(await el.getText()).includes(text)) continue;
    await how(el);
    return true;
  }
  return false;
}

/** Types into the search of the settings. They are a window of their own since 1.13, unless the user chose otherwise. */
async function searchSettings(query: string): Promise<readonly string[]> {
  const main = await browser.getWindowHandle();
  await browser.executeObsidian(({ app }) => {
    (app as unknown as { setting: { open: () => void } }).setting.open();
  });
  await browser.waitUntil(async () => switchToSettings());
  const field = browser.$('.mod-settings input[type=search]');
  await field.setValue(query);
  await browser.pause(500);
  const names = await browser.execute(() =>
    [...document.querySelectorAll('.mod-settings .setting-item-name')].map(
      (el) => el.textContent ?? '',
    ),
  );
  await browser.switchToWindow(main);
  await browser.executeObsidian(({ app }) => {
    (app as unknown as { setting: { close: () => void } }).setting.close();
  });
  return names;
}

/** Turns to the window that shows the settings. */
async function switchToSettings(): Promise<boolean> {
  for (const handle of await browser.getWindowHandles()) {
    await browser.switchToWindow(handle);
    if (await browser.$('.mod-settings').isExisting()) return true;
  }
  return false;
}

/** The lines on the console that name the plugin as their source. */
async function ourLines(): Promise<readonly string[]> {
  const lines = (await browser.getLogs('browser')) as readonly { readonly message: string }[];
  return lines.map(({ message }) => message).filter((line) => line.includes('omnivore-rescue'));
}

/** A server on this machine that answers with the headers of each request. It ends with the process. */
async function echoServer(): Promise<string> {
  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.end(JSON.stringify(request.headers));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
