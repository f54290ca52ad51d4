/** @jest-environment jsdom */
import { Disk } from '../simulator/disk';
import type { Simulation } from '../simulator/load-plugin';
import { article, click, modal, rows, SCANNED, start, title, until } from './start';

let simulation: Simulation;

afterEach(() => simulation.close());

/** The banner's text and button; null while it is hidden. */
function banner(): string | null {
  const found = [...document.querySelectorAll<HTMLElement>('.omnivore-rescue-banner')].find((el) =>
    el.textContent?.includes('read'),
  );
  return found && found.style.display !== 'none' ? found.textContent : null;
}

function titles(): (string | null)[] {
  return [...document.querySelectorAll('[role=treeitem] .omnivore-rescue-name')].map(
    (el) => el.textContent,
  );
}

test('the panel names the notes that can’t be read, and reads them when asked again', async () => {
  const disk = new Disk();
  disk.faults.failReads('Omnivore/Locked.md');
  const files = {
    'Omnivore/Locked.md': article().replaceAll('harbourpress', 'lighthouse'),
    'Omnivore/Open.md': article(),
  };
  simulation = await start(files, { disk, ...SCANNED });
  await simulation.app.commands.run('omnivore-rescue:open-panel');
  await until('the banner', () => banner() === '1 note can’t be readShow…');
  expect(titles()).toEqual(['harbourpress.example.org', 'Tide clocks']);
  click('Show…');
  expect(title()).toBe('1 note can’t be read');
  expect(rows()).toEqual(['Omnivore/Locked.mdNo permission.']);
  disk.faults.clear('Omnivore/Locked.md');
  click('Scan again');
  expect(modal()).toBeNull();
  await until('the article', () => titles().includes('lighthouse.example.org'));
  await until('the end', () => banner() === null);
});
