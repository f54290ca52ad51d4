/** The page of the tests: the simulator, with articles made in the page where there are to be many. */
import '../simulator/page';
import { Disk } from '../simulator/disk';
import type { BootOptions } from '../simulator/load-plugin';
import { LUCIDE } from '../simulator/look/lucide';
import { Keymap } from '../simulator/keyboard';
import { showHoverPreviews } from '../playground/hover-preview';
import { manyArticles } from './many-articles';

/** What the tests start the app with; `many` articles are added to the files. */
export interface PageOptions extends BootOptions {
  readonly many?: number;
  /** The vault was never scanned. */
  readonly firstRun?: boolean;
}

interface TestPage {
  boot: (options: BootOptions) => Promise<void>;
  start: (options: PageOptions) => Promise<void>;
  app: Parameters<typeof showHoverPreviews>[0];
  Keymap: typeof Keymap;
}

const page = window as unknown as TestPage;

page.Keymap = Keymap;
page.start = async ({ many = 0, firstRun = false, files, ...options }) => {
  const disk = new Disk();
  if (!firstRun) disk.localStorage.set('omnivore-rescue-scanned', 'true');
  await page.boot({ icons: LUCIDE, disk, ...options, files: { ...manyArticles(many), ...files } });
  showHoverPreviews(page.app);
};
