import { atOnce, withPauses, type Steps } from '../../../src/core/text/steps';

function* counted(log: string[]): Steps<number> {
  log.push('one');
  yield;
  log.push('two');
  yield;
  return 3;
}

test('all steps are done at once', () => {
  const log: string[] = [];
  expect(atOnce(counted(log))).toBe(3);
  expect(log).toEqual(['one', 'two']);
});

test('there is a pause between two steps, and the next step waits for it', async () => {
  const log: string[] = [];
  const pause = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    log.push('pause');
  };
  expect(await withPauses(counted(log), pause)).toBe(3);
  expect(log).toEqual(['one', 'pause', 'two', 'pause']);
});

test('an error in a step ends the work', async () => {
  function* failing(): Steps<number> {
    yield;
    throw new Error('too long');
  }
  await expect(withPauses(failing(), () => Promise.resolve())).rejects.toThrow('too long');
});
