import { StoppedError } from '../../../src/core/runs/error-message';
import { collectResults } from '../../../src/core/report/collect-results';

async function* results(error: Error | null = null): AsyncGenerator<number> {
  yield await Promise.resolve(1);
  yield 2;
  if (error) throw error;
}

test.each([
  ['all results', null, Infinity, [1, 2], null],
  ['the first results until it is stopped', null, 1, [1], null],
  [
    'the results before an error',
    new Error('The disk is full.\nat write'),
    Infinity,
    [1, 2],
    'The disk is full.',
  ],
  ['the results before a request to stop', new StoppedError('Stopped.'), Infinity, [1, 2], null],
])('%s are passed on', async (_, error, limit, expected, message) => {
  const passed: number[] = [];
  const ended = await collectResults(
    results(error),
    () => passed.length >= limit,
    (result) => void passed.push(result),
  );
  expect([passed, ended]).toEqual([expected, message]);
});
