/** The simulator in a page of a browser: bundled into one script, it gives the page `boot`. */
import type { BootOptions, Simulation } from './load-plugin';
import { boot } from './load-plugin';
import * as obsidian from './obsidian';
import { allowPopouts } from './popout';
import * as user from './user';

interface SimulatorPage {
  boot: (options: BootOptions) => Promise<void>;
  simulation: Simulation;
  app: Simulation['app'];
  plugin: Simulation['plugin'];
  obsidian: typeof obsidian;
  user: typeof user;
}

const page = window as unknown as SimulatorPage;

allowPopouts();
page.obsidian = obsidian;
page.user = user;
page.boot = async (options) => {
  // Nothing of it goes back to the test's side: the app can't be cloned.
  const simulation = await boot(options);
  Object.assign(page, { simulation, app: simulation.app, plugin: simulation.plugin });
};
