import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Locator, Page } from 'playwright-core';
import type { AppDriver, VaultOptions } from '../../stories/driver';
import { openApp, type InPage, type OpenApp } from '../open-app';

/** A driver of the simulator, which runs the built plugin in Chromium. */
export interface SimulatorDriver extends AppDriver {
  /** Closes the app. */
  readonly close: () => Promise<void>;
}

/** Creates a driver of the simulated app on a computer or a phone. */
export function simulatorDriver(isMobile: boolean): SimulatorDriver {
  let opened: OpenApp | null = null;
  const servers: Server[] = [];
  const current = (): OpenApp => {
    if (!opened) throw new Error('Open a vault first');
    return opened;
  };
  const close = async (): Promise<void> => {
    await opened?.close();
    opened = null;
    for (const server of servers.splice(0)) server.close();
  };
  const inside: AppDriver['inside'] = (ask, ...args) =>
    current().page.evaluate(
      `(${ask.toString()})({ app: window.app, obsidian: window.obsidian }, ...${JSON.stringify(args)})`,
    );
  return {
    kind: 'simulator',
    isMobile,
    close,
    inside,
    async open({ notes, data }: VaultOptions) {
      await close();
      opened = await openApp({ files: notes, mobile: isMobile, ...(data && { data }) });
    },
    restart: () => current().restart(),
    async crashAfter(notes, act) {
      await current().page.evaluate((most) => {
        const { app, simulation } = window as unknown as InPage;
        let left = most;
        app.vault.on('modify', () => --left === 0 && simulation.disk.faults.quitNow());
      }, notes);
      await act();
      await current().page.waitForFunction(
        () => (window as unknown as InPage).simulation.disk.faults.hasQuit,
      );
      await current().crash();
    },
    hideMainWindow: () => current().page.evaluate(hideWindow),
    readFile: (path) => readFile(current(), path),
    writeFromOutside: (path, content) =>
      current().page.evaluate(
        ([at = '', written = '']) =>
          (window as unknown as InPage).simulation.disk.writeFromOutside(at, written),
        [path, content],
      ),
    setReadOnly: (path, isReadOnly) =>
      current().page.evaluate(
        ([at, isRefused]) => {
          const { faults } = (window as unknown as InPage).simulation.disk;
          if (isRefused) faults.failWrites(at);
          else faults.clear(at);
        },
        [path, isReadOnly] as const,
      ),
    click: async (selector, words) => (await find(current(), selector, words)).click(),
    rightClick: async (selector, words) =>
      (await find(current(), selector, words)).click({ button: 'right' }),
    hover: (selector, words) => visible(current().page, selector, words).hover(),
    enterTableCell: (words) =>
      current().page.evaluate((cell) => {
        const { workspace } = (window as unknown as InPage).app;
        workspace.activeEditor?.editor.enterTableCell(cell);
      }, words),
    enterCard: (words) => visible(current().page, '.canvas-node', words).dblclick(),
    async press(...keys) {
      for (const key of keys) await current().page.keyboard.press(key);
    },
    type: (typed) => current().page.keyboard.insertText(typed),
    commandLine: (command, flags = {}) =>
      current().page.evaluate(
        ([name, given]) => (window as unknown as InPage).app.cli.run(name, given),
        [command, flags] as const,
      ),
    searchSettings: (query) =>
      current().page.evaluate(
        (words) => (window as unknown as InPage).app.setting.search(words),
        query,
      ),
    console: () => Promise.resolve([...current().errors, ...current().printed]),
    async echoServer() {
      const server = createServer((request, response) => {
        response.setHeader('access-control-allow-origin', '*');
        response.end(JSON.stringify(request.headers));
      });
      servers.push(server);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      await connectToNode(current());
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    },
    picture: () => Promise.resolve(),
    // Answers of the simulator are no evidence about the app.
    record: () => Promise.resolve(),
  };
}

function visible(page: Page, selector: string, words?: string): Locator {
  return page
    .locator(selector, words === undefined ? {} : { hasText: words })
    .filter({ visible: true })
    .first();
}

/** The element in the window that has it; in the main one, where it is waited for, if none has it yet. */
async function find({ page }: OpenApp, selector: string, words?: string): Promise<Locator> {
  for (const other of page.context().pages()) {
    const found = visible(other, selector, words);
    if (other !== page && (await found.count()) > 0) return found;
  }
  return visible(page, selector, words);
}

/** Makes the page what a hidden one is in Chromium: nothing is drawn, and a timer takes at least a second. */
function hideWindow(): void {
  const { setTimeout: start } = window;
  Object.assign(window, {
    requestAnimationFrame: () => 0,
    setTimeout: (act: () => void, time = 0) => start(act, Math.max(time, 1000)),
  });
  Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
}

async function readFile({ page }: OpenApp, path: string): Promise<Uint8Array> {
  const base64 = await page.evaluate(async (at) => {
    const bytes = new Uint8Array(
      await (window as unknown as InPage).app.vault.adapter.readBinary(at),
    );
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  }, path);
  return Buffer.from(base64, 'base64');
}

/** Connects `requestUrl` to this machine. It runs outside of the page, as the app's does outside of its window. */
async function connectToNode({ page }: OpenApp): Promise<void> {
  await page.exposeFunction('askOutside', async (url: string, headers: Record<string, string>) => {
    const response = await new Promise<IncomingMessage>((resolve, reject) =>
      get(url, { headers }, resolve).on('error', reject),
    );
    return { status: response.statusCode ?? 0, text: await text(response) };
  });
  await page.evaluate(() => {
    interface Outside {
      readonly askOutside: (
        url: string,
        headers: Record<string, string>,
      ) => Promise<{ status: number; text: string }>;
    }
    const { connect } = window as unknown as InPage;
    connect(async ({ url, headers = {} }) => {
      const answer = await (window as unknown as Outside).askOutside(url, headers);
      const json: unknown = JSON.parse(answer.text);
      return { ...answer, json, headers: {}, arrayBuffer: new ArrayBuffer(0) };
    });
  });
}
