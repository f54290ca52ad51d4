/** @jest-environment jsdom */
import '../../simulator/dom';
import { HEARTBEAT_MS, LOCK_STALE_MS, lockText, readLock } from '../../../src/core/runs/lock-file';
import { vaultLock, type VaultLock } from '../../../src/obsidian/store/vault-lock';
import { DataAdapter } from '../../simulator/data-adapter';
import { Disk } from '../../simulator/disk';

const FILE = 'runs/.lock';
const THEIRS = { token: 'theirs', holder: 'omnivore-rescue', place: 'host', pid: 7, began: '1' };

const made: VaultLock[] = [];
afterEach(async () => {
  jest.restoreAllMocks();
  for (const lock of made.splice(0)) await lock.release();
});

/** A vault's folder, optionally with a lock of this age. */
async function vault(record?: Partial<typeof THEIRS>, age = 0) {
  const disk = new Disk();
  const adapter = new DataAdapter(disk, 'vault');
  await adapter.mkdir('runs');
  if (record) {
    const mtime = Date.now() - age;
    await adapter.write(FILE, lockText({ ...THEIRS, ...record }), { mtime, ctime: mtime });
  }
  const lock = (device = 'this device'): VaultLock => {
    const vaults = vaultLock(adapter, 'runs', () => device);
    made.push(vaults);
    return vaults;
  };
  const holder = async (): Promise<string | null> =>
    (await adapter.exists(FILE)) ? (readLock(await adapter.read(FILE))?.holder ?? '') : null;
  return { adapter, lock, holder };
}

test('it is acquired, held and released', async () => {
  const { lock, holder } = await vault();
  const own = lock();
  await own.take();
  await own.take();
  expect(await holder()).toBe('Obsidian');
  await own.release();
  await own.release();
  expect(await holder()).toBeNull();
});

test.each<[string, Partial<typeof THEIRS>, number, boolean]>([
  ['another program, which runs', {}, 0, false],
  ['another program, which wrote it a while ago', {}, LOCK_STALE_MS - 5000, false],
  ['another program, long ago', {}, LOCK_STALE_MS + 5000, true],
  ['another device', { place: 'that device' }, 0, false],
  ['this device, from before the app was ended', { place: 'this device' }, 0, true],
])('the lock of %s', async (_, record, age, isFree) => {
  const { lock, holder } = await vault(record, age);
  const taken = lock().take();
  if (isFree) await taken;
  else await expect(taken).rejects.toThrow('Another repair or undo is running in this vault');
  expect(await holder()).toBe(isFree ? 'Obsidian' : 'omnivore-rescue');
});

test('a lock that is torn counts until it is old', async () => {
  const { adapter, lock } = await vault();
  await adapter.write(FILE, '{"tok');
  await expect(lock().take()).rejects.toThrow('is running in this vault. Wait for it to finish');
});

/** Advances the clock by these milliseconds. */
function wait(ms: number): void {
  const then = Date.now() + ms;
  jest.spyOn(Date, 'now').mockImplementation(() => then);
}

test('a run whose lock was replaced stops, and keeps the other run’s lock', async () => {
  const { adapter, lock, holder } = await vault();
  const own = lock();
  await own.take();
  await adapter.write(FILE, lockText(THEIRS));
  wait(1001);
  await expect(own.take()).rejects.toThrow('another program started');
  await own.release();
  expect(await holder()).toBe('omnivore-rescue');
});

test('it is checked once a second, and written again during the run', async () => {
  const { adapter, lock } = await vault();
  const own = lock();
  await own.take();
  expect(own.isHeld()).toBe(true);
  const [read, write] = [jest.spyOn(adapter, 'read'), jest.spyOn(adapter, 'write')];
  const calls = async (): Promise<readonly number[]> => {
    await own.take();
    return [read.mock.calls.length, write.mock.calls.length];
  };
  expect(await calls()).toEqual([0, 0]);
  wait(1001);
  expect(await calls()).toEqual([1, 0]);
  expect(await calls()).toEqual([1, 0]);
  wait(HEARTBEAT_MS);
  expect(await calls()).toEqual([2, 1]);
  await own.release();
  expect(own.isHeld()).toBe(false);
});
