/** @jest-environment jsdom */
import type { Simulation } from '../../simulator/load-plugin';
import { article, click, onDisk, SCANNED, start, title, until, untilTitle } from '../start';
import { banners, button, choose, openPanel, run, text, untilRows } from './panel';

const PROXIED =
  'https://proxy-prod.omnivore-image-cache.app/0x0,s3xXYAes4vRXbTdZ2mD6oPqLk9WnEuJf5cGhIa7yKzM0/https://a.example.org/1.png';
const OWN = `---\ndate: 2024-03-14 08:21:56\n---\n# My notes\n\nCopied: ![](${PROXIED})\n\n![](${PROXIED})\n`;

let simulation: Simulation;

beforeEach(async () => {
  simulation = await start(
    { 'Mine.md': OWN, 'Saved.md': article({ images: 1 }), 'Plain.md': '# Nothing' },
    SCANNED,
  );
});

afterEach(() => simulation.close());

test('the panel counts dead images in other notes, and unproxies them and nothing else', async () => {
  await openPanel(simulation);
  await untilRows();
  expect(banners()).toBe('1 note needs repair|2 dead images in 1 other note');
  const [, review] = [
    ...document.querySelectorAll<HTMLElement>('.omnivore-rescue-banner .mod-cta'),
  ];
  review?.click();
  await untilTitle('Repair 1 note');
  click('Repair 1 note');
  await until('The repair', () => onDisk(simulation, 'Mine.md') !== OWN);
  expect(onDisk(simulation, 'Mine.md')).toBe(
    OWN.replaceAll(PROXIED, 'https://a.example.org/1.png'),
  );
  expect(onDisk(simulation, 'Saved.md')).toBe(article({ images: 1 }));
  await until('The count', () => banners() === '1 note needs repair');
});

test('the command does the same without a scan', async () => {
  run(simulation, 'unproxy-images-other-notes');
  await untilTitle('Repair 1 note');
  click('Repair 1 note');
  await until('The repair', () => onDisk(simulation, 'Mine.md')?.includes(PROXIED) === false);
  await until('The end', () => title() !== 'Repairing');
  click('Done');
  run(simulation, 'unproxy-images-other-notes');
  await untilTitle('Nothing to repair');
  expect(document.querySelector('.modal')?.textContent).toContain('No other note has images');
});

test('notes that need attention can be filtered', async () => {
  simulation.close();
  const odd = article({ title: 'Odd', date: '31/31/2024 08:21:56' });
  simulation = await start({ 'Odd.md': odd, 'Saved.md': article({ images: 1 }) }, SCANNED);
  await openPanel(simulation);
  await untilRows();
  button('Filter').click();
  choose('Needs your attention');
  expect(text('.omnivore-rescue-name')).toBe('harbourpress.example.org|Odd');
  expect(text('.omnivore-rescue-about')).toBe('no such day or time');
});
