import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What to do where there is no browser. */
export const NO_CHROMIUM =
  'Chromium was not found. Install it (on Debian: apt-get install chromium fonts-noto-cjk), or name it in CHROMIUM_PATH.';

/** Where Chromium is: what CHROMIUM_PATH names, else the first on the PATH; null if there is none. */
export function findChromium(): string | null {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return existsSync(named) ? named : null;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const places = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return places.find((place) => existsSync(place)) ?? null;
}

/** Starts a browser with an empty profile. Throws if there is no Chromium. */
async function launch(flags: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(NO_CHROMIUM);
  return chromium.launch({ executablePath, headless: true, args: [...FLAGS, ...flags] });
}

/** Browsers that are running, by their flags: a start takes longer than most tests. */
const running = new Map<string, Promise<Browser>>();

/** A browser with these flags, for all that ask for it until `closeBrowsers`. */
export function sharedBrowser(flags: readonly string[] = []): Promise<Browser> {
  const key = flags.join(' ');
  const browser = running.get(key) ?? launch(flags);
  running.set(key, browser);
  return browser;
}

/** Ends the browsers that were shared. */
export async function closeBrowsers(): Promise<void> {
  const browsers = [...running.values()];
  running.clear();
  for (const browser of browsers) await (await browser).close();
}
