import { fstatSync, writeSync } from 'node:fs';
import type { WriteStream } from 'node:tty';
import { renderLine, type OutputLine, type Screen } from './line.mts';
import { DEFAULT_COLUMNS, progressBar, type Progress } from './progress.mts';

/** The part of `process.stdout` and `process.stderr` that is used. */
export type OutputStream = Pick<WriteStream, 'write' | 'on' | 'isTTY' | 'columns'> & {
  readonly fd: number;
};

/** Why output was lost: `closed` if nobody reads it any more (`| head`), or a system error. */
type OutputLoss = { readonly closed: true } | { readonly closed: false; readonly error: unknown };

/**
 * The output of a command. Results go to stdout, everything else to stderr. They never share a line of a
 * terminal.
 */
export interface Output {
  /** The properties of stdout. */
  readonly screen: Screen;
  /** Prints lines of the result. Does nothing once stdout can't be written. */
  readonly print: (lines: Iterable<OutputLine>) => void;
  /** Prints text unchanged, for example JSON from `plainJson`. */
  readonly printRaw: (text: string) => void;
  /** Prints a line to stderr. */
  readonly printStatus: (line: OutputLine) => void;
  /** Shows a progress bar, if stderr is a terminal. Only one at a time. */
  readonly progress: (total: number, label: string) => Progress;
  /** Remembers a line that the user must not lose. It is printed to stderr if the result can't be printed. */
  readonly ifLost: (line: OutputLine) => void;
  /** Waits until everything is written. Returns null if nothing was lost. */
  readonly finish: () => Promise<OutputLoss | null>;
}

/** How much is written at once, in UTF-16 code units. */
const CHUNK_LENGTH = 65_536;

/** Opens the output of a program. */
export function openOutput(
  stdout: OutputStream,
  stderr: OutputStream,
  env: Readonly<Record<string, string | undefined>>,
): Output {
  let lost: OutputLoss | null = null;
  const linesIfLost: OutputLine[] = [];
  let bar: Progress & { readonly hide: () => void } = NO_BAR;
  const lose = (error: unknown): void => {
    lost ??= codeOfError(error) === 'EPIPE' ? { closed: true } : { closed: false, error };
  };
  stdout.on('error', lose);
  // If not even stderr can be written, the exit code still shows the error.
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
  const printStatus = (line: OutputLine): void => {
    bar.hide();
    stderr.write(`${renderLine(line, errorScreen)}\n`);
  };
  return {
    screen,
    print(lines) {
      let chunk = '';
      for (const line of lines) {
        chunk += `${renderLine(line, screen)}\n`;
        if (chunk.length < CHUNK_LENGTH) continue;
        write(chunk);
        chunk = '';
      }
      if (chunk !== '') write(chunk);
    },
    printRaw: write,
    printStatus: printStatus,
    ifLost: (line) => void linesIfLost.push(line),
    progress(total, label) {
      bar = stderr.isTTY && total > 0 ? progressBar(stderr, total, label) : NO_BAR;
      return bar;
    },
    async finish() {
      bar.hide();
      // The error of the last write is reported after it.
      await new Promise<void>((resolve) => void stdout.write('', () => setImmediate(resolve)));
      if (lost !== null) linesIfLost.forEach(printStatus);
      return lost;
    },
  };
}

const NO_BAR = {
  step: () => undefined,
  stepBy: () => undefined,
  stop: () => undefined,
  hide: () => undefined,
};

/** Writes everything. A stream to a file calls write once per text and does not check how much was written. */
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
  stream: OutputStream,
  { NO_COLOR, FORCE_COLOR, TERM }: Readonly<Record<string, string | undefined>>,
): Screen {
  // Some terminals report 0 if they don't know.
  const width = stream.isTTY ? stream.columns || DEFAULT_COLUMNS : null;
  if (NO_COLOR) return { color: false, width };
  if (FORCE_COLOR !== undefined) return { color: !/^(?:0|false)$/.test(FORCE_COLOR), width };
  return { color: width !== null && TERM !== 'dumb', width };
}

function codeOfError(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
}
