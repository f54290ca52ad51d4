/** @jest-environment jsdom */
import { Blob as NodeBlob } from 'node:buffer';
import { exportFilesOf, makeLibrary, type MadeArticle } from '../core/export/generate-export';
import { zipOf } from '../core/export/zip-of';
import type { Simulation } from '../simulator/load-plugin';
import { noticeTexts, settle } from '../simulator/user';
import { allNotes, click, modal, onDisk, start, title, until, untilTitle } from './start';

let simulation: Simulation;

const LIBRARY = makeLibrary(5, 12);

function noteOf({ id, slug, title: name, url }: MadeArticle): string {
  return `---\nid: ${id}\n---\n\n# ${name}\n#Omnivore\n\n[Read on Omnivore](https://omnivore.app/me/${slug})\n[Read Original](${url})\n`;
}

const NOTES = {
  'Omnivore/First.md': noteOf(LIBRARY[0]!),
  'Omnivore/Second.md': noteOf(LIBRARY[1]!),
  'Mine.md': '# Mine\n',
};

beforeEach(async () => {
  simulation = await start(NOTES);
});

afterEach(() => simulation.close());

/** A file as a browser hands it over; jsdom's own can't be read in pieces. */
function picked(name: string, bytes: Uint8Array): File {
  const blob = new NodeBlob([bytes]);
  const { size } = blob;
  return {
    name,
    size,
    slice: (from: number, to: number) => blob.slice(from, to),
  } as unknown as File;
}

async function pick(...files: readonly File[]): Promise<void> {
  await simulation.app.commands.run('omnivore-rescue:import-omnivore-export');
  await untilTitle('Import Omnivore export');
  const input = modal()?.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('no file picker');
  Object.defineProperty(input, 'files', { value: files });
  input.dispatchEvent(new Event('change'));
}

function totals(): string {
  return modal()?.querySelector('.omnivore-rescue-totals')?.textContent ?? '';
}

test('an export is read, shown, imported and undone', async () => {
  await pick(picked('export.zip', zipOf(exportFilesOf(LIBRARY))));
  await until('the preview', () => totals() !== '');
  expect(totals()).toBe('complete 2 notes, create 10 notes');
  expect(modal()?.textContent).toContain('Omnivore/First.mdFull text');
  expect(modal()?.querySelector('.is-place ins')?.textContent).not.toBe('');
  expect(allNotes(simulation)).toEqual(NOTES);

  click('Import 12 notes');
  await until('the end', () => title() === 'Completed 2 notes, created 10 notes');
  expect(onDisk(simulation, 'Omnivore/First.md')).toContain('\n## Content\n');
  expect(Object.keys(allNotes(simulation))).toHaveLength(13);
  expect(onDisk(simulation, 'Mine.md')).toBe(NOTES['Mine.md']);

  click('Undo');
  await untilTitle('Restored 2 notes');
  expect(allNotes(simulation)).toEqual(NOTES);
});

test('what is unchecked is not imported', async () => {
  await pick(picked('export.zip', zipOf(exportFilesOf(LIBRARY))));
  await until('the preview', () => totals() !== '');
  modal()?.querySelector<HTMLInputElement>('.is-note input')?.click();
  expect(totals()).toBe('complete 1 note, create 10 notes');
  click('Import 11 notes');
  await until('the end', () => title().startsWith('Completed 1 note'));
  expect(onDisk(simulation, 'Omnivore/First.md')).toBe(NOTES['Omnivore/First.md']);
});

test('a single addition that is unchecked is not made', async () => {
  await pick(picked('export.zip', zipOf(exportFilesOf(LIBRARY))));
  await until('the preview', () => totals() !== '');
  const box = (name: string) =>
    modal()?.querySelector<HTMLInputElement>(`.is-place input[aria-label$=": ${name}"]`);
  box('Full text')?.click();
  expect(modal()?.querySelector<HTMLInputElement>('.is-note input')?.indeterminate).toBe(true);
  expect(totals()).toBe('complete 2 notes, create 10 notes');
  click('Import 12 notes');
  await until('the end', () => title().startsWith('Completed 2 notes'));
  expect(onDisk(simulation, 'Omnivore/First.md')).not.toContain('## Content');
  expect(onDisk(simulation, 'Omnivore/First.md')).toContain('date_saved: ');
  expect(onDisk(simulation, 'Omnivore/Second.md')).toContain('## Content');
});

test('all notes are unchecked and checked at once', async () => {
  await pick(picked('export.zip', zipOf(exportFilesOf(LIBRARY))));
  await until('the preview', () => totals() !== '');
  const all = modal()?.querySelector<HTMLInputElement>('.omnivore-rescue-all input');
  all?.click();
  expect(totals()).toBe('');
  expect(modal()?.querySelector<HTMLButtonElement>('.mod-cta')?.disabled).toBe(true);
  all?.click();
  expect(totals()).toBe('complete 2 notes, create 10 notes');
});

test('what is not imported is listed with its reason', async () => {
  const files = exportFilesOf(LIBRARY.slice(0, 1));
  await pick(picked('export.zip', zipOf([...files, { name: '../x.html', content: 'x' }])));
  await until('the preview', () => totals() !== '');
  modal()?.querySelector<HTMLButtonElement>('.omnivore-rescue-note-open')?.click();
  expect(modal()?.textContent).toMatch(/Not imported · 1\.\.\/x\.html: /);
});

test('a file that is no export is named, and nothing is written', async () => {
  await pick(picked('photo.zip', new TextEncoder().encode('no zip')));
  await until('the reason', () => modal()?.textContent?.includes('photo.zip') === true);
  expect(modal()?.querySelector('[role=alert]')?.textContent).toMatch(/^photo\.zip: /);
  click('Close');
  await settle();
  expect([...simulation.disk.writes.keys()]).toEqual([]);
});

test('a reading list is written where the app puts new files, and never over another', async () => {
  for (const name of ['Reading list.csv', 'Reading list 2.csv']) {
    const before = noticeTexts().length;
    await simulation.app.commands.run('omnivore-rescue:export-reading-list');
    await until('the formats', () => document.body.textContent?.includes('Readwise') === true);
    const items = [...document.querySelectorAll<HTMLElement>('.suggestion-item')];
    items.find(({ textContent }) => textContent?.startsWith('CSV'))?.click();
    await until('the notice', () => noticeTexts().length > before);
    expect(noticeTexts().at(-1)).toBe(`2 articles written to “${name}”.`);
    expect(onDisk(simulation, name)).toMatch(/^Title,URL/);
  }
});
