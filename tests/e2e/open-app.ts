import { join } from 'node:path';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { bundleScript, pageHtml, readBuilt, type Built } from '../playground/bundle-page';
import type { App } from '../simulator/app';
import type { BootOptions, Simulation } from '../simulator/load-plugin';
import { sharedBrowser } from './chromium';
import type { PageOptions } from './page';

/** The project's folder: npm starts every script there. */
export const ROOT = process.cwd();

/** No server answers to it: what the page asks for comes from the test. A browser trusts this name as it does the app. */
const ADDRESS = 'http://localhost/';

const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};

/** What a script in the page finds there. */
export interface InPage {
  readonly app: App;
  readonly simulation: Simulation;
  readonly start: (options: PageOptions) => Promise<void>;
  readonly restart: (switches: Partial<BootOptions>) => Promise<void>;
}

export type AppOptions = Partial<PageOptions> & {
  readonly width?: number;
  readonly height?: number;
  readonly flags?: readonly string[];
};

/** The plugin as it was built, in a simulated app, in a page of its own that shares nothing with others. */
export interface OpenApp {
  readonly page: Page;
  /** What went wrong in the page and was caught by nobody. */
  readonly errors: readonly string[];
  readonly run: (command: string) => Promise<void>;
  /** Quits the app and starts it again on the same disk, with the same leaves open. */
  readonly restart: (switches?: Partial<BootOptions>) => Promise<void>;
  /** The text of a note on disk; null where there is none. */
  readonly onDisk: (path: string) => Promise<string | null>;
  readonly close: () => Promise<void>;
}

let prepared: Promise<{ built: Built; script: string }> | null = null;

/** Opens the app and its plugin in a browser. */
export async function openApp(options: AppOptions = {}): Promise<OpenApp> {
  const { width = 1100, height = 760, flags = [], ...start } = options;
  const browser = await sharedBrowser(flags);
  const context = await browser.newContext(start.mobile ? PHONE : { viewport: { width, height } });
  const opened = await openPage(context, start);
  return { ...opened, close: () => context.close() };
}

/** Closes an app; throws where something went wrong in its page that nobody caught. */
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
  // Less than a test may take, so that it says what it waited for.
  tab.setDefaultTimeout(15_000);
  const errors: string[] = [];
  tab.on('pageerror', (error) => errors.push(error.message));
  await answer(tab, built, script, options.language);
  await tab.goto(ADDRESS);
  const { code, manifest } = built;
  const all: PageOptions = { code, manifest, ...options };
  await tab.evaluate(
    (start) => (window as unknown as InPage).start(start as PageOptions),
    all as unknown,
  );
  return { page: tab, errors, ...actions(tab) };
}

async function prepare(): Promise<{ built: Built; script: string }> {
  const built = readBuilt(ROOT);
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
    const found = `${origin}/` === ADDRESS ? pages[pathname] : undefined;
    if (found) await route.fulfill({ contentType: `${found[0]}; charset=utf-8`, body: found[1] });
    else await route.abort();
  });
}

function actions(tab: Page): Pick<OpenApp, 'run' | 'restart' | 'onDisk'> {
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
    onDisk: (path) =>
      tab.evaluate((at) => (window as unknown as InPage).simulation.disk.peek(at), path),
  };
}
