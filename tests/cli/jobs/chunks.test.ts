import { chunksOf, sizesIn } from '../../../src/cli/jobs/chunks.mts';
import { runInOrder } from '../../../src/cli/jobs/in-order.mts';
import { folderOf, removeFolders } from '../command-line';

afterAll(removeFolders);

const paths = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${i}.md`);

describe('chunks', () => {
  test.each([
    [0, 1],
    [1, 1],
    [7, 8],
    [100, 2],
    [5000, 2],
  ])('%d notes for %d workers are complete and in order', (count, workers) => {
    const chunks = [...chunksOf(paths(count), workers, null)];
    expect(chunks.flatMap((chunk) => chunk.paths)).toEqual(paths(count));
    for (const chunk of chunks) expect(chunk.paths.length).toBeLessThanOrEqual(32);
  });

  test('there are enough of them for all workers', () => {
    expect([...chunksOf(paths(300), 4, null)].length).toBeGreaterThanOrEqual(30);
  });

  test('large notes are in chunks of their own', () => {
    const sizes: Readonly<Record<string, number>> = { '1.md': 9_000_000, '2.md': 600_000 };
    const chunks = [...chunksOf(paths(5), 1, true, (path) => sizes[path] ?? 200_000)];
    expect(chunks.map((chunk) => chunk.paths)).toEqual([
      ['0.md'],
      ['1.md'],
      ['2.md'],
      ['3.md', '4.md'],
    ]);
    expect(chunks.every(({ order }) => order === true)).toBe(true);
  });

  test('sizes are in bytes; a note that is gone has none', () => {
    const sizeOf = sizesIn(folderOf({ 'a.md': 'é' }));
    expect(['a.md', 'gone.md'].map(sizeOf)).toEqual([2, 0]);
  });
});

describe('in order', () => {
  test('the results come in the order of the items, even if others are done first', async () => {
    const ends = new Map<number, () => void>();
    const start = (item: number): Promise<number> =>
      new Promise((resolve) => ends.set(item, () => resolve(item)));
    const results: number[] = [];
    const running = (async () => {
      for await (const result of runInOrder([1, 2, 3, 4], start, 3)) results.push(result);
    })();
    expect([...ends.keys()]).toEqual([1, 2, 3]);
    for (const item of [3, 2, 1]) ends.get(item)?.();
    while (!ends.has(4)) await new Promise(setImmediate);
    ends.get(4)?.();
    await running;
    expect(results).toEqual([1, 2, 3, 4]);
  });

  test('the first error in that order ends it', async () => {
    const start = (item: number): Promise<number> =>
      item > 1 ? Promise.reject(new Error(`No ${item}.`)) : Promise.resolve(item);
    const results: number[] = [];
    const running = (async () => {
      for await (const result of runInOrder([1, 2, 3], start, 3)) results.push(result);
    })();
    await expect(running).rejects.toThrow('No 2.');
    expect(results).toEqual([1]);
  });
});
