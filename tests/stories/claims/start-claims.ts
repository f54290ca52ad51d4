import type { AppDriver } from '../driver';
import type { Claim } from './claim';

/** A plugin that records the events while the app starts. The app loads it from the vault's folder. */
const PROBE = `
const { Plugin } = require('obsidian');
module.exports = class extends Plugin {
  onload() {
    const { vault, metadataCache, workspace } = this.app;
    const log = { ready: workspace.layoutReady, created: [], changed: 0, enabled: 0 };
    window.claimStart = log;
    const ref = vault.on('create', ({ path }) => log.created.push(path));
    metadataCache.on('changed', () => log.changed++);
    workspace.onLayoutReady(() => vault.offref(ref));
  }
  onUserEnable() {
    window.claimStart.enabled++;
  }
};
`;
const MANIFEST = {
  id: 'claim-probe',
  name: 'Probe',
  version: '1.0.0',
  minAppVersion: '1.13.1',
  description: 'Notes what it hears.',
  author: 'Omnivore Rescue',
};

/** What the probe recorded. */
interface ProbeLog {
  readonly ready: boolean;
  readonly created: readonly string[];
  readonly changed: number;
  readonly enabled: number;
}

/** Adds the probe to the vault, opens two notes in tabs, and starts the app again. */
async function startAgain(app: AppDriver): Promise<void> {
  await app.inside(
    async ({ app: { vault, workspace } }, code, manifest) => {
      const { adapter, configDir } = vault;
      const folder = `${configDir}/plugins/claim-probe`;
      if (!(await adapter.exists(folder))) await adapter.mkdir(folder);
      await adapter.write(`${folder}/main.js`, code);
      await adapter.write(`${folder}/manifest.json`, manifest);
      const list = `${configDir}/community-plugins.json`;
      await adapter.write(list, JSON.stringify(['omnivore-rescue', 'claim-probe']));
      for (const path of ['Tab behind.md', 'Tab in front.md']) {
        const leaf = workspace.getLeaf('tab');
        await leaf.openFile(await vault.create(path, 'A tab\n'));
        workspace.setActiveLeaf(leaf, { focus: true });
      }
      // The layout is saved a while after the last change.
      await new Promise((resolve) => setTimeout(resolve, 3000));
    },
    PROBE,
    JSON.stringify(MANIFEST),
  );
  await app.restart();
}

function probeLog(app: AppDriver): Promise<ProbeLog> {
  return app.inside(async ({ app: { workspace } }) => {
    await new Promise<void>((resolve) => workspace.onLayoutReady(resolve));
    return (window as unknown as { claimStart: ProbeLog }).claimStart;
  });
}

/** What happens while the app starts. The first of these starts it again. */
export const START_CLAIMS: readonly Claim[] = [
  {
    claim:
      'at an update the leaves of a plugin wait for it; if the user switches it off, they close',
    source: 'others measured it',
    where: 'desktop',
    ask: (app) =>
      app.inside(
        async ({ app: { plugins, workspace } }, id, type) => {
          const leaf = await workspace.ensureSideLeaf(type, 'right');
          await plugins.disablePlugin(id);
          await plugins.enablePlugin(id);
          const afterUpdate = workspace.getLeavesOfType(type).map((each) => each === leaf);
          await plugins.disablePluginAndSave(id);
          await plugins.enablePluginAndSave(id);
          return [afterUpdate, workspace.getLeavesOfType(type).length];
        },
        'omnivore-rescue',
        'omnivore-rescue-panel',
      ),
    answer: [[true], 0],
  },
  {
    claim: 'while the app starts, create fires for every file, and the layout is not ready yet',
    source: 'documentation',
    where: 'desktop',
    async ask(app) {
      await startAgain(app);
      const { ready, created } = await probeLog(app);
      const all = await app.inside(({ app: { vault } }) =>
        vault.getFiles().map(({ path }) => path),
      );
      return [ready, all.filter((path) => !created.includes(path))];
    },
    answer: [false, []],
  },
  {
    claim: 'a plugin that starts with the app was not switched on by the user',
    source: 'typings',
    where: 'desktop',
    ask: async (app) => (await probeLog(app)).enabled,
    answer: 0,
  },
  {
    claim: 'whether the cache fires changed for notes that exist at the start is recorded',
    source: 'unclear',
    where: 'desktop',
    async ask(app) {
      const { changed } = await probeLog(app);
      await app.record('How often the cache fired changed at the start', changed);
      return typeof changed;
    },
    answer: 'number',
  },
  {
    claim: 'after a start, a tab in the background has no view of its own until it is needed',
    source: 'documentation',
    where: 'desktop',
    ask: (app) =>
      app.inside(async ({ app: { workspace }, obsidian }) => {
        const leaves = workspace.getLeavesOfType('markdown');
        const fileOf = (leaf: import('obsidian').WorkspaceLeaf): unknown =>
          leaf.getViewState().state?.file;
        const back = leaves.find((leaf) => fileOf(leaf) === 'Tab behind.md');
        const front = leaves.find((leaf) => fileOf(leaf) === 'Tab in front.md');
        if (!back || !front) return leaves.map(fileOf);
        const before = [back.isDeferred, back.view instanceof obsidian.MarkdownView];
        const inFront = [front.isDeferred, front.view instanceof obsidian.MarkdownView];
        await back.loadIfDeferred();
        return [before, inFront, back.view instanceof obsidian.MarkdownView];
      }),
    answer: [[true, false], [false, true], true],
  },
];
