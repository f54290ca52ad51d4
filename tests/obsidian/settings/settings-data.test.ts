import { withChanges, withoutPaths } from '../../../src/obsidian/settings/settings-data';

test.each([
  ['nothing differs', { x: 1 }, { a: 1, b: [1] }, { a: 1, b: [1] }, { x: 1 }],
  ['only the order of names differs', {}, { m: { a: 1, b: 2 } }, { m: { b: 2, a: 1 } }, {}],
  ['a value', { x: 1 }, { a: 1 }, { a: 2 }, { x: 1, a: 2 }],
  ['a value inside', { m: { x: 1 } }, { m: { a: 1 } }, { m: { a: 2 } }, { m: { x: 1, a: 2 } }],
  ['a list as a whole', { l: [1, 'x'] }, { l: [1] }, { l: [1, 2] }, { l: [1, 2] }],
  ['a map instead of another value', { m: 5 }, { m: { a: 1 } }, { m: { a: 2 } }, { m: { a: 2 } }],
  ['a name that is gone', { m: { a: 1, x: 2 } }, { m: { a: 1 } }, { m: {} }, { m: { x: 2 } }],
  ['a name that is new', {}, { m: {} }, { m: { a: [1] } }, { m: { a: [1] } }],
  ['null instead of a string', { a: 'A' }, { a: 'A' }, { a: null }, { a: null }],
])('changes: %s', (_what, data, before, after, expected) => {
  const kept = JSON.stringify(data);
  expect(withChanges(data, before, after)).toEqual(expected);
  expect(JSON.stringify(data)).toBe(kept);
});

test('a name such as __proto__ is data', () => {
  const data = JSON.parse('{"__proto__":{"x":1},"a":1}') as Record<string, unknown>;
  const changed = withChanges(data, { a: 1 }, { a: 2 });
  expect(JSON.stringify(changed)).toBe('{"__proto__":{"x":1},"a":2}');
});

test.each([
  [['a'], { m: { b: 1, c: 2 }, l: [1] }],
  [['m.b', 'l'], { a: 1, m: { c: 2 } }],
  [['m'], { a: 1, l: [1] }],
  [['none', 'm.none', 'a.b'], { m: { b: 1, c: 2 }, l: [1] }],
])('without %j', (paths, expected) => {
  expect(withoutPaths({ a: 1, m: { b: 1, c: 2 }, l: [1] }, paths)).toEqual(expected);
});
