import { failureOf, messageOf, StoppedError } from '../../../src/core/runs/error-message';

test.each<[string, unknown, string]>([
  ['an error', new Error('The disk is full.\n    at write'), 'The disk is full.'],
  ['a text', 'No access.\nmore', 'No access.'],
  ['something else', 404, '404'],
])('%s is reported in one line', (_, error, message) => {
  expect(messageOf(error)).toBe(message);
  expect(failureOf(error)).toBe(message);
});

test('a request to stop is not a failure of a note', () => {
  const stopped = new StoppedError('Stopped.');
  expect(() => failureOf(stopped)).toThrow(stopped);
});
