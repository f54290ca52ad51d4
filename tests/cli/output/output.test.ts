import { openSync, readFileSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder, removeFolders } from '../command-line';
import { openOutput, type OutputStream } from '../../../src/cli/output/output.mts';

afterAll(removeFolders);

/** No file, terminal or pipe has it. */
const NO_FD = 12_345;

class FakeStream {
  text = '';
  error: unknown = null;
  readonly isTTY: boolean;
  readonly columns: number | undefined;
  readonly fd: number;
  readonly #listeners: ((error: unknown) => void)[] = [];
  constructor(isTTY: boolean, columns?: number, fd = NO_FD) {
    this.isTTY = isTTY;
    this.columns = columns;
    this.fd = fd;
  }
  write(text: string, done?: () => void): boolean {
    if (this.error !== null) for (const listener of this.#listeners) listener(this.error);
    else this.text += text;
    done?.();
    return true;
  }
  on(_: string, listener: (error: unknown) => void): this {
    this.#listeners.push(listener);
    return this;
  }
}

function opened(stdout: FakeStream, stderr = new FakeStream(false), env = {}) {
  return openOutput(stdout as unknown as OutputStream, stderr as unknown as OutputStream, env);
}

/** What a terminal of one line a row shows after all that was written to it. */
function shownOn(text: string): readonly string[] {
  return text.split('\n').map((line) => {
    const last = line.split('\r').at(-1) ?? '';
    return last.replace('\u001b[K', '');
  });
}

test('results never share a line with the progress bar on a terminal', async () => {
  const terminal = new FakeStream(true, 80);
  const out = opened(terminal, terminal, { NO_COLOR: '1' });
  const progress = out.progress(3, 'Reading');
  for (const name of ['a', 'b', 'c']) {
    progress.step();
    out.print([`${name}.md`, `    of ${name}`]);
  }
  out.printStatus('beside');
  progress.stop();
  out.print(['the end']);
  await out.finish();
  expect(terminal.text).toContain('Reading');
  expect(shownOn(terminal.text)).toEqual([
    ...['a.md', '    of a', 'b.md', '    of b', 'c.md', '    of c', 'beside', 'the end', ''],
  ]);
});

test('without a terminal, only lines are printed', async () => {
  const [stdout, stderr] = [new FakeStream(false), new FakeStream(false)];
  const out = opened(stdout, stderr);
  const progress = out.progress(1, 'Reading');
  progress.step();
  out.print([[['red', 'a']], 'b']);
  out.printStatus('c');
  progress.stop();
  expect(await out.finish()).toBeNull();
  expect([stdout.text, stderr.text]).toEqual(['a\nb\n', 'c\n']);
});

test.each<[Record<string, string>, boolean, boolean]>([
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ FORCE_COLOR: 'false' }, true, false],
  [{ TERM: 'dumb' }, true, false],
])('with %j, if a terminal is %s, there is color: %s', (env, isTTY, color) => {
  expect(opened(new FakeStream(isTTY), new FakeStream(false), env).screen.color).toBe(color);
});

test.each([
  [true, 120, 120],
  [true, undefined, 80],
  [true, 0, 80],
  [false, undefined, null],
])('the screen’s width (terminal: %s, columns: %s)', (isTTY, columns, width) => {
  expect(opened(new FakeStream(isTTY, columns)).screen.width).toBe(width);
});

describe('what can’t be written', () => {
  test.each([
    ['a closed pipe', Object.assign(new Error('gone'), { code: 'EPIPE' }), true],
    ['a full disk', Object.assign(new Error('full'), { code: 'ENOSPC' }), false],
    ['a value that is not an error', 'x', false],
  ])(
    '%s is reported at the end, and what must not be lost is printed',
    async (_, error, closed) => {
      const [stdout, stderr] = [new FakeStream(false), new FakeStream(false)];
      const out = opened(stdout, stderr);
      stdout.error = error;
      out.ifLost('Undo:  …');
      out.print(['a']);
      stdout.error = null;
      out.print(['b']);
      expect(await out.finish()).toMatchObject({ closed });
      expect([stdout.text, stderr.text]).toEqual(['', 'Undo:  …\n']);
    },
  );

  test('to stderr does not fail', () => {
    const stderr = new FakeStream(false);
    stderr.error = new Error('gone');
    expect(() => opened(new FakeStream(false), stderr).printStatus('a')).not.toThrow();
  });
});

test('to a file, all is written, and a failure is reported', async () => {
  const file = join(newFolder(), 'out');
  const fd = openSync(file, 'w');
  const out = opened(new FakeStream(false, undefined, fd));
  out.print(Array.from({ length: 20_000 }, (_, i) => `line ${i}`));
  closeSync(fd);
  expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(20_001);
  out.printRaw('more');
  expect(await out.finish()).toMatchObject({ closed: false, error: { code: 'EBADF' } });
});
