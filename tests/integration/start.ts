/** Starts the built plugin in the simulator, and acts in its windows as a user. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { boot, type BootOptions, type Simulation } from '../simulator/load-plugin';
import { noticeTexts, settle } from '../simulator/user';

const ROOT = join(__dirname, '..', '..');

function mainJs(): string {
  const file = join(ROOT, 'main.js');
  if (!existsSync(file)) throw new Error('main.js is not there: run `npm run build` first.');
  return readFileSync(file, 'utf8');
}

/** What starts the app with the plugin as it was built. */
export const BUILT = {
  code: mainJs(),
  manifest: JSON.parse(
    readFileSync(join(ROOT, 'manifest.json'), 'utf8'),
  ) as BootOptions['manifest'],
} satisfies BootOptions;

/** Where journals are stored. */
export const RUNS = '.obsidian/plugins/omnivore-rescue/runs';

/** A vault in which the user has already started a scan. */
export const SCANNED = { localStorage: { 'omnivore-rescue-scanned': true } };

/** The settings of a user who has chosen what they publish with. */
export const PUBLISHES = { draftFlag: { preset: 'hugo' } };

/** Starts the plugin on these notes, for a user who publishes with Hugo unless the options have other settings. */
export function start(
  files: Readonly<Record<string, string>>,
  options: Partial<BootOptions> = {},
): Promise<Simulation> {
  return boot({ ...BUILT, files, data: PUBLISHES, ...options });
}

/** What an article is created with. */
export interface Damage {
  readonly images?: number;
  readonly date?: string;
  readonly draft?: boolean;
  readonly title?: string;
}

const PROXY =
  'https://proxy-prod.omnivore-image-cache.app/0x0,s3xXYAes4vRXbTdZ2mD6oPqLk9WnEuJf5cGhIa7yKzM0';

/** A saved article that needs only the given repairs. */
export function article({ images = 0, date, draft, title = 'Tide clocks' }: Damage = {}): string {
  const lines = [
    '---',
    'id: 4a7c6a1e-e1f2-11ee-8a3c-6f2b1c9d0e11',
    ...(draft === undefined ? [] : [`draft: ${draft}`]),
    ...(date === undefined ? [] : [`date_saved: ${date}`]),
    '---',
    '',
    `# ${title}`,
    '#Omnivore',
    '',
    '[Read on Omnivore](https://omnivore.app/me/tide-clocks-18e3d5b1a2c)',
    '[Read Original](https://harbourpress.example.org/tide-clocks)',
    '',
  ];
  const pictures = Array.from({ length: images }, (_, i) => {
    return `![](${PROXY}/https://harbourpress.example.org/${i}.png)\n`;
  });
  return `${lines.join('\n')}\n${pictures.join('\n')}`;
}

/** The text of `article` after its damage was repaired. */
export function afterRepair(damage: Damage): string {
  return article({ ...damage, ...(damage.draft !== undefined && { draft: false }) })
    .replaceAll(`${PROXY}/`, '')
    .replace(/(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)/g, '$1T$2');
}

/** Longer than anything takes, also on a busy machine. */
const PATIENCE_MS = 20_000;

/** Waits until a condition holds; throws if it takes too long. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`${what} did not come. In view: ${inView()}`);
    await settle(1);
  }
}

function inView(): string {
  return `${modal()?.textContent ?? 'no window'}; notices: ${noticeTexts().join(' / ')}`;
}

/** The window on top; null if there is none. */
export function modal(): HTMLElement | null {
  return [...document.querySelectorAll<HTMLElement>('.modal')].at(-1) ?? null;
}

/** The title of the window on top. */
export function title(): string {
  return modal()?.querySelector('.modal-title')?.textContent ?? '';
}

/** Waits for a window of this title. */
export async function untilTitle(wanted: string): Promise<void> {
  await until(`The window "${wanted}"`, () => title() === wanted);
}

/** Clicks the button with these words, in the window on top or in a notice; throws if there is none that can be clicked. */
export function click(words: string): void {
  const scope = modal() ?? document.body;
  const buttons = [
    ...scope.querySelectorAll<HTMLButtonElement>('button'),
    ...document.querySelectorAll<HTMLButtonElement>('.notice button'),
  ];
  const button = buttons.find((el) => el.textContent === words && !el.disabled);
  if (!button) throw new Error(`No button "${words}" among: ${inView()}`);
  button.click();
}

/** The texts of the rows in the window's list. */
export function rows(): string[] {
  return [...(modal()?.querySelectorAll('[role=listitem]') ?? [])].map(
    (el) => el.textContent ?? '',
  );
}

/** The texts of the notes in the window's list, without their changes. */
export function noteRows(): string[] {
  return [...(modal()?.querySelectorAll('.omnivore-rescue-row.is-note') ?? [])].map(
    (el) => el.textContent ?? '',
  );
}

/** The text of a note on disk. */
export function onDisk({ disk }: Simulation, path: string): string | null {
  return disk.peek(path);
}

/** All notes on disk by their paths. */
export function allNotes({ disk }: Simulation): Record<string, string> {
  const notes = [...disk.files].filter(([path]) => !path.startsWith('.'));
  return Object.fromEntries(notes.map(([path, { text }]) => [path, text]));
}
