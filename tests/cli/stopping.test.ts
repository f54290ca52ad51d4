import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  BUILT,
  HUGO,
  article,
  filesIn,
  folderOf,
  manyArticles,
  removeFolders,
  run,
  runJson,
  runProgram,
  type Ended,
  type RepairJson,
  type UndoJson,
} from './command-line';

afterAll(removeFolders);
jest.setTimeout(1_200_000);

const LONG =
  '\n## Content\n\nThe lamp was lit at dusk, and the keeper slept until the fog came in.\n';

// With two vaults in the folder a note is printed, so that it is known when listing begins.
const VAULTS = { 'x/.obsidian/app.json': '{}', 'y/.obsidian/app.json': '{}' };
const BEGUN = 'note: there are several vaults here';

/** A run in the background. */
interface Running {
  readonly program: ChildProcess;
  readonly ended: Promise<Ended>;
}

function start(...args: readonly string[]): Running {
  const program = spawn(process.execPath, [BUILT, ...args], { env: { ...process.env, TZ: 'UTC' } });
  let [out, err] = ['', ''];
  program.stdout.on('data', (data) => (out += String(data)));
  program.stderr.on('data', (data) => (err += String(data)));
  const ended = new Promise<Ended>((resolve) => {
    program.on('close', (code) => resolve({ code, out, err }));
  });
  return { program, ended };
}

/** Waits until a condition is true or the program has ended. */
async function until(holds: () => boolean, { program }: Running): Promise<void> {
  while (!holds() && program.exitCode === null) await new Promise(setImmediate);
}

function bytesOf(file: string): string {
  return readFileSync(file, 'latin1');
}

/** Where half-written copies of notes would be. */
function strangeFiles(folder: string, known: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(filesIn(folder)).filter((path) => !(path in known));
}

describe('Ctrl-C', () => {
  const NOTES = manyArticles(1500);
  const [[FIRST]] = Object.entries(NOTES).sort() as [[string, string]];

  async function interrupted(folder: string, ...args: readonly string[]): Promise<Ended> {
    const first = join(folder, FIRST);
    const before = bytesOf(first);
    const running = start('repair', folder, ...HUGO, ...args);
    await until(() => bytesOf(first) !== before, running);
    running.program.kill('SIGINT');
    return running.ended;
  }

  test.each(['1', '4'])(
    'with %s jobs: stops, prints what was done and how to undo it',
    async (jobs) => {
      const folder = folderOf(NOTES);
      const { code, out, err } = await interrupted(folder, '--jobs', jobs);
      expect({ code, err }).toEqual({
        code: 130,
        err: 'Stopped. Notes that were not reached are unchanged.\n',
      });
      const repairedCount = Number(/^Repaired (\d+) notes?\./.exec(out)?.[1]);
      const after = filesIn(folder);
      expect(Object.keys(after)).toEqual(Object.keys(NOTES).sort());
      const changed = Object.keys(after).filter((path) => after[path] !== NOTES[path]);
      expect(changed).toHaveLength(repairedCount);
      expect(repairedCount).toBeGreaterThan(0);
      expect(repairedCount).toBeLessThan(1500);
      const undo = /Undo: {2}(.*)\n$/.exec(out)?.[1] ?? '';
      expect(runProgram('sh', ['-c', undo]).code).toBe(0);
      expect(filesIn(folder)).toEqual(NOTES);
    },
  );

  test('with --json the report is whole, and the next run does the rest', async () => {
    const folder = folderOf(NOTES);
    const { code, out } = await interrupted(folder, '--json');
    const first = JSON.parse(out) as RepairJson;
    expect(code).toBe(130);
    expect(first.run).toMatch(/^\d{8}T\d{9}-[0-9a-f]{4}$/);
    const { repaired } = runJson<RepairJson>('repair', folder);
    expect(first.repaired.length + repaired.length).toBe(1500);
  });

  test('during undo: the same command continues with the rest', async () => {
    const folder = folderOf(NOTES);
    runJson<RepairJson>('repair', folder);
    const last = join(folder, Object.keys(NOTES).sort().at(-1) ?? '');
    const before = bytesOf(last);
    const running = start('undo', folder, '--json');
    await until(() => bytesOf(last) !== before, running);
    running.program.kill('SIGINT');
    const { code, out, err } = await running.ended;
    expect({ code, err }).toEqual({
      ...{ code: 130, err: 'Stopped. The same command restores the other notes.\n' },
    });
    const first = JSON.parse(out) as UndoJson;
    const rest = runJson<UndoJson>('undo', folder);
    expect(rest).toMatchObject({ run: first.run, left: [] });
    expect(first.restored.length + rest.restored.length).toBe(1500);
    expect(filesIn(folder)).toEqual(NOTES);
  });

  test('in a dry run nothing is changed', async () => {
    const folder = folderOf(NOTES);
    const program = spawn(process.execPath, [BUILT, 'repair', folder, '--dry-run']);
    const closed = once(program, 'close');
    // Nobody reads what it prints, so it waits in the middle, until the pipe is drained.
    await once(program.stdout, 'data');
    program.stdout.pause();
    program.kill('SIGINT');
    await setTimeout(100);
    program.stdout.resume();
    expect(await closed).toEqual([130, null]);
    expect(filesIn(folder)).toEqual(NOTES);
  });
});

describe('Ctrl-C while duplicates are merged', () => {
  const NOTES = Object.fromEntries(
    Array.from({ length: 600 }, (_, i) => {
      const id = String(i).padStart(8, '0');
      const note = article(`Lamp ${i}`, { extra: LONG })
        .replaceAll('5d1b3c1a', id)
        .replaceAll('/lamp', `/lamp-${i}`);
      return [
        [`Omnivore/${i}.md`, note],
        [`Old/${i} again.md`, note.replace(LONG, '\nMine.\n')],
      ];
    }).flat() as [string, string][],
  );

  test('it stops, and undo restores all notes', async () => {
    const folder = folderOf(NOTES);
    const running = start('duplicates', folder, '--merge', '--yes');
    const kept = join(folder, 'Omnivore/0.md');
    const before = bytesOf(kept);
    await until(() => bytesOf(kept) !== before, running);
    running.program.kill('SIGINT');
    const { code, out, err } = await running.ended;
    expect({ code, err }).toEqual({
      code: 130,
      err: 'Stopped. Notes that were not reached are unchanged.\n',
    });
    const merged = Object.entries(filesIn(folder)).filter(([path, text]) => text !== NOTES[path]);
    expect(merged.length).toBeGreaterThan(0);
    expect(merged.length).toBeLessThan(600);
    const undo = /Undo: {2}(.*)\n$/.exec(out)?.[1] ?? '';
    expect(runProgram('sh', ['-c', undo]).code).toBe(0);
    expect(filesIn(folder)).toEqual(NOTES);
  });

  test('before anything is merged: nothing is changed', async () => {
    const files = { ...NOTES, ...VAULTS };
    const folder = folderOf(files);
    const running = start('duplicates', folder, '--merge', '--yes');
    let isListing = false;
    running.program.stderr?.on('data', (data) => (isListing ||= String(data).includes(BEGUN)));
    await until(() => isListing, running);
    running.program.kill('SIGINT');
    expect((await running.ended).code).toBe(130);
    expect(filesIn(folder)).toEqual(files);
  });
});

describe('Ctrl-C at any moment', () => {
  const NOTES = manyArticles(250);
  const REPAIRED = ((): Readonly<Record<string, string>> => {
    const folder = folderOf(NOTES);
    run('repair', folder);
    return filesIn(folder);
  })();
  const FILES = { ...NOTES, ...VAULTS };

  /** Sends a number of signals so many turns after listing has begun; `undo` prints nothing, so there it counts from the start. */
  async function stopped(
    args: readonly string[],
    turns: number,
    signals: number,
  ): Promise<Ended & { readonly signal: string | null }> {
    const { program, ended } = start(...args);
    let begun = args[0] === 'undo';
    program.stderr?.on('data', (data) => (begun ||= String(data).includes(BEGUN)));
    await until(() => begun, { program, ended });
    for (let i = 0; i < turns; i++) await setTimeout(1);
    for (let i = 0; i < signals; i++) {
      program.kill('SIGINT');
      await new Promise(setImmediate);
    }
    return { ...(await ended), signal: program.signalCode };
  }

  const COMMANDS = [
    ['scan'],
    ['scan', '--zone', 'auto'],
    ['repair', '--dry-run'],
    ['repair'],
    ['repair', '--zone', 'auto'],
    ['scan', '--jobs', '4'],
    ['repair', '--jobs', '4'],
  ];
  const MOMENTS = COMMANDS.flatMap((args) => [0, 20, 80].map((turns) => [args, turns] as const));

  test.each(MOMENTS)('%j, %d turns after it began to list', async (args, turns) => {
    const folder = folderOf(FILES);
    const { code, signal, err } = await stopped([...args, folder, ...HUGO], turns, 1);
    // It may have been done already.
    if (code !== 0) expect({ code, signal, err }).toMatchObject({ code: 130, signal: null });
    if (code !== 0) expect(err).toMatch(/Stopped\. [\w ]+\.\n$/);
    const after = filesIn(folder);
    expect(Object.keys(after)).toEqual(Object.keys(FILES).sort());
    const torn = Object.keys(NOTES).filter(
      (path) => after[path] !== NOTES[path] && after[path] !== REPAIRED[path],
    );
    expect(torn).toEqual([]);
    expect(existsSync(join(folder, '.omnivore-rescue/runs/.lock'))).toBe(false);
    const isChanged = Object.keys(NOTES).some((path) => after[path] !== NOTES[path]);
    // If it was stopped between the journal and the first note, the run exists and has nothing to restore.
    expect(isChanged ? [0] : [0, 2]).toContain(run('undo', folder).code);
    expect(filesIn(folder)).toEqual(FILES);
  });

  test.each([0, 20, 80, 200])('undo, %d turns after it started', async (turns) => {
    const folder = folderOf(FILES);
    run('repair', folder);
    const { code, signal } = await stopped(['undo', folder], turns, 1);
    // The system ends the program if it has not started to listen.
    expect([0, 130, null]).toContain(code);
    if (code === null) expect(signal).toBe('SIGINT');
    if (code === 130) expect(run('undo', folder)).toMatchObject({ code: 0, err: '' });
    if (code === null) run('undo', folder);
    expect(filesIn(folder)).toEqual(FILES);
    expect(existsSync(join(folder, '.omnivore-rescue/runs/.lock'))).toBe(false);
  });

  test.each([0, 20, 80])(
    'twice: what was written is whole and can be undone at once, %d turns after listing started',
    async (turns) => {
      const folder = folderOf(FILES);
      const { code, signal } = await stopped(['repair', folder, ...HUGO], turns, 2);
      expect([0, 130, null]).toContain(code);
      if (code === null) expect(signal).toBe('SIGINT');
      const after = filesIn(folder);
      const isChanged = Object.keys(NOTES).some((path) => after[path] !== NOTES[path]);
      const { err } = run('undo', folder);
      if (isChanged) expect(err).toBe('');
      expect(filesIn(folder)).toEqual(FILES);
    },
  );

  test('it ends even if it only waits for the reader of its output', async () => {
    // More output than fits into the buffers between two processes.
    const folder = folderOf(manyArticles(6000));
    // It can't be read, which is printed at the end.
    writeFileSync(join(folder, 'z.md'), '');
    truncateSync(join(folder, 'z.md'), 65 * 1024 * 1024);
    const program = spawn(process.execPath, [BUILT, 'repair', folder, '--dry-run', ...HUGO]);
    const closed = once(program, 'exit');
    await once(program.stderr, 'data');
    // The first may still find it at work; a user would press again too.
    const pressing = setInterval(() => program.kill('SIGINT'), 100);
    try {
      expect(await closed).toEqual([null, 'SIGINT']);
    } finally {
      clearInterval(pressing);
    }
  });
});

/** `KILLS=200 npx jest tests/cli/stopping` tries more. */
const KILLS = Number(process.env['KILLS'] ?? 20);

describe(`kill -9 at ${KILLS} moments`, () => {
  const COUNT = 60;
  const NOTES = manyArticles(COUNT);
  const PATHS = Object.keys(NOTES).sort();
  const REPAIRED = ((): Readonly<Record<string, string>> => {
    const folder = folderOf(NOTES);
    run('repair', folder);
    return filesIn(folder);
  })();

  /** A number from 0 up to the limit, the same in every run of the tests. */
  const random = ((seed: number) => (limit: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * limit);
  })(20240314);

  /** Kills a repair as soon as a note is written, or, without one, as soon as there is a journal. */
  async function killAt(folder: string, note: string | null, jobs: string): Promise<Ended> {
    const journals = join(folder, '.omnivore-rescue', 'runs');
    const count = (): number =>
      existsSync(journals)
        ? readdirSync(journals).filter((name) => name.endsWith('.jsonl')).length
        : 0;
    const known = count();
    const running = start('repair', folder, ...HUGO, '--jobs', jobs);
    await until(() => {
      if (note !== null) return bytesOf(join(folder, note)) !== NOTES[note];
      return count() > known;
    }, running);
    for (let turns = random(4); turns > 0; turns--) await new Promise(setImmediate);
    running.program.kill('SIGKILL');
    return running.ended;
  }

  async function lane(
    moments: readonly (string | null)[],
    jobs: string,
  ): Promise<readonly number[]> {
    const folder = folderOf(NOTES);
    const written: number[] = [];
    for (const moment of moments) {
      await killAt(folder, moment, jobs);
      const after = filesIn(folder);
      const torn = PATHS.filter(
        (path) => after[path] !== NOTES[path] && after[path] !== REPAIRED[path],
      );
      expect(torn).toEqual([]);
      written.push(PATHS.filter((path) => after[path] === REPAIRED[path]).length);
      const undone = await start('undo', folder).ended;
      if (written.at(-1) !== 0) expect(undone).toMatchObject({ code: 0, err: '' });
      expect(filesIn(folder)).toEqual(NOTES);
      expect(strangeFiles(folder, NOTES)).toEqual([]);
    }
    return written;
  }

  test.each(['1', '4'])(
    'with %s jobs: every note is whole, and undo restores all that had been written',
    async (jobs) => {
      const moments = Array.from({ length: KILLS }, (_, i) =>
        i < 5 ? null : (PATHS[random(COUNT)] ?? null),
      );
      const lanes = await Promise.all([
        lane(moments.slice(0, KILLS / 2), jobs),
        lane(moments.slice(KILLS / 2), jobs),
      ]);
      const written = lanes.flat();
      expect(written).toHaveLength(KILLS);
      // Most were killed on the way, or this test would try nothing.
      expect(written.filter((count) => count > 0 && count < COUNT).length).toBeGreaterThan(
        KILLS / 2,
      );
    },
  );

  test('what remains does not stop the next repair, which does the rest', async () => {
    const folder = folderOf({ ...NOTES, 'z.md': article('Z') });
    await killAt(folder, PATHS[30] ?? null, '4');
    runJson<RepairJson>('repair', folder);
    expect(filesIn(folder)).toMatchObject(REPAIRED);
    expect(strangeFiles(folder, { ...NOTES, 'z.md': '' })).toEqual([]);
  });
});
