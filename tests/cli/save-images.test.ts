import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { folderLock } from '../../src/cli/fs/folder-lock.mts';
import { pictureAt, SAME_PICTURE, startImageServer, SVG, type ImageServer } from '../image-server';
import { BUILT, filesIn, folderOf, put, removeFolders, textOf, type Ended } from './command-line';

let server: ImageServer;
beforeEach(async () => {
  server = await startImageServer();
});
afterEach(() => server.close());
afterAll(removeFolders);
jest.setTimeout(120_000);

interface SaveJson {
  readonly schema: number;
  readonly run: string | null;
  readonly saved: readonly {
    readonly path: string;
    readonly url: string;
    readonly file: string;
    readonly bytes: number;
    readonly from: string;
  }[];
  readonly left: readonly {
    readonly path: string;
    readonly url: string;
    readonly reason: string;
    readonly status: number | null;
  }[];
  readonly failed: readonly { readonly path: string; readonly error: string }[];
}

/** Starts the program; the test's own server must be able to answer meanwhile. */
function start(...args: readonly string[]): { program: ChildProcess; ended: Promise<Ended> } {
  const program = spawn(process.execPath, [BUILT, ...args], { env: { ...process.env, TZ: 'UTC' } });
  let [out, err] = ['', ''];
  program.stdout.on('data', (data) => (out += String(data)));
  program.stderr.on('data', (data) => (err += String(data)));
  const ended = new Promise<Ended>((resolve) => {
    program.on('close', (code) => resolve({ code, out, err }));
  });
  return { program, ended };
}

function archive(): string {
  return `${server.origin}/web`;
}

function flags(): readonly string[] {
  return ['--allow-private-hosts', '--archive', archive()];
}

function save(folder: string, ...more: readonly string[]): Promise<Ended> {
  return start('save-images', folder, ...flags(), ...more).ended;
}

async function saveJson(folder: string, ...more: readonly string[]): Promise<SaveJson> {
  const { out, err } = await save(folder, '--json', ...more);
  expect(err).toBe('');
  return JSON.parse(out) as SaveJson;
}

async function undo(folder: string): Promise<Ended> {
  return start('undo', folder, '--json').ended;
}

/** A saved article with this text. */
function article(body: string, title = 'Tides'): string {
  return `---
id: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a
date_saved: 2024-03-20 18:15:30
---

# ${title}
#Omnivore

[Read on Omnivore](https://omnivore.app/me/x-18e5b5c135d)
[Read Original](https://keepers.example.org/lamp)

${body}
`;
}

function images(...paths: readonly string[]): string {
  return paths.map((path) => `![](${server.origin}${path})\n`).join('\n');
}

/** The bytes of each image in a note, by the path in its link. */
function shownBy(folder: string, note: string): readonly Buffer[] {
  const links = [...textOf(folder, note).matchAll(/!\[[^\]]*\]\(([^) ]+)/g)];
  return links.map(([, path = '']) =>
    readFileSync(join(folder, posix.join(dirname(note), decodeURIComponent(path)))),
  );
}

const hash = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 16);

describe('images are saved', () => {
  test('and linked to, with their text, size and title; then undone to the byte', async () => {
    const url = `${server.origin}/any/a%20b.png`;
    const before = {
      'Shelf/Tides.md': article(
        `![a|300](${url} "Low")\n\n<img alt="x" src="${server.origin}/any/2.png">\r\n[![](${server.origin}/any/3.png)](https://b.example.org)`,
      ),
      'mine.md': `![](${server.origin}/any/mine.png)`,
    };
    const folder = folderOf(before);
    const report = await saveJson(folder);
    expect(report).toMatchObject({ schema: 1, left: [], failed: [] });
    expect(Object.keys(report)).toEqual(['schema', 'run', 'saved', 'left', 'failed']);
    const file = `attachments/Tides-${hash(pictureAt('/any/a%20b.png'))}.png`;
    expect(report.saved[0]).toEqual({
      ...{ path: 'Shelf/Tides.md', url, file },
      ...{ bytes: pictureAt('/any/a%20b.png').length, from: 'original' },
    });
    const text = textOf(folder, 'Shelf/Tides.md');
    expect(text).toContain(`![a|300](../${file} "Low")`);
    expect(text).toMatch(/<img alt="x" src="\.\.\/attachments\/Tides-[0-9a-f]{16}\.png">\r\n/);
    expect(text).toMatch(/\[!\[\]\(\.\.\/attachments\/\S+\)\]\(https:\/\/b\.example\.org\)/);
    expect(textOf(folder, 'mine.md')).toBe(before['mine.md']);
    const { code, out } = await undo(folder);
    expect({ code, ...(JSON.parse(out) as object) }).toMatchObject({
      code: 0,
      restored: ['Shelf/Tides.md'],
      left: [],
    });
    const after = filesIn(folder);
    const trashed = Object.keys(after).filter((path) => path.startsWith('.trash/'));
    expect(trashed).toHaveLength(3);
    expect(Object.keys(after).filter((path) => !trashed.includes(path))).toEqual(
      Object.keys(before),
    );
    expect(after).toMatchObject(before);
    expect(existsSync(join(folder, 'attachments'))).toBe(false);
  });

  test.each([
    ['with a wrong content type', '/wrong-type/a', 'original'],
    ['if a Referer is needed', '/needs-referer/a', 'original'],
    ['if the host’s own Referer is needed', '/needs-own-referer/a', 'original'],
    ['if a foreign Referer is refused', '/refuses-foreign/a', 'original'],
    ['after redirects', '/redirect/3', 'original'],
    ['with gzip', '/gzip/a', 'original'],
    ['with Brotli', '/brotli/a', 'original'],
    ['after 429 with Retry-After', '/busy/a', 'original'],
    ['after 503', '/unavailable/a', 'original'],
    ['that are gone, from the archive', '/gone/a.png', 'archive'],
    ['with a query that looks like a name', '/any/x?x=y.png', 'original'],
    ['with 300 characters', `/any/${'a'.repeat(300)}.png`, 'original'],
    ['in Chinese', '/any/潮.png', 'original'],
    ['with quotes', "/any/it's.png", 'original'],
    ['with a fragment', '/any/a.png#top', 'original'],
  ])('%s', async (_, path, from) => {
    const folder = folderOf({ 'a.md': article(images(path)) });
    const { saved, left } = await saveJson(folder);
    expect({ left, saved }).toMatchObject({
      left: [],
      saved: [{ url: server.origin + path, from }],
    });
    const asked = path.startsWith('/redirect') ? '/any/redirected' : new URL(server.origin + path);
    const name = typeof asked === 'string' ? asked : asked.pathname + asked.search;
    expect(shownBy(folder, 'a.md')).toEqual([Buffer.from(pictureAt(name))]);
  });

  test('with a space in the URL, in angle brackets', async () => {
    const folder = folderOf({ 'a.md': article(`![](<${server.origin}/any/a b "c".png>)`) });
    const { saved } = await saveJson(folder);
    expect(saved).toMatchObject([{ url: `${server.origin}/any/a b "c".png` }]);
    expect(shownBy(folder, 'a.md')).toEqual([Buffer.from(pictureAt('/any/a%20b%20%22c%22.png'))]);
  });

  test('the real picture if a foreign request gets a small one instead', async () => {
    const paths = [1, 2, 3, 4].map((n) => `/refuses-with-picture/${n}`);
    const folder = folderOf({ 'a.md': article(images(...paths)) });
    const { saved, left } = await saveJson(folder);
    expect(left).toEqual([]);
    expect(saved).toHaveLength(4);
    expect(shownBy(folder, 'a.md')).toEqual(paths.map((path) => Buffer.from(pictureAt(path))));
    expect(readdirSync(join(folder, 'attachments'))).toHaveLength(4);
  });

  test('once for identical bytes, under 50 URLs in several notes', async () => {
    const paths = Array.from({ length: 50 }, (_, i) => `/same/${i}`);
    const folder = folderOf({
      'a.md': article(images(...paths.slice(0, 25))),
      'b.md': article(images(...paths.slice(25)), 'Other'),
    });
    const { saved } = await saveJson(folder);
    expect(saved).toHaveLength(50);
    expect(readdirSync(join(folder, 'attachments'))).toEqual([`Tides-${hash(SAME_PICTURE)}.png`]);
    expect((await undo(folder)).code).toBe(0);
    expect(textOf(folder, 'b.md')).toBe(article(images(...paths.slice(25)), 'Other'));
  });

  test('an SVG with a script as a file, never as a part of the note', async () => {
    const folder = folderOf({ 'a.md': article(images('/svg')) });
    await saveJson(folder);
    expect(shownBy(folder, 'a.md')).toEqual([Buffer.from(SVG)]);
    expect(textOf(folder, 'a.md')).not.toContain('<script');
  });

  test('each once, for all notes that show it, two at a time of one host', async () => {
    const paths = Array.from({ length: 30 }, (_, i) => `/any/${i}.png`);
    const note = article(images(...paths));
    const folder = folderOf({ 'a.md': note, 'b.md': note });
    expect((await saveJson(folder)).saved).toHaveLength(60);
    expect(server.requests.map(({ url }) => url).sort()).toEqual([...paths].sort());
    expect(server.mostAtOnce()).toBeLessThanOrEqual(2);
  });

  test('in properties, as a link in a vault', async () => {
    const note = article('').replace('---\n\n#', `cover: "${server.origin}/any/c.png"\n---\n\n#`);
    const folder = folderOf({
      'a.md': note,
      '.obsidian/app.json': '{"attachmentFolderPath":"./pics"}',
    });
    const { saved } = await saveJson(folder);
    const file = `pics/Tides-${hash(pictureAt('/any/c.png'))}.png`;
    expect(saved).toMatchObject([{ file }]);
    expect(textOf(folder, 'a.md')).toContain(`\ncover: "[[${file}]]"\n`);
  });

  test('in lists of properties, each item by itself', async () => {
    const list = `cover:\n  - ${server.origin}/any/c.png\n  - mine.png\nimage: [${server.origin}/any/d.png]`;
    const before = article('').replace('---\n\n#', `${list}\n---\n\n#`);
    const folder = folderOf({ 'a.md': before });
    const { saved, left } = await saveJson(folder);
    expect(left).toEqual([]);
    expect(saved).toHaveLength(2);
    const [c, d] = saved.map(({ file }) => file);
    expect(textOf(folder, 'a.md')).toBe(
      before
        .replace(`${server.origin}/any/c.png`, String(c))
        .replace(`${server.origin}/any/d.png`, String(d)),
    );
    await undo(folder);
    expect(textOf(folder, 'a.md')).toBe(before);
  });

  test('in the folder of the flag', async () => {
    const folder = folderOf({ 'a.md': article(images('/any/a.png')) });
    const { saved } = await saveJson(folder, '--attachments', 'My Files/100%');
    expect(saved[0]?.file).toMatch(/^My Files\/100%\/Tides-/);
    expect(textOf(folder, 'a.md')).toContain('](My%20Files/100%25/Tides-');
  });
});

describe('images stay links', () => {
  test.each([
    ['/forbidden/a', 'http-error', 403],
    ['/never/a', 'http-error', 404],
    ['/broken/a', 'http-error', 500],
    ['/xml/a', 'xml', 200],
    ['/html/a', 'html', 200],
    ['/json/a', 'json', 200],
    ['/pixel/a', 'pixel', 200],
    ['/empty/a', 'empty', 200],
    ['/loop', 'bad-redirect', null],
    ['/to-file', 'bad-redirect', null],
    ['/truncated/a', 'truncated', null],
    ['/endless', 'too-large', null],
    ['/large', 'too-large', null],
  ])('%s: %s', async (path, reason, status) => {
    const note = article(images(path));
    const folder = folderOf({ 'a.md': note });
    const report = await saveJson(folder);
    expect(report).toMatchObject({
      ...{ run: null, saved: [], failed: [] },
      left: [{ path: 'a.md', url: server.origin + path, reason, status }],
    });
    expect(Object.keys(filesIn(folder))).toEqual(['a.md']);
    expect(textOf(folder, 'a.md')).toBe(note);
  });

  test('if a property can’t be changed in place, and are not fetched', async () => {
    const url = `${server.origin}/any/c.png`;
    const note = article('').replace('---\n\n#', `cover: >-\n  ${url}\n---\n\n#`);
    const folder = folderOf({ 'a.md': note });
    const left = [{ path: 'a.md', url, reason: 'not-editable', status: null }];
    expect(await saveJson(folder, '--dry-run')).toMatchObject({ left });
    expect(await saveJson(folder)).toMatchObject({ run: null, saved: [], left });
    expect((await save(folder, '--dry-run')).out).toBe(
      '1 image can’t be saved: the image can’t be changed in place.\n',
    );
    expect((await save(folder)).out).toContain('Still on the web: 1');
    expect(textOf(folder, 'a.md')).toBe(note);
    expect(server.requests).toEqual([]);
  });

  test('if a host sends only one small picture', async () => {
    const paths = [1, 2, 3].map((n) => `/refused/${n}`);
    const note = article(images(...paths, '/any/a.png'));
    const folder = folderOf({ 'a.md': note });
    const { saved, left } = await saveJson(folder);
    expect(saved).toHaveLength(1);
    expect(left.map(({ reason }) => reason)).toEqual(Array(3).fill('refusal-picture'));
    expect(readdirSync(join(folder, 'attachments'))).toHaveLength(1);
  });

  test('of private hosts, unless a flag allows them', async () => {
    const folder = folderOf({ 'a.md': article(images('/any/a.png')) });
    const { out, code } = await start('save-images', folder, '--json', '--archive', archive())
      .ended;
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ saved: [], left: [{ reason: 'private-host' }] });
    expect(server.requests).toEqual([]);
  });

  test('of gone ones without the archive', async () => {
    const folder = folderOf({ 'a.md': article(images('/gone/a.png')) });
    const { out } = await start(
      'save-images',
      folder,
      '--json',
      '--allow-private-hosts',
      '--no-archive',
    ).ended;
    expect(JSON.parse(out)).toMatchObject({
      saved: [],
      left: [{ reason: 'http-error', status: 404 }],
    });
    expect(server.requests).toHaveLength(1);
  });
});

describe('before and after', () => {
  test('a dry run asks nobody and says how many images are on which hosts', async () => {
    const folder = folderOf({ 'a.md': article(images('/any/a.png', '/any/b.png')) });
    const { code, out } = await save(folder, '--dry-run');
    expect({ code, out }).toEqual({
      code: 0,
      out: `Would save 2 images from 1 host, shown in 1 note.\n        2  ${server.origin.slice(7)}\n`,
    });
    expect(server.requests).toEqual([]);
    expect(Object.keys(filesIn(folder))).toEqual(['a.md']);
  });

  test('a second run has nothing to do, and a new note with a known image fetches nothing', async () => {
    const folder = folderOf({ 'a.md': article(images('/any/a.png')) });
    await saveJson(folder);
    expect((await save(folder)).out).toBe(
      'Nothing to save: no saved article here shows an image from the web.\n',
    );
    put(folder, 'b.md', article(images('/any/a.png'), 'Other'));
    expect((await save(folder, '--dry-run')).out).toContain('1 image of them will not be fetched');
    const { saved } = await saveJson(folder);
    expect(saved).toMatchObject([{ path: 'b.md' }]);
    expect(server.requests).toHaveLength(1);
    // The first note still shows the file.
    expect(JSON.parse((await undo(folder)).out)).toMatchObject({
      restored: ['b.md'],
      left: [{ reason: 'in-use' }],
    });
    expect(shownBy(folder, 'a.md')).toHaveLength(1);
    expect(JSON.parse((await undo(folder)).out)).toMatchObject({ restored: ['a.md'], left: [] });
    expect(existsSync(join(folder, 'attachments'))).toBe(false);
  });

  test('what a run did is in the history, and it says how to undo it', async () => {
    const folder = folderOf({ 'a.md': article(images('/any/a.png')) });
    const { out, code } = await save(folder);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^Saved 1 image in 1 note \(0\.0 MB\)\.\n\nUndo: {2}.* undo .* --run \S+\n$/,
    );
    const { out: history } = await start('history', folder).ended;
    expect(history).toMatch(/1 note, 1 new file {2}Images saved/);
  });

  test('undo leaves an image that was changed, and one that another note shows', async () => {
    const folder = folderOf({ 'a.md': article(images('/any/a.png', '/any/b.png')) });
    const { saved } = await saveJson(folder);
    const [first = '', second = ''] = saved.map(({ file }) => file);
    put(folder, first, 'painted over');
    put(folder, 'drawing.canvas', JSON.stringify({ nodes: [{ file: second }] }));
    const report = JSON.parse((await undo(folder)).out) as {
      left: { path: string; reason: string }[];
    };
    expect(report.left.sort((a, b) => (a.reason < b.reason ? -1 : 1))).toEqual([
      { path: first, reason: 'changed-since' },
      { path: second, reason: 'in-use' },
    ]);
    expect(textOf(folder, first)).toBe('painted over');
  });

  test('with a journal from somebody else, undo removes only saved images', async () => {
    const named = `photo-${hash(Buffer.from('other'))}.png`;
    const folder = folderOf({
      'photo.png': 'p',
      [named]: 'p',
      '.hidden/a-0123456789abcdef.png': 'p',
    });
    const runs = join(folder, '.omnivore-rescue/runs');
    mkdirSync(runs, { recursive: true });
    const paths = [
      'photo.png',
      named,
      '../a-0123456789abcdef.png',
      '.hidden/a-0123456789abcdef.png',
    ];
    const lines = paths.map((path) =>
      JSON.stringify({ image: [path, 'https://a.example.org', 1, 'original'] }),
    );
    writeFileSync(
      join(runs, '20261126T103438427-249c.jsonl'),
      `${lines.join('\n')}\n{"folder":"../x"}\n`,
    );
    const before = filesIn(folder);
    const report = JSON.parse((await undo(folder)).out) as { left: { reason: string }[] };
    expect(report.left.map(({ reason }) => reason).sort()).toEqual([
      'changed-since',
      ...Array<string>(3).fill('not-a-note'),
    ]);
    expect(filesIn(folder)).toEqual(before);
  });
});

describe('flags that are wrong', () => {
  test.each([
    [['--attachments', '../out'], /--attachments must name a folder inside/],
    [['--attachments', '.hidden'], /--attachments must not name a hidden folder/],
    [['--archive', 'nowhere'], /--archive needs a URL/],
    [['--jobs', '0'], /--jobs needs a number from 1 to 64/],
  ])('%j', async (more, message) => {
    const { code, err } = await start('save-images', folderOf({}), ...more).ended;
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});

describe('a run that does not end', () => {
  const PATHS = Array.from({ length: 60 }, (_, i) => `/any/${i}.png`);

  /** Notes with images that arrive at once, and one that never does. */
  function notes(): Readonly<Record<string, string>> {
    const many = Array.from({ length: 6 }, (_, i) => [
      `n${i}.md`,
      article(images(...PATHS.slice(i * 10, i * 10 + 10)), `Note ${i}`),
    ]);
    return {
      ...(Object.fromEntries(many) as Record<string, string>),
      'z.md': article(images('/silent')),
    };
  }

  async function until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  test.each([1, 10, 30, 61])(
    'killed after %d requests, it can be gone on with, and undone',
    async (count) => {
      const before = notes();
      const folder = folderOf(before);
      const { program, ended } = start('save-images', folder, ...flags());
      await until(() => server.requests.length >= count);
      program.kill('SIGKILL');
      await ended;
      for (const [path, text] of Object.entries(before)) expect(textOf(folder, path)).toBe(text);
      const there = readdirSync(folder).includes('attachments')
        ? readdirSync(join(folder, 'attachments')).filter((name) => !name.startsWith('.')).length
        : 0;
      const asked = server.requests.length;
      // Without the image that never comes.
      put(folder, 'z.md', article(''));
      const { saved, left } = await saveJson(folder);
      expect(left).toEqual([]);
      expect(saved).toHaveLength(60);
      expect(server.requests.length - asked).toBe(60 - there);
      await undo(folder);
      put(folder, 'z.md', before['z.md'] ?? '');
      const after = filesIn(folder);
      expect(Object.keys(after).filter((path) => !path.startsWith('.trash/'))).toEqual(
        Object.keys(before),
      );
      expect(after).toMatchObject(before);
    },
  );

  test('Ctrl-C stops fetching, and links what was saved', async () => {
    const before = notes();
    const folder = folderOf(before);
    const { program, ended } = start('save-images', folder, ...flags(), '--json');
    await until(() => server.requests.length >= 61);
    await until(
      () =>
        readdirSync(join(folder, 'attachments')).filter((name) => !name.startsWith('.')).length ===
        60,
    );
    program.kill('SIGINT');
    const { code, out, err } = await ended;
    expect({ code, err }).toEqual({
      code: 130,
      err: 'Stopped. The same command saves the other images.\n',
    });
    const { saved, left } = JSON.parse(out) as SaveJson;
    expect(left).toEqual([]);
    expect(saved).toHaveLength(60);
    expect(textOf(folder, 'z.md')).toBe(before['z.md']);
    expect(existsSync(join(folder, '.omnivore-rescue/runs/.lock'))).toBe(false);
  });

  test('during a run, another is refused', async () => {
    const folder = folderOf({ 'a.md': article(images('/any/a.png')) });
    const runs = join(folder, '.omnivore-rescue', 'runs');
    mkdirSync(runs, { recursive: true });
    const lock = folderLock(runs);
    lock.take();
    const { code, err } = await save(folder);
    expect(code).toBe(2);
    expect(err).toMatch(/^error: another run is going on in this folder/);
    expect(server.requests).toEqual([]);
    expect((await save(folder, '--dry-run')).code).toBe(0);
    lock.release();
  });

  test('if the journal can’t be written, nothing is written', async () => {
    const note = article(images('/any/a.png'));
    const folder = folderOf({ 'a.md': note, '.omnivore-rescue/runs': 'a file' });
    const { code } = await save(folder);
    expect(code).toBe(2);
    expect(textOf(folder, 'a.md')).toBe(note);
    expect(existsSync(join(folder, 'attachments'))).toBe(false);
  });
});
