import { plainReason } from '../../../src/obsidian/store/plain-reason';

test.each<[string, unknown, string]>([
  [
    'a system error',
    Object.assign(new Error('EBUSY: x'), { code: 'EBUSY' }),
    'Another program is using the file.',
  ],
  [
    'one of another realm',
    { code: 'ENOENT', message: 'ENOENT: no such file' },
    'The file is no longer there.',
  ],
  ['a code that is not known', { code: 'EFUTURE', message: 'Something new' }, 'Something new'],
  ['a code of the prototype', { code: 'toString', message: 'Strange' }, 'Strange'],
  ['an object of a phone’s bridge', { message: 'File does not exist.' }, 'File does not exist.'],
  ['an error without a code', new Error('Torn'), 'Torn'],
  ['a text', 'just words', 'just words'],
  ['nothing', undefined, 'undefined'],
])('%s in words', (_, error, words) => {
  expect(plainReason(error)).toBe(words);
});
