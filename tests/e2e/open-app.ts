import { join } from 'node:path';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { bundleScript, pageHtml, readBuilt, type Built } from '../playground/bundle-page';
import type { App } from '../simulator/app';
import type { BootOptions, Simulation } from '../simulator/load-plugin';
import type { Network } from '../simulator/versions';
import { sharedBrowser } from './chromium';
import type { PageOptions } from './page';

/** The project's folder: npm starts every script there. */
export const ROOT = process.cwd();

/** No server is behind it: the test itself answers the page's requests. Browsers treat this name as secure, like the app. */
const APP_URL = 'http://localhost/';

const PHONE: BrowserContextOptions = { hasTouch: true, isMobile: true };
const PHONE_SIZE = { width: 390, height: 844 };

/** What a script in the page finds there. */
export interface InPage {
  readonly app: App;
  readonly simulation: Simulation;
  readonly start: (options: PageOptions) => Promise<void>;
  readonly restart: (switches: Partial<BootOptions>) => Promise<void>;
  readonly crash: () => Promise<void>;
  /** Connects the app to a network. */
  readonly connect: (network: Network) => void;
}

export type AppOptions = Partial<PageOptions> & {
  readonly width?: number;
  readonly height?: number;
  /** How many pixels of a picture are one of the page's. */
  readonly scale?: number;
  readonly flags?: readonly string[];
};

/** The plugin as it was built, in a simulated app, in a page of its own that shares nothing with others. */
export interface OpenApp {
  readonly page: Page;
  /** Errors in the page that nobody caught. */
  readonly errors: readonly string[];
  /** What was printed on the page's console. */
  readonly printed: readonly string[];
  readonly run: (command: string) => Promise<void>;
  /** Quits the app and starts it again on the same disk, with the same leaves open. */
  readonly restart: (switches?: Partial<BootOptions>) => Promise<void>;
  /** Ends the app as a crash would, and starts it again on what the disk has, with the same leaves open. */
  readonly crash: () => Promise<void>;
  /** The text of a note on disk; null if there is none. */
  readonly onDisk: (path: string) => Promise<string | null>;
  readonly close: () => Promise<void>;
}

let prepared: Promise<{ built: Built; script: string }> | null = null;

/** Opens the app and its plugin in a browser. */
export async function openApp(options: AppOptions = {}): Promise<OpenApp> {
  const { width, height, scale = 1, flags = [], ...start } = options;
  const browser = await sharedBrowser(flags);
  const context = await browser.newContext({
    ...(start.mobile && PHONE),
    permissions: ['clipboard-read', 'clipboard-write'],
    viewport: start.mobile
      ? { width: width ?? PHONE_SIZE.width, height: height ?? PHONE_SIZE.height }
      : { width: width ?? 1100, height: height ?? 760 },
    deviceScaleFactor: scale,
  });
  const opened = await openPage(context, start);
  return { ...opened, close: () => context.close() };
}

/** Closes an app; throws if its page has an error that nobody caught. */
export async function closeCleanly({ errors, close }: OpenApp): Promise<void> {
  await close();
  if (errors.length > 0) throw new Error(`Nobody caught: ${errors.join('; ')}`);
}

async function openPage(
  context: BrowserContext,
  options: Partial<PageOptions>,
): Promise<Omit<OpenApp, 'close'>> {
  const { built, script } = await (prepared ??= prepare());
  const tab = await context.newPage();
  // Shorter than a test's time limit, so that the error names what it waited for.
  tab.setDefaultTimeout(15_000);
  const errors: string[] = [];
  tab.on('pageerror', (error) => errors.push(error.message));
  const printed: string[] = [];
  tab.on('console', (line) => printed.push(line.text()));
  await answer(tab, built, script, options.language);
  await tab.goto(APP_URL);
  const { code, manifest } = built;
  const all: PageOptions = { code, manifest, ...options };
  await tab.evaluate(
    (start) => (window as unknown as InPage).start(start as PageOptions),
    all as unknown,
  );
  return { page: tab, errors, printed, ...actions(tab) };
}

async function prepare(): Promise<{ built: Built; script: string }> {
  const built = readBuilt(ROOT, [join('tests', 'playground', 'reading-view.css')]);
  return { built, script: await bundleScript(ROOT, join('tests', 'e2e', 'page.ts')) };
}

async function answer(tab: Page, built: Built, script: string, language?: string): Promise<void> {
  const pages: Record<string, [contentType: string, body: string]> = {
    '/': ['text/html', pageHtml(language)],
    '/page.css': ['text/css', built.css],
    '/page.js': ['text/javascript', script],
  };
  await tab.route('**/*', async (route) => {
    const { origin, pathname } = new URL(route.request().url());
    const found = `${origin}/` === APP_URL ? pages[pathname] : undefined;
    if (found) await route.fulfill({ contentType: `${found[0]}; charset=utf-8`, body: found[1] });
    else await route.abort();
  });
}

function actions(tab: Page): Pick<OpenApp, 'run' | 'restart' | 'crash' | 'onDisk'> {
  return {
    run: (command) =>
      tab.evaluate(async (id) => {
        // Not waited for: a command may end only when its window is closed.
        if (!(window as unknown as InPage).app.commands.executeCommandById(id)) {
          throw new Error(`The command ${id} can't run now`);
        }
      }, `omnivore-rescue:${command}`),
    restart: (switches = {}) =>
      tab.evaluate(
        (changed) => (window as unknown as InPage).restart(changed as Partial<BootOptions>),
        switches as unknown,
      ),
    crash: () => tab.evaluate(() => (window as unknown as InPage).crash()),
    onDisk: (path) =>
      tab.evaluate((at) => (window as unknown as InPage).simulation.disk.peek(at), path),
  };
}
