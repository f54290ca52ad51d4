import { trimSlashes } from '../../../src/core/text/trim-slashes';

test.each([
  ['/a/b/', 'a/b'],
  ['//a//', 'a'],
  ['a', 'a'],
  ['///', ''],
  ['', ''],
])('%j is the path %j', (path, plain) => {
  expect(trimSlashes(path)).toBe(plain);
});
