import type { ChunkPlan } from '../../../src/cli/jobs/chunk.mts';
import type { PlannedChunk } from '../../../src/cli/jobs/plan-chunks.mts';
import { writeChunks } from '../../../src/cli/jobs/write-chunks.mts';
import type { NoteSummary } from '../../../src/core/report/note-summary';

const failed = (path: string): NoteSummary => ({ kind: 'failed', path, error: 'No.' });

/** The plan of a chunk with one note. */
function planOf(path: string, isWritten: boolean): ChunkPlan {
  const tally = { isDayFirst: false, isMonthFirst: false, isMixed: false };
  const nothing = { text: '', postponed: [], tally, clocks: [] };
  const journal = isWritten ? { lines: [`${path}\n`], paths: [path] } : null;
  return { ...nothing, notes: 1, summaries: [failed(path)], journal };
}

/** What happens, in order. */
let events: string[];
/** Chunks that are not written yet, by their path. */
let open: Map<string, () => void>;

beforeEach(() => {
  events = [];
  open = new Map();
});

/** Chunks that end when `open` lets them. */
async function* chunksOf(paths: readonly string[]): AsyncGenerator<PlannedChunk> {
  for (const path of paths) {
    events.push(`plan ${path}`);
    const write = (): Promise<readonly NoteSummary[]> => {
      events.push(`write ${path}`);
      return new Promise((resolve) => open.set(path, () => resolve([failed(path)])));
    };
    yield { plan: planOf(path, !path.startsWith('own')), write };
  }
}

const journal = {
  writeTexts: (lines: readonly string[]) => {
    events.push(`journal ${lines.join('').trim()}`);
    return Promise.resolve();
  },
};
const GO_ON = { isRequested: false, flag: new Int32Array(1) };

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Runs to its end, and lets each chunk end as soon as it is started. */
async function all(chunks: ReturnType<typeof writeChunks>): Promise<readonly string[]> {
  const letting = setInterval(() => open.forEach((end) => end()), 1);
  const done: string[] = [];
  try {
    for await (const { summaries } of chunks) done.push(...summaries.map(({ path }) => path));
  } finally {
    clearInterval(letting);
  }
  return done;
}

test('a chunk is written after its lines are in the journal, and reported in order', async () => {
  const done = await all(writeChunks(chunksOf(['a', 'b', 'own', 'c']), journal, GO_ON, 2));
  expect(done).toEqual(['a', 'b', 'own', 'c']);
  for (const path of ['a', 'b', 'c']) {
    expect(events.indexOf(`journal ${path}`)).toBeGreaterThanOrEqual(0);
    expect(events.indexOf(`journal ${path}`)).toBeLessThan(events.indexOf(`write ${path}`));
  }
  expect(events.filter((event) => event.startsWith('journal'))).toEqual(
    ['a', 'b', 'c'].map((path) => `journal ${path}`),
  );
  expect(events).not.toContain('write own');
});

test('no more chunks are written at the same time than allowed', async () => {
  const running = writeChunks(chunksOf(['a', 'b', 'c']), journal, GO_ON, 2);
  const first = running.next();
  await turn();
  expect([...open.keys()]).toEqual(['a', 'b']);
  // The second is done first, and waits for its turn.
  open.get('b')?.();
  await turn();
  expect(events).not.toContain('journal c');
  open.get('a')?.();
  expect((await first).value?.summaries).toEqual([failed('a')]);
});

describe('if the journal can’t be written', () => {
  const full = {
    writeTexts: (lines: readonly string[]) =>
      lines.join('') === 'b\n'
        ? Promise.reject(new Error('The disk is full.'))
        : journal.writeTexts(lines),
  };

  test('no other chunk is written, and what was being written is reported', async () => {
    const done: string[] = [];
    const running = writeChunks(chunksOf(['a', 'b', 'c']), full, GO_ON, 3);
    const ended = (async () => {
      for await (const { summaries } of running) done.push(...summaries.map(({ path }) => path));
    })();
    await turn();
    open.get('a')?.();
    await expect(ended).rejects.toThrow('The disk is full.');
    expect(done).toEqual(['a']);
    expect(events.filter((event) => event.startsWith('write'))).toEqual(['write a']);
  });
});

test('after a request to stop, what was being written is reported, and nothing else is started', async () => {
  const stop = { isRequested: false, flag: new Int32Array(1) };
  const chunks = (async function* () {
    for await (const chunk of chunksOf(['a', 'b'])) {
      yield chunk;
      stop.isRequested = true;
    }
  })();
  expect(await all(writeChunks(chunks, journal, stop, 3))).toEqual(['a']);
  expect(events).not.toContain('journal b');
});

test('if a chunk can’t be written, the others are still reported', async () => {
  const broken = (async function* () {
    for await (const chunk of chunksOf(['a', 'b'])) {
      const isBroken = chunk.plan.summaries[0]?.path === 'a';
      yield isBroken ? { ...chunk, write: () => Promise.reject(new Error('Disk error.')) } : chunk;
    }
  })();
  const done: string[] = [];
  const ended = (async () => {
    for await (const { summaries } of writeChunks(broken, journal, GO_ON, 3)) {
      done.push(...summaries.map(({ path }) => path));
    }
  })();
  await turn();
  open.get('b')?.();
  await expect(ended).rejects.toThrow('Disk error.');
  expect(done).toEqual(['b']);
});
