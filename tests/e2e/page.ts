/** The page of the tests: the simulator, with articles made in the page where there are to be many. */
import '../simulator/page';
import type { App } from '../simulator/app';
import type { BootOptions, Simulation } from '../simulator/load-plugin';
import { LUCIDE } from '../simulator/look/lucide';
import { Keymap } from '../simulator/keyboard';
import { connect } from '../simulator/versions';
import type { SavedLeaf } from '../simulator/workspace';
import { showHoverPreviews } from '../playground/hover-preview';
import { showReadingViews } from '../playground/reading-view';
import { manyArticles } from './many-articles';

/** What the tests start the app with; `many` articles are added to the files. */
export interface PageOptions extends BootOptions {
  readonly many?: number;
  /** Whether notes are rendered, as the app's reading view does. */
  readonly reading?: boolean;
}

interface TestPage {
  boot: (options: BootOptions) => Promise<void>;
  start: (options: PageOptions) => Promise<void>;
  restart: (switches: Partial<BootOptions>) => Promise<void>;
  crash: () => Promise<void>;
  app: App;
  simulation: Simulation;
  Keymap: typeof Keymap;
  connect: typeof connect;
}

const page = window as unknown as TestPage;
let begun: BootOptions;

page.Keymap = Keymap;
page.connect = connect;
/** The panel of a vault that was already scanned, unless a test sets something else. */
const SCANNED = { 'omnivore-rescue-scanned': true };

page.start = async ({ many = 0, reading = false, files, ...options }) => {
  begun = { icons: LUCIDE, localStorage: SCANNED, ...options };
  await page.boot({ ...begun, files: { ...manyArticles(many), ...files } });
  showHoverPreviews(page.app);
  if (reading) showReadingViews(page.app);
};
page.restart = async (switches) => {
  const layout = savedLayout(page.app);
  await page.app.quit();
  await startAgain(layout, switches);
};
page.crash = async () => {
  const layout = savedLayout(page.app);
  page.simulation.disk.faults.quitNow();
  await startAgain(layout, {});
};

/** Starts the app again on what its disk has. */
async function startAgain(
  layout: readonly SavedLeaf[],
  switches: Partial<BootOptions>,
): Promise<void> {
  const { simulation } = page;
  const { data: _, ...options } = begun;
  simulation.close();
  begun = { ...options, ...switches };
  await page.boot({ ...begun, layout, disk: simulation.disk });
  showHoverPreviews(page.app);
}

/** The leaves of the right sidebar and of the middle that hold something, as the app saves them. Tabs in the background wait. */
function savedLayout({ workspace }: App): readonly SavedLeaf[] {
  const leaves: SavedLeaf[] = [];
  workspace.iterateAllLeaves((leaf) => {
    const isRight = leaf.getRoot() === workspace.rightSplit;
    const view = leaf.getViewState();
    if (view.type === 'empty') return;
    const inView = leaf.parent.currentTab === leaf;
    leaves.push({ side: isRight ? 'right' : 'main', view, inView });
  });
  return leaves;
}
