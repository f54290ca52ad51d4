import { readDuplicates, readLinkingNotes } from '../../../src/core/duplicates/read-vault';
import { plannerFor } from '../../planner-for';
import { notesInMemory } from '../runs/stores';

const { parseYaml, detect } = plannerFor();
const reading = { parseYaml, detect };
const ID = '5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a';
const LAMP = `---\nid: ${ID}\n---\n# A lamp\n#Omnivore\n\n[Read on Omnivore](https://omnivore.app/me/x-18e5b5c135d)\n`;

const NOTES = new Map<string, string | null>([
  ['Lamp.md', LAMP],
  ['Clips/Lämp 2.md', LAMP],
  ['Mine.md', 'See [[lämp 2]].\n'],
  ['Web.md', 'See [it](Clips/L%C3%A4mp%202.md).\n'],
  ['Other.md', 'Nothing.\n'],
  ['Broken.md', null],
]);
const store = notesInMemory(NOTES);

test('duplicates are found, and notes that can’t be read are listed', async () => {
  let steps = 0;
  const paths = [...NOTES.keys(), 'Gone.md'];
  const { groups, failed } = await readDuplicates(paths, store, reading, () => void steps++);
  expect(groups.map(({ keep, remove, by }) => [keep.path, remove.length, by])).toEqual([
    ['Lamp.md', 1, 'id'],
  ]);
  expect(failed).toEqual([{ path: 'Gone.md', error: 'The file is no longer there.' }]);
  expect(steps).toBe(7);
});

test('only notes that name a duplicate, or can’t be read, are looked at for links', async () => {
  const { groups } = await readDuplicates(NOTES.keys(), store, reading);
  const linking = await readLinkingNotes(groups, [...NOTES.keys(), 'Gone.md'], store);
  expect(linking).toEqual(expect.arrayContaining(['Mine.md', 'Web.md', 'Gone.md']));
  expect(linking).not.toContain('Other.md');
});
