import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/**
 * The app versions to test: the oldest public one that the plugin supports, and the latest. 1.13.0 to 1.13.3 were only for
 * insiders. Another list comes from the environment: `OBSIDIAN_VERSIONS="1.14.2 latest"`.
 */
const VERSIONS = (process.env.OBSIDIAN_VERSIONS ?? '1.13.4 latest').split(' ');

/** Below 550 pixels the app is a phone. */
const PHONE = { width: 390, height: 844 };

/** Runs the stories and claims on each version, on a computer and on an emulated phone. */
export const config: WebdriverIO.Config = {
  runner: 'local',
  framework: 'mocha',
  specs: ['./specs/*.e2e.ts'],
  maxInstances: Number(process.env.WDIO_MAX_INSTANCES ?? 2),
  capabilities: VERSIONS.flatMap((version) => [
    capability(version, false),
    capability(version, true),
  ]),
  services: ['obsidian'],
  reporters: ['obsidian'],
  mochaOpts: { ui: 'bdd', timeout: 120_000 },
  waitforInterval: 100,
  waitforTimeout: 15_000,
  logLevel: 'warn',
  cacheDir: join(ROOT, '.obsidian-cache'),
  injectGlobals: false,
};

function capability(appVersion: string, emulateMobile: boolean): WebdriverIO.Capabilities {
  return {
    browserName: 'obsidian',
    'goog:loggingPrefs': { browser: 'ALL' },
    'wdio:obsidianOptions': {
      appVersion,
      // Older installers can run the app too, but not its command line.
      installerVersion: 'latest',
      plugins: [ROOT],
      emulateMobile,
    },
    ...(emulateMobile && {
      'goog:chromeOptions': { mobileEmulation: { deviceMetrics: PHONE } },
    }),
  } as WebdriverIO.Capabilities;
}
