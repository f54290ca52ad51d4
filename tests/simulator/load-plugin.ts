import type { PluginManifest } from 'obsidian';
import { App } from './app';
import type { Census } from './census';
import { GlobalWatch, leftBehind, takeCensus } from './census';
import { debounce } from './debounce';
import { Disk, pause } from './disk';
import { registerIcons } from './icons';
import { setPlatform } from './keyboard';
import * as obsidian from './obsidian';
import type { Plugin } from './plugin';
import { requireApiVersion, setLanguage } from './versions';
import type { SavedLeaf } from './workspace';

export interface BootOptions {
  /** The text of the built main.js. */
  readonly code: string;
  readonly manifest: Partial<PluginManifest> & { readonly id: string };
  /** The notes by path. With `disk` they are put there beside what it has. */
  readonly files?: Readonly<Record<string, string>>;
  /** A disk with faults set up, or that of an earlier start for a restart: see `Disk.take`. */
  readonly disk?: Disk;
  /** The plugin's data; a string is put into data.json as it is, valid JSON or not. */
  readonly data?: unknown;
  /** What the app keeps for the vault on this device, by key. */
  readonly localStorage?: Readonly<Record<string, unknown>>;
  readonly layout?: readonly SavedLeaf[];
  /** Starts with the app, as a plugin does every day, or is switched on by the user later. */
  readonly enabled?: 'at start' | 'by the user';
  readonly mobile?: boolean;
  readonly language?: string;
  readonly theme?: 'light' | 'dark';
  /** SVG texts by Lucide name. */
  readonly icons?: Readonly<Record<string, string>>;
  readonly vaultName?: string;
  /** The folder of the app's settings; `.obsidian` unless the user has chosen another. */
  readonly configDir?: string;
}

/** A running app with the plugin in it. */
export interface Simulation {
  readonly app: App;
  readonly plugin: Plugin;
  readonly disk: Disk;
  /**
   * The user switches the plugin off, or with `update` installs a newer version; returns
   * what the old one left behind, one line each.
   */
  readonly unload: (why?: 'switched off' | 'update') => Promise<string[]>;
  /** Takes the app out of the page, saving nothing, as a crash would; the disk stays as it is. */
  readonly close: () => void;
}

/** Starts an app around the built plugin; a plugin that throws at load makes it throw. */
export async function boot(options: BootOptions): Promise<Simulation> {
  const disk = (options.disk ?? new Disk()).take();
  const manifest = fullManifest(options.manifest, options.configDir);
  seed(disk, manifest, options);
  dress(options);
  const app = new App(disk, options.vaultName, options.configDir);
  app.attach();
  const watch = new GlobalWatch();
  const close = (): void => {
    watch.stop();
    app.detach();
  };
  const before = takeCensus(app, watch);
  try {
    const plugin = await start(app, manifest, options);
    const switchOff: Simulation['unload'] = (why) =>
      unload(app, plugin, watch, before, why === 'update');
    return { app, plugin, disk, unload: switchOff, close };
  } catch (error) {
    close();
    throw error;
  }
}

async function start(app: App, manifest: PluginManifest, options: BootOptions): Promise<Plugin> {
  const { plugins } = app;
  plugins.disablePlugin = async (id) => takeOut(app, id, true);
  plugins.disablePluginAndSave = async (id) => takeOut(app, id, false);
  plugins.enablePlugin = async () => {
    await enable(app, options.code, manifest);
  };
  plugins.enablePluginAndSave = async () => {
    (await enable(app, options.code, manifest)).onUserEnable();
  };
  if (options.enabled !== 'by the user') {
    const plugin = await enable(app, options.code, manifest);
    await startApp(app, options);
    return plugin;
  }
  await startApp(app, options);
  const plugin = await enable(app, options.code, manifest);
  plugin.onUserEnable();
  return plugin;
}

function fullManifest(manifest: BootOptions['manifest'], configDir = '.obsidian'): PluginManifest {
  const full = {
    name: manifest.id,
    author: 'Somebody',
    version: '0.0.0',
    minAppVersion: '1.13.1',
    description: 'Does something',
    dir: `${configDir}/plugins/${manifest.id}`,
    ...manifest,
  };
  if (!requireApiVersion(full.minAppVersion)) {
    throw new Error(`${full.name} requires Obsidian ${full.minAppVersion}`);
  }
  return full;
}

function seed(disk: Disk, manifest: PluginManifest, options: BootOptions): void {
  disk.seed(`${manifest.dir}/manifest.json`, JSON.stringify(manifest));
  disk.seed(`${manifest.dir}/main.js`, options.code);
  for (const [path, text] of Object.entries(options.files ?? {})) disk.seed(path, text);
  for (const [key, value] of Object.entries(options.localStorage ?? {})) {
    disk.localStorage.set(key, JSON.stringify(value));
  }
  if (options.data === undefined) return;
  const text = typeof options.data === 'string' ? options.data : JSON.stringify(options.data);
  disk.seed(`${manifest.dir}/data.json`, text);
}

function dress(options: BootOptions): void {
  document.body.className = `app-root theme-${options.theme ?? 'light'}`;
  setPlatform(options.mobile ?? false);
  setLanguage(options.language ?? 'en');
  registerIcons(options.icons ?? {});
}

async function startApp(app: App, options: BootOptions): Promise<void> {
  await enableOthers(app, options.manifest.id);
  app.vault.load();
  app.metadataCache.start();
  await app.workspace.start(options.layout ?? []);
}

/** Loads the other plugins that the vault has and that the user switched on. */
async function enableOthers(app: App, known: string): Promise<void> {
  const { configDir, disk } = app.vault;
  const list = JSON.parse(disk.peek(`${configDir}/community-plugins.json`) ?? '[]') as string[];
  for (const id of list.filter((each) => each !== known)) {
    const dir = `${configDir}/plugins/${id}`;
    const manifest = JSON.parse(disk.peek(`${dir}/manifest.json`) ?? '{}') as PluginManifest;
    await enable(app, disk.peek(`${dir}/main.js`) ?? '', { ...manifest, dir });
  }
}

async function enable(app: App, code: string, manifest: PluginManifest): Promise<Plugin> {
  const PluginClass = evaluate(code);
  const plugin = new PluginClass(app, manifest);
  app.plugins.plugins[manifest.id] = plugin;
  app.plugins.enabledPlugins.add(manifest.id);
  const stop = watchData(app, plugin);
  await plugin.load();
  plugin.register(stop);
  return plugin;
}

/** Milliseconds after a change of a plugin's data until the app checks who made it. */
const DATA_DELAY = 50;

/**
 * Notifies the plugin of data that is newer than what it wrote itself, then redraws its settings. Several
 * changes in quick succession count as one.
 */
function watchData(app: App, plugin: Plugin): () => void {
  const check = debounce(
    async () => {
      const mtime = (await app.vault.adapter.stat(plugin.dataPath))?.mtime ?? 0;
      if (mtime <= plugin.dataWritten) return;
      plugin.dataWritten = mtime;
      await plugin.onExternalSettingsChange?.();
      app.setting.pluginTabs.find(({ id }) => id === plugin.manifest.id)?.update();
    },
    DATA_DELAY,
    true,
  );
  const ref = app.vault.on('raw', (path: string) => {
    if (path === plugin.dataPath) check();
  });
  return () => {
    check.cancel();
    app.vault.offref(ref);
  };
}

type PluginClass = new (app: App, manifest: PluginManifest) => Plugin;

/** Runs the text as the app does, as a CommonJS module that can require nothing but `obsidian`. */
function evaluate(code: string): PluginClass {
  const module: { exports: { default?: PluginClass } } = { exports: {} };
  const require = (name: string): unknown => {
    if (name === 'obsidian') return obsidian;
    throw new Error(`Cannot find module '${name}'`);
  };
  new Function('require', 'module', 'exports', code)(require, module, module.exports);
  return module.exports.default ?? (module.exports as PluginClass);
}

async function unload(
  app: App,
  plugin: Plugin,
  watch: GlobalWatch,
  before: Census,
  isUpdate: boolean,
): Promise<string[]> {
  takeOut(app, plugin.manifest.id, isUpdate);
  await pause(1);
  return leftBehind(before, takeCensus(app, watch));
}

function takeOut(app: App, id: string, isUpdate: boolean): void {
  const plugin = app.plugins.plugins[id];
  if (!plugin) return;
  plugin.isUserDisabled = !isUpdate;
  plugin.unload();
  delete app.plugins.plugins[id];
  app.plugins.enabledPlugins.delete(id);
}
