import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readVault } from './read-vault';
import { servePlayground, type Served } from './serve';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'omnivore-rescue-vault-'));
  mkdirSync(join(folder, 'Reading'));
  mkdirSync(join(folder, '.obsidian'));
  writeFileSync(join(folder, 'Reading', 'One.md'), '# One </script> note\n');
  writeFileSync(join(folder, 'picture.png'), 'not a note');
  writeFileSync(join(folder, '.obsidian', 'hidden.md'), 'secret');
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Status and text of the answer. */
function get(url: string, host?: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: host ? { host } : {} }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += String(chunk)));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    asked.on('error', reject).end();
  });
}

test('a vault is its notes: no hidden folder, no other file, no link', () => {
  symlinkSync(folder, join(folder, 'Reading', 'round'));
  expect(readVault(folder)).toEqual({ 'Reading/One.md': '# One </script> note\n' });
});

describe('served', () => {
  let served: Served;

  beforeEach(async () => {
    served = await servePlayground(process.cwd(), folder, 0);
  });

  afterEach(() => served.close());

  test('on this machine alone', async () => {
    expect(served.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect((await get(served.address)).status).toBe(200);
    expect((await get(served.address, 'elsewhere.example')).status).toBe(404);
  });

  test('the notes are in the page, and can’t end its script', async () => {
    const { text } = await get(served.address);
    const data = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(text)?.[1];
    const { files } = JSON.parse(data ?? '') as { files: Record<string, string> };
    expect(files).toEqual({ 'Reading/One.md': '# One </script> note\n' });
  });

  test.each(['/../package.json', '/main.js', '/Reading/One.md'])('not %s', async (path) => {
    expect((await get(new URL(path, served.address).href)).status).toBe(404);
  });

  test('on another port where the wanted one is in use', async () => {
    const port = Number(new URL(served.address).port);
    const second = await servePlayground(process.cwd(), folder, port);
    expect(second.address).not.toBe(served.address);
    second.close();
  });
});
