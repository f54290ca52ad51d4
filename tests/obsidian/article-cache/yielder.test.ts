import {
  filterInSlices,
  nextTask,
  createYielder,
} from '../../../src/obsidian/article-cache/yielder';

/** There is no page here, and so no timer of a page. */
test('a turn comes without a timer, which a hidden window would delay', async () => {
  expect('window' in globalThis).toBe(false);
  const order: string[] = [];
  const turn = nextTask().then(() => order.push('turn'));
  await Promise.resolve();
  order.push('at once');
  await turn;
  expect(order).toEqual(['at once', 'turn']);
});

test('a turn is taken only when the time slice is used up', async () => {
  let now = 0;
  const clock = jest.spyOn(performance, 'now').mockImplementation(() => now);
  const yieldIfDue = createYielder();
  const isAtOnce = async (): Promise<boolean> => {
    let isDone = false;
    const taken = yieldIfDue().then(() => (isDone = true));
    for (let i = 0; i < 5; i++) await Promise.resolve();
    const answer = isDone;
    await taken;
    return answer;
  };
  expect(await isAtOnce()).toBe(true);
  now = 6;
  expect(await isAtOnce()).toBe(false);
  expect(await isAtOnce()).toBe(true);
  now = 12;
  expect(await isAtOnce()).toBe(false);
  clock.mockRestore();
});

test('what meets a test is answered in its order', async () => {
  expect(await filterInSlices([5, 2, 4, 1], (n) => n > 1)).toEqual([5, 2, 4]);
});
