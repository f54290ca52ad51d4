import { fstatSync, writeSync } from 'node:fs';
import type { WriteStream } from 'node:tty';
import { rendered, type Line, type Screen } from './line.mts';
import { progressBar, type Progress } from './progress.mts';

/** What the output needs of `process.stdout` and `process.stderr`. */
export type Stream = Pick<WriteStream, 'write' | 'on' | 'isTTY' | 'columns'> & {
  readonly fd: number;
};

/** Why output was lost: `closed`, where nobody reads on (`| head`), or the system's error. */
type Lost = { readonly closed: true } | { readonly closed: false; readonly error: unknown };

/** Where a command prints: results on stdout, all else on stderr, never both on one line of a terminal. */
export interface Output {
  /** What stdout is like. */
  readonly screen: Screen;
  /** Prints lines of the result. Once stdout can't be written any more, nothing is. */
  readonly print: (lines: Iterable<Line>) => void;
  /** Prints text as it is, such as JSON that was made plain. */
  readonly printRaw: (text: string) => void;
  /** Prints a line beside the result. */
  readonly say: (line: Line) => void;
  /** Shows how far the work has come, on a terminal; one at a time. */
  readonly progress: (total: number, label: string) => Progress;
  /** A line that is printed beside the result if the result can't be printed: what the user must not lose. */
  readonly ifLost: (line: Line) => void;
  /** Waits until all is written; null where nothing was lost. */
  readonly finish: () => Promise<Lost | null>;
}

/** So much is written at once, in UTF-16 code units. */
const CHUNK = 65_536;
/** Where a terminal does not say how wide it is. */
const USUAL_WIDTH = 80;

/** Opens the output of a program. */
export function openOutput(
  stdout: Stream,
  stderr: Stream,
  env: Readonly<Record<string, string | undefined>>,
): Output {
  let lost: Lost | null = null;
  const precious: Line[] = [];
  let bar: Progress & { readonly hide: () => void } = NO_BAR;
  const lose = (error: unknown): void => {
    lost ??= codeOf(error) === 'EPIPE' ? { closed: true } : { closed: false, error };
  };
  stdout.on('error', lose);
  // Where even that can't be said, the exit code still tells.
  stderr.on('error', () => undefined);
  const toFile = isFile(stdout.fd);
  const write = (text: string): void => {
    if (lost !== null) return;
    bar.hide();
    if (!toFile) return void stdout.write(text);
    try {
      writeWhole(stdout.fd, text);
    } catch (error) {
      lose(error);
    }
  };
  const screen = screenOf(stdout, env);
  const errorScreen = screenOf(stderr, env);
  const say = (line: Line): void => {
    bar.hide();
    stderr.write(`${rendered(line, errorScreen)}\n`);
  };
  return {
    screen,
    print(lines) {
      let chunk = '';
      for (const line of lines) {
        chunk += `${rendered(line, screen)}\n`;
        if (chunk.length < CHUNK) continue;
        write(chunk);
        chunk = '';
      }
      if (chunk !== '') write(chunk);
    },
    printRaw: write,
    say,
    ifLost: (line) => void precious.push(line),
    progress(total, label) {
      bar = stderr.isTTY && total > 0 ? progressBar(stderr, total, label) : NO_BAR;
      return bar;
    },
    async finish() {
      bar.hide();
      // An error of the last write is told after it.
      await new Promise<void>((resolve) => void stdout.write('', () => setImmediate(resolve)));
      if (lost !== null) precious.forEach(say);
      return lost;
    },
  };
}

const NO_BAR = { step: () => undefined, stop: () => undefined, hide: () => undefined };

/** A stream to a file writes each text with one call, and does not look whether all of it went there. */
function writeWhole(fd: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at);
}

function isFile(fd: number): boolean {
  try {
    return fstatSync(fd).isFile();
  } catch {
    return false;
  }
}

function screenOf(
  stream: Stream,
  { NO_COLOR, FORCE_COLOR, TERM }: Readonly<Record<string, string | undefined>>,
): Screen {
  // Some say 0, which means that they do not know.
  const width = stream.isTTY ? stream.columns || USUAL_WIDTH : null;
  if (NO_COLOR) return { color: false, width };
  if (FORCE_COLOR !== undefined) return { color: !/^(?:0|false)$/.test(FORCE_COLOR), width };
  return { color: width !== null && TERM !== 'dumb', width };
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
}
