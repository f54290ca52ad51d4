import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let vault: string;

beforeEach(() => (vault = mkdtempSync(join(tmpdir(), 'omnivore-rescue-install-'))));
afterEach(() => rmSync(vault, { recursive: true }));

function install(...args: readonly string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/install-plugin.mjs', ...args],
    { encoding: 'utf8' },
  );
  return { status, output: stdout + stderr };
}

test('copies the three files into the vault, and data.json stays', () => {
  const folder = join(vault, '.obsidian', 'plugins', 'omnivore-rescue');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'data.json'), '{"mine":1}');
  writeFileSync(join(folder, 'main.js'), 'old');
  expect(install(vault).status).toBe(0);
  expect(readdirSync(folder).sort()).toEqual([
    ...['data.json', 'main.js', 'manifest.json', 'styles.css'],
  ]);
  expect(readFileSync(join(folder, 'data.json'), 'utf8')).toBe('{"mine":1}');
  expect(readFileSync(join(folder, 'main.js'))).toEqual(readFileSync('main.js'));
});

test('a folder that is not a vault is refused, and nothing is written', () => {
  const { status, output } = install(vault);
  expect(status).toBe(2);
  expect(output).toContain('is not a vault');
  expect(readdirSync(vault)).toEqual([]);
});

test.each([[[]], [['no such folder']]])('%j is refused', (args) => {
  const { status, output } = install(...args);
  expect(status).toBe(2);
  expect(output.trim().split('\n')).toHaveLength(1);
});
