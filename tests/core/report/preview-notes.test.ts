import { previewNotes } from '../../../src/core/report/preview-notes';
import { hash } from '../../../src/core/text/hash';
import { notesInMemory, planner, saved } from '../runs/stores';

const IMAGE =
  '![](https://proxy-prod.omnivore-image-cache.app/0x0,s3xXYpQ0vT9xWz1YbN4mL7pRs0aUcEgHiJkOqXdFtVu2/https://a.example.org/1.png)';
const FINE = saved('2024-03-20T18:15:30');
const NOTES = {
  'z.md': saved(),
  'b.md': 'my own note',
  'own.md': `My own note. ${IMAGE}`,
  'fine.md': FINE,
  'latin.md': null,
  'a.md': saved('03/04/2024'),
  'c.md': saved('25/07/2024'),
};

interface Options {
  readonly stopAfter?: number;
  readonly ownNotes?: boolean;
  readonly paths?: readonly string[];
}

async function lookAt(notes: Readonly<Record<string, string | null>>, options: Options = {}) {
  const { stopAfter = Infinity, ownNotes = false, paths = Object.keys(notes) } = options;
  const steps: number[] = [];
  const looked = await previewNotes(
    paths,
    notesInMemory(new Map(Object.entries(notes))),
    { ...planner, ownNotes },
    (done) => steps.push(done),
    () => steps.length >= stopAfter,
    ownNotes,
  );
  return { ...looked, steps, found: looked.notes.map(({ path }) => path) };
}

test('shows planned changes by path, and counts the saved articles', async () => {
  const paths = [...Object.keys(NOTES), 'gone.md'];
  const { found, articles, notes, steps } = await lookAt(NOTES, { paths });
  expect(found).toEqual(['a.md', 'c.md', 'gone.md', 'latin.md', 'z.md']);
  expect(articles).toBe(5);
  expect(steps).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(notes.map(({ counts, problem }) => [counts.dates, problem])).toEqual([
    [0, null],
    [1, null],
    [0, { error: 'The file is no longer there.' }],
    [0, 'invalid-utf8'],
    [1, null],
  ]);
});

test('returns which texts it read, so that a run can check that they are still the same', async () => {
  const { seen } = await lookAt(NOTES);
  expect([...seen]).toEqual(
    expect.arrayContaining([
      ['z.md', hash(NOTES['z.md'])],
      ['a.md', hash(NOTES['a.md'])],
    ]),
  );
  expect([...seen.keys()].sort()).toEqual(['a.md', 'c.md', 'z.md']);
});

test('in other notes, nothing but dead images is shown', async () => {
  const { found, notes } = await lookAt(NOTES, { ownNotes: true });
  expect(found).toEqual(['own.md']);
  expect(notes[0]?.counts['proxied-images']).toBe(1);
});

test('ends with the next note once it is stopped', async () => {
  const { steps, found } = await lookAt(NOTES, { stopAfter: 1 });
  expect(steps).toEqual([1]);
  expect(found).toEqual(['z.md']);
});

test('the notes show the order of day and month if all of them agree and all could be read', async () => {
  const proved = await lookAt(NOTES, { paths: ['a.md', 'c.md'] });
  expect(proved).toMatchObject({ dayFirst: true, found: ['a.md', 'c.md'] });
  expect(proved.notes.map(({ counts }) => counts.dates)).toEqual([1, 1]);
  expect(await lookAt(NOTES)).toMatchObject({ dayFirst: null });
  expect(await lookAt(NOTES, { paths: ['c.md', 'gone.md'] })).toMatchObject({ dayFirst: null });
});

test('the order of day and month is unknown if the notes do not show it', async () => {
  expect(await lookAt({ 'a.md': saved('03/04/2024') })).toMatchObject({ dayFirst: null });
  expect((await lookAt({})).notes).toEqual([]);
});
