import assert from 'node:assert/strict';
import { activePath, openPanel, panelRows, runCommand, textsOf, until } from './acts';
import type { AppDriver, Story } from './driver';
import { ARTICLE, sampleNotes } from './vaults';

const NOTE = 'Omnivore/Tides.md';

/** The plugin as a part of the app: start, panel, settings, command line, Bases, network. */
export const APP_STORIES: readonly Story[] = [
  {
    name: 'the plugin loads without a word on the console, and registers its commands',
    async play(app) {
      await app.open({ notes: sampleNotes() });
      const commands = await app.inside(({ app: inside }) =>
        Object.keys(inside.commands.commands).filter((id) => id.startsWith('omnivore-rescue:')),
      );
      for (const id of ['repair-note', 'repair-all', 'undo-last', 'history', 'open-panel']) {
        assert.ok(commands.includes(`omnivore-rescue:${id}`), id);
      }
      assert.deepEqual(await app.console(), []);
    },
  },
  {
    name: 'switched off, the plugin leaves no command and no panel; switched on, all is there once',
    async play(app) {
      await app.open({ notes: { [NOTE]: ARTICLE } });
      await openPanel(app);
      const before = await parts(app);
      await app.inside(({ app: inside }) => inside.plugins.disablePluginAndSave('omnivore-rescue'));
      assert.deepEqual(await parts(app), { commands: [], panels: 0 });
      await app.inside(({ app: inside }) => inside.plugins.enablePluginAndSave('omnivore-rescue'));
      await openPanel(app);
      assert.deepEqual(await parts(app), before);
      assert.deepEqual(await app.console(), []);
    },
  },
  {
    name: 'the panel lists articles, and a click opens one in the middle',
    async play(app) {
      await app.open({ notes: { [NOTE]: ARTICLE } });
      await openPanel(app);
      assert.ok((await panelRows(app)).includes('Tide clocks'));
      await app.click('.omnivore-rescue-panel [role=treeitem]', 'Tide clocks');
      await until('the article', async () => (await activePath(app)) === NOTE);
      assert.equal((await textsOf(app, '.omnivore-rescue-panel')).length, 1);
    },
  },
  {
    name: 'search, then the keyboard alone: down into the results, and open one',
    where: 'desktop',
    async play(app) {
      await app.open({ notes: sampleNotes() });
      await openPanel(app);
      await app.click('.omnivore-rescue-panel input[type=search]');
      await app.type('stairwell');
      await until(
        'one result',
        async () =>
          (await textsOf(app, '.omnivore-rescue-panel [role=treeitem][aria-level="2"]')).length ===
          1,
      );
      await app.press('ArrowDown', 'ArrowDown', 'Enter');
      const found = 'Garden/Composting in a Stairwell.md';
      await until('the article', async () => (await activePath(app)) === found);
    },
  },
  {
    name: 'the panel is there after a restart',
    where: 'desktop',
    async play(app) {
      await app.open({ notes: { [NOTE]: ARTICLE } });
      await openPanel(app);
      await app.restart();
      await until('the panel', async () => (await panelRows(app)).includes('Tide clocks'));
      assert.deepEqual(await app.console(), []);
    },
  },
  {
    name: 'the search of the settings finds the settings of the plugin',
    async play(app) {
      await app.open({ notes: { [NOTE]: ARTICLE } });
      const found = await app.searchSettings('modification time');
      assert.ok(found.includes('Keep modification time'), found.join(', '));
    },
  },
  {
    name: 'the command line of the app answers: overview, scan, dry run, repair, undo',
    where: 'desktop',
    async play(app) {
      await app.open({ notes: { [NOTE]: ARTICLE } });
      assert.match(await app.commandLine('omnivore-rescue'), /^1 saved article in 1 note\./);
      const scan = JSON.parse(await app.commandLine('omnivore-rescue:scan')) as ScanJson;
      assert.deepEqual(
        [scan.schema, scan.notes, scan.articles.map(({ path }) => path)],
        [1, 1, [NOTE]],
      );
      const dry = await app.commandLine('omnivore-rescue:repair', { 'dry-run': 'true' });
      assert.equal((JSON.parse(dry) as RunJson).run, null);
      const repaired = JSON.parse(await app.commandLine('omnivore-rescue:repair')) as RunJson;
      assert.deepEqual(
        repaired.repaired?.map(({ path }) => path),
        [NOTE],
      );
      const undone = JSON.parse(await app.commandLine('omnivore-rescue:undo')) as RunJson;
      assert.deepEqual([undone.run, undone.restored], [repaired.run, [NOTE]]);
    },
  },
  {
    name: 'the Base is created and opens',
    async play(app) {
      await app.open({ notes: { [NOTE]: ARTICLE } });
      await runCommand(app, 'create-base');
      const path = 'Saved articles.base';
      await until('the Base', async () => (await activePath(app)) === path);
      const type = await app.inside(
        ({ app: inside }) => inside.workspace.getMostRecentLeaf()?.getViewState().type ?? null,
      );
      await app.record('The type of view in which a Base opens', type);
      if (app.kind === 'app') assert.equal(type, 'bases');
    },
  },
  {
    name: 'requests carry the Referer that is asked for; what happens without one is recorded',
    async play(app) {
      await app.open({ notes: {} });
      const url = await app.echoServer();
      if (url === null) return;
      const ask = (headers: Record<string, string>): Promise<string | null> =>
        app.inside(
          async ({ obsidian }, to, given) => {
            const { json } = await obsidian.requestUrl({ url: to, headers: given });
            return (json as { referer?: string }).referer ?? null;
          },
          url,
          headers,
        );
      await app.record('The Referer of a request that asks for none', await ask({}));
      const wanted = 'https://harbourpress.example.org/';
      const sent = await ask({ Referer: wanted });
      await app.record('The Referer of a request that asks for one', sent);
      assert.equal(sent, wanted);
    },
  },
];

/** What the app has of the plugin: its commands, and how many panels are open. */
function parts(
  app: AppDriver,
): Promise<{ readonly commands: readonly string[]; readonly panels: number }> {
  return app.inside(({ app: inside }) => ({
    commands: Object.keys(inside.commands.commands)
      .filter((id) => id.startsWith('omnivore-rescue:'))
      .sort(),
    panels: inside.workspace.getLeavesOfType('omnivore-rescue-panel').length,
  }));
}

interface ScanJson {
  readonly schema: number;
  readonly notes: number;
  readonly articles: readonly { readonly path: string }[];
}

interface RunJson {
  readonly run: string | null;
  readonly repaired?: readonly { readonly path: string }[];
  readonly restored?: readonly string[];
}
