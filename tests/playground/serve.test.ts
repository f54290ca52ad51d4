import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
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

/** All that is in a folder, and when it was last changed or had something put into it. */
function stateOf(at: string): unknown[] {
  return readdirSync(at, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((path) => [path, statSync(join(at, path)).mtimeMs, statSync(join(at, path)).ctimeMs]);
}

/** Status and text of the answer; a path is sent as it is written, as no browser would. */
function get(url: string, host?: string, path?: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const options = { headers: host ? { host } : {}, ...(path && { path }) };
    const asked = request(url, options, (response) => {
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

test('a folder that can’t be written, of any name, is served', async () => {
  const named = join(folder, '我的 阅读 & "notes"');
  mkdirSync(named);
  writeFileSync(join(named, '一篇.md'), '# 一篇\n');
  for (const [path, mode] of [
    [join(named, '一篇.md'), 0o444],
    [named, 0o555],
  ] as const)
    chmodSync(path, mode);
  const served = await servePlayground(process.cwd(), named, 0);
  const { text } = await get(served.address);
  served.close();
  chmodSync(named, 0o755);
  expect(served.notes).toBe(1);
  expect(text).toContain('"一篇.md":"# 一篇\\n"');
  expect(text).toContain(JSON.stringify('我的 阅读 & "notes"'));
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

  test.each([
    ...['/main.js', '/Reading/One.md', '/../package.json', '/../../../../../etc/passwd'],
    ...['/%2e%2e/%2e%2e/etc/passwd', '/..%2f..%2fetc%2fpasswd', '//etc/passwd', '/page.js/../../x'],
    ...['/constructor', '/__proto__', 'http://127.0.0.1/', '/%00'],
  ])('not %s', async (path) => {
    expect(await get(served.address, undefined, path)).toEqual({ status: 404, text: 'Not found' });
  });

  test('nothing in the folder is another than before', async () => {
    const before = stateOf(folder);
    await get(served.address);
    expect(stateOf(folder)).toEqual(before);
  });

  test('on another port where the wanted one is in use', async () => {
    const port = Number(new URL(served.address).port);
    const second = await servePlayground(process.cwd(), folder, port);
    expect(second.address).not.toBe(served.address);
    second.close();
  });
});
