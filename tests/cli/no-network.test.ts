import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT, article, folderOf, newFolder, removeFolders, runProgram } from './command-line';

afterAll(removeFolders);

/** Loaded before the program: the first connection, look-up or request ends it. */
const ALARM = `
  import dgram from 'node:dgram';
  import dns from 'node:dns';
  import net from 'node:net';
  const alarm = () => { process.stderr.write('NETWORK'); process.exit(99); };
  net.Socket.prototype.connect = alarm;
  dgram.createSocket = alarm;
  for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) dns[name] = dns.promises[name] = alarm;
  globalThis.fetch = globalThis.WebSocket = alarm;
`;

function guarded(...args: readonly string[]): {
  readonly code: number | null;
  readonly err: string;
} {
  const alarm = join(newFolder(), 'alarm.mjs');
  writeFileSync(alarm, ALARM);
  return runProgram(process.execPath, ['--import', alarm, BUILT, ...args]);
}

const IMAGE = '![](https://img.example.org/a.png)';

test.each([
  [['--version'], 0],
  [['--help'], 0],
  [['scan'], 0],
  [['repair', '--dry-run'], 0],
  [['repair', '--check'], 1],
  [['repair'], 0],
  [['history'], 0],
  [['undo'], 2],
  [['save-images', '--dry-run'], 0],
] as const)('%j opens no connection', ([command, ...flags], expected) => {
  const folder = folderOf({ 'a.md': article('A', { extra: IMAGE }) });
  const isCommand = !command.startsWith('--');
  const { code, err } = guarded(command, ...(isCommand ? [folder] : []), ...flags);
  expect(err).not.toContain('NETWORK');
  expect(code).toBe(expected);
});

test('the check fails for saving images', () => {
  const folder = folderOf({ 'a.md': article('A', { extra: IMAGE }) });
  expect(guarded('save-images', folder)).toMatchObject({ code: 99, err: 'NETWORK' });
});
