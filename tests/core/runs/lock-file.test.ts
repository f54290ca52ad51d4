import { lockText, readLock } from '../../../src/core/runs/lock-file';

const RECORD = {
  ...{ token: 'f00d', holder: 'omnivore-rescue (process 7 on host)', place: 'host', pid: 7 },
  began: '12',
};

test('a written lock can be read, and is one line', () => {
  expect(readLock(lockText(RECORD))).toEqual(RECORD);
  expect(lockText(RECORD).match(/\n/g)).toHaveLength(1);
});

test.each([
  ['nothing', ''],
  ['half a line', lockText(RECORD).slice(0, 20)],
  ['something else', '[]'],
  ['no token', JSON.stringify({ ...RECORD, token: 7 })],
  ['no number of a process', JSON.stringify({ ...RECORD, pid: '7' })],
  ['null', 'null'],
])('%s is not a lock', (_, text) => {
  expect(readLock(text)).toBeNull();
});
