import type { App } from 'obsidian';
import { readRun, stepsOf } from '../../../src/core/runs/read-journal';
import { vaultJournal } from '../../../src/obsidian/store/journal-store';
import { openFile } from '../../../src/obsidian/store/open-file';
import { DataAdapter } from '../../simulator/data-adapter';
import { Disk } from '../../simulator/disk';

jest.mock(
  'obsidian',
  () => ({
    FileSystemAdapter: jest.requireActual<object & { DataAdapter: unknown }>(
      '../../simulator/data-adapter',
    ).DataAdapter,
  }),
  { virtual: true },
);

const ID = '20261126T100000000-abcd';
const STEPS = 1_000;

/** A journal of 1,000 steps with 4 KB each, in `runs`. */
function journalText(): string {
  const head = { schema: 1, run: ID, started: '2026-11-26T10:00:00.000Z', repairs: ['dates'] };
  const steps = Array.from({ length: STEPS }, (_, i) => ({
    step: [`${i} 笔记.md`, 'aa', 'bb', [[0, 1, `${i}:${'é'.repeat(2_000)}`]]],
  }));
  return [head, ...steps].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Opens the journals in a vault, and counts what is read of them. */
function journals({ isPhone = false, text = journalText() } = {}) {
  const disk = new Disk();
  disk.seed(`runs/${ID}.jsonl`, text);
  const adapter = new DataAdapter(disk, 'vault');
  const whole = jest.spyOn(adapter, 'readBinary');
  const parts: number[] = [];
  const { fs } = adapter;
  if (isPhone) Object.defineProperty(adapter, 'fs', { value: undefined });
  else {
    const counted = {
      promises: {
        async open(path: string, flags: string) {
          const handle = await (fs as NonNullable<typeof fs>).promises.open(path, flags);
          const read: typeof handle.read = (buffer, offset, length, position) => {
            parts.push(length);
            return handle.read(buffer, offset, length, position);
          };
          return { ...handle, read };
        },
      },
    };
    Object.defineProperty(adapter, 'fs', { value: counted });
  }
  const store = vaultJournal({ vault: { adapter } } as unknown as App, 'runs');
  return { store: { ...store, yieldToEventLoop: () => Promise.resolve() }, whole, parts, disk };
}

test('on a computer a journal is read in parts of at most 1 MB', async () => {
  const { store, whole, parts } = journals();
  const run = await readRun(store, ID);
  expect(run?.steps).toHaveLength(STEPS);
  // The parts, and for each the line that only starts in it.
  expect(parts.length).toBeLessThan(20);
  const read: string[] = [];
  for await (const { path, undo } of stepsOf(store, run as NonNullable<typeof run>)) {
    expect(undo[0]?.insert.length).toBeGreaterThan(2_000);
    read.push(path);
  }
  expect(read[0]).toBe(`${STEPS - 1} 笔记.md`);
  expect(read).toHaveLength(STEPS);
  expect(Math.max(...parts)).toBeLessThanOrEqual(1024 * 1024);
  expect(whole).not.toHaveBeenCalled();
});

test('on a phone it is read whole', async () => {
  const { store, whole } = journals({ isPhone: true });
  expect((await readRun(store, ID))?.steps).toHaveLength(STEPS);
  expect(whole).toHaveBeenCalledTimes(1);
});

test('on a phone one that would need too much memory is refused, with its size', async () => {
  const { store, whole, disk } = journals({ isPhone: true, text: '{}\n' });
  const file = disk.files.get(`runs/${ID}.jsonl`);
  if (file) disk.files.set(`runs/${ID}.jsonl`, { ...file, size: 500_000_000 });
  await expect(readRun(store, ID)).rejects.toThrow(
    'The undo data (500 MB) is too large for this device. Open the vault on a computer.',
  );
  expect(whole).not.toHaveBeenCalled();
});

test('a journal that becomes shorter while it is read ends where it ends', async () => {
  const disk = new Disk();
  disk.seed('runs/a.jsonl', 'abc');
  const adapter = new DataAdapter(disk, 'vault');
  const file = await openFile(adapter, 'runs/a.jsonl');
  expect(new TextDecoder().decode(await file.read(1, 100))).toBe('bc');
  await file.close();
});
