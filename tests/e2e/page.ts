/** The page of the tests: the simulator, with articles made in the page where there are to be many. */
import '../simulator/page';
import type { App } from '../simulator/app';
import type { BootOptions, Simulation } from '../simulator/load-plugin';
import { LUCIDE } from '../simulator/look/lucide';
import { Keymap } from '../simulator/keyboard';
import type { SavedLeaf } from '../simulator/workspace';
import { showHoverPreviews } from '../playground/hover-preview';
import { manyArticles } from './many-articles';

/** What the tests start the app with; `many` articles are added to the files. */
export interface PageOptions extends BootOptions {
  readonly many?: number;
}

interface TestPage {
  boot: (options: BootOptions) => Promise<void>;
  start: (options: PageOptions) => Promise<void>;
  restart: (switches: Partial<BootOptions>) => Promise<void>;
  app: App;
  simulation: Simulation;
  Keymap: typeof Keymap;
}

const page = window as unknown as TestPage;
let begun: BootOptions;

page.Keymap = Keymap;
/** The panel of a vault that was scanned before, but for where a test says otherwise. */
const SCANNED = { 'omnivore-rescue-scanned': true };

page.start = async ({ many = 0, files, ...options }) => {
  begun = { icons: LUCIDE, localStorage: SCANNED, ...options };
  await page.boot({ ...begun, files: { ...manyArticles(many), ...files } });
  showHoverPreviews(page.app);
};
page.restart = async (switches) => {
  const { app, simulation } = page;
  const layout = savedLayout(app);
  const { data: _, ...options } = begun;
  await app.quit();
  simulation.close();
  begun = { ...options, ...switches };
  await page.boot({ ...begun, layout, disk: simulation.disk });
  showHoverPreviews(page.app);
};

/** The leaves of the right sidebar and of the middle that hold something, as the app saves them. */
function savedLayout({ workspace }: App): readonly SavedLeaf[] {
  const leaves: SavedLeaf[] = [];
  workspace.iterateAllLeaves((leaf) => {
    const isRight = leaf.getRoot() === workspace.rightSplit;
    const view = leaf.getViewState();
    if (view.type === 'empty') return;
    leaves.push({ side: isRight ? 'right' : 'main', view, inView: true });
  });
  return leaves;
}
