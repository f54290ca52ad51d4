import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string;
let started: ChildProcess | null = null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '阅读 notes '));
  writeFileSync(join(folder, 'A.md'), '# A\n');
});

afterEach(() => {
  started?.kill();
  rmSync(folder, { recursive: true });
});

/** What `npm run playground` says, until it serves or ends; with its exit code where it has ended. */
function playground(at: string, port: string): Promise<{ said: string; code: number | null }> {
  const script = join('scripts', 'playground.mjs');
  const child = spawn(process.execPath, [script, at], { env: { ...process.env, PORT: port } });
  started = child;
  return new Promise((resolve) => {
    let said = '';
    const hear = (chunk: unknown): void => {
      said += String(chunk);
      if (said.includes('Ctrl+C')) resolve({ said, code: null });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('close', (code) => resolve({ said, code }));
  });
}

test('it says what it serves, and where', async () => {
  const { said } = await playground(folder, '0');
  expect(said.split('\n')).toEqual([
    `1 note of ${folder}, read once: what you do with them stays in the page.`,
    expect.stringMatching(
      /^Open http:\/\/127\.0\.0\.1:\d+\/ in a browser\. Ctrl\+C here ends it\.$/,
    ),
    '',
  ]);
});

test('of a port that is in use it says so, and takes another', async () => {
  const other: Server = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const { said } = await playground(folder, String(port));
  other.close();
  const [first, , third] = said.split('\n');
  expect(first).toMatch(
    new RegExp(`^Port ${port} is in use by another program; \\d+ is taken instead\\.$`),
  );
  expect(third).toContain(/; (\d+) is/.exec(first ?? '')?.[1]);
});

test.each<[string, string, string]>([
  [
    'a folder that is not there',
    'nowhere',
    'nowhere is not a folder. Usage: npm run playground [folder]',
  ],
  ['a port that is none', '.', 'PORT is a number up to 65535, not 99999.'],
])('%s is refused in one line', async (_, at, line) => {
  const { said, code } = await playground(at, at === '.' ? '99999' : '0');
  expect(said.split('\n')).toEqual([expect.stringContaining(line), '']);
  expect(code).toBe(2);
});
