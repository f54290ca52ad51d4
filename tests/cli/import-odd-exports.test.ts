import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { zipOf, type PlainFile } from '../core/export/zip-of';
import { newFolder, removeFolders, runUndecided, type Ended } from './command-line';

afterAll(removeFolders);
jest.setTimeout(120_000);

const ITEM = {
  id: '0e5ad8ba-9d3c-4c1e-8b3b-5c0a8a5a1b2c',
  slug: 'tide-clocks-18e3d0b2f1a',
  title: 'Tide Clocks',
  url: 'https://salt.example/tides',
  savedAt: '2024-03-14T12:21:56.123Z',
};
const NOTE = 'Omnivore/2024-03-14/Tide Clocks.md';
const SENTENCE = 'The tide clock on the wall has one hand, and nobody had oiled it since spring.';

function metadata(...items: readonly unknown[]): PlainFile {
  return { name: 'metadata_0_to_20.json', content: JSON.stringify(items) };
}

function html(content: string, slug = ITEM.slug): PlainFile {
  return { name: `content/${slug}.html`, content };
}

interface Imported extends Ended {
  /** The text of a note; null if there is none. */
  readonly note: (path?: string) => string | null;
  /** What was not imported, and why. */
  readonly left: readonly string[];
  readonly created: readonly string[];
}

/** Imports a zip into an empty vault. Nothing may appear next to them. */
function imported(bytes: Uint8Array, ...flags: readonly string[]): Imported {
  const folder = newFolder();
  const [zip, vault] = [join(folder, 'export.zip'), join(folder, 'vault')];
  mkdirSync(vault);
  writeFileSync(zip, bytes);
  const ended = runUndecided('import', zip, vault, '--json', ...flags);
  expect(readdirSync(folder).sort()).toEqual(['export.zip', 'vault']);
  const report = JSON.parse(ended.out || '{}') as {
    readonly created?: readonly string[];
    readonly left?: readonly { readonly path: string; readonly reason: string }[];
  };
  const note = (path = NOTE) =>
    existsSync(join(vault, path)) ? readFileSync(join(vault, path), 'utf8') : null;
  const left = (report.left ?? []).map(({ path, reason }) => `${path}: ${reason}`);
  return { ...ended, note, left, created: report.created ?? [] };
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Offsets of the entries in a zip's list of files. */
function entries(bytes: Uint8Array): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at < bytes.length - 4; at++) {
    if (view(bytes).getUint32(at, true) === 0x02014b50) found.push(at);
  }
  return found;
}

/** The same zip with its list of files as Zip64 (APPNOTE 4.3.14 to 4.3.16). */
function asZip64(bytes: Uint8Array): Uint8Array {
  const at = bytes.length - 22;
  const end = view(bytes);
  const last = Buffer.from(bytes.slice(at));
  const [count, size] = [end.getUint16(at + 10, true), end.getUint32(at + 12, true)];
  const big = Buffer.alloc(56 + 20);
  big.writeUInt32LE(0x06064b50, 0);
  big.writeBigUInt64LE(44n, 4);
  for (const place of [24, 32]) big.writeBigUInt64LE(BigInt(count), place);
  big.writeBigUInt64LE(BigInt(size), 40);
  big.writeBigUInt64LE(BigInt(end.getUint32(at + 16, true)), 48);
  big.writeUInt32LE(0x07064b50, 56);
  big.writeBigUInt64LE(BigInt(at), 64);
  big.writeUInt32LE(1, 72);
  last.fill(0xff, 8, 20);
  return Buffer.concat([bytes.slice(0, at), big, last]);
}

const WHOLE = zipOf([metadata(ITEM), html(`<p>${SENTENCE}</p>`)]);

/** A zip that says that its files are very large. */
function bomb(): Uint8Array {
  const bytes = WHOLE.slice();
  for (const at of entries(bytes)) view(bytes).setUint32(at + 24, 0xfffffffe, true);
  return bytes;
}

describe('one line and exit code 2 if nothing can be imported', () => {
  test.each([
    ['half a zip', WHOLE.slice(0, WHOLE.length / 2), 'the zip is incomplete'],
    ['an empty file', new Uint8Array(), 'not a zip'],
    ['files that say they are 8 GB', bomb(), 'far more than an export contains'],
    ['metadata that is not JSON', zipOf([{ ...metadata(), content: '{' }]), 'no articles'],
    ['metadata that is not a list', zipOf([{ ...metadata(), content: '{"a":1}' }]), 'no articles'],
    ['metadata of other types', zipOf([metadata(1, 'a', null, [], { id: 7 })]), 'no articles'],
    ['metadata with an unsafe name', zipOf([{ ...metadata(ITEM), name: '../metadata_0.json' }]), 'no articles'], // prettier-ignore
  ])('%s', (_, bytes, message) => {
    const { code, out, err, note } = imported(bytes);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(note()).toBeNull();
  });
});

describe('imports what it can, and lists the rest', () => {
  const text = `<p>${SENTENCE}</p>`;

  test('Zip64', () => {
    const { code, note, left } = imported(asZip64(WHOLE));
    expect({ code, left }).toEqual({ code: 0, left: [] });
    expect(note()).toContain(SENTENCE);
  });

  test.each<[string, readonly PlainFile[], string]>([
    ['a page that is not JSON', [{ ...metadata(), name: 'metadata_20_to_40.json', content: '{' }], 'metadata_20_to_40.json: not-json'], // prettier-ignore
    ['a page that is not a list', [{ ...metadata(), name: 'metadata_20_to_40.json', content: '7' }], 'metadata_20_to_40.json: not-a-list'], // prettier-ignore
    ['..', [{ name: 'a/../../content/x.html', content: text }], 'a/../../content/x.html: unsafe-name'], // prettier-ignore
    ['an absolute name', [{ name: '/content/x.html', content: text }], '/content/x.html: unsafe-name'], // prettier-ignore
    ['backslashes', [{ name: 'content\\x.html', content: text }], 'content\\x.html: unsafe-name'],
  ])('%s', (_, files, line) => {
    const { code, note, left } = imported(zipOf([metadata(ITEM), html(text), ...files]));
    expect({ code, left }).toEqual({ code: 0, left: [line] });
    expect(note()).toContain(SENTENCE);
  });

  test('values of other types count as missing', () => {
    const odd = { ...ITEM, title: 7, author: ['a'], labels: 'x', state: {}, publishedAt: false };
    const { code, note, created } = imported(zipOf([metadata(odd, 5), html(text)]));
    expect(code).toBe(0);
    expect(created).toHaveLength(1);
    expect(note(created[0])).toContain(SENTENCE);
    expect(note(created[0])).not.toMatch(/\[object|author|labels|undefined/);
  });

  test('if an entry occurs twice, the larger one is used', () => {
    const { code, note, left } = imported(zipOf([metadata(ITEM), html(text), html('')]));
    expect({ code, left }).toEqual({ code: 0, left: [] });
    expect(note()).toContain(SENTENCE);
  });

  test('if two articles have the same slug, neither gets the page, and both get a note', () => {
    const other = { ...ITEM, id: '7f000000-0000-4000-8000-000000000000', title: 'Other', url: 'https://salt.example/other' }; // prettier-ignore
    const { code, note, left, created } = imported(zipOf([metadata(ITEM, other), html(text)]));
    expect({ code, left }).toEqual({ code: 0, left: [`content/${ITEM.slug}.html: shared-slug`] });
    expect(created).toHaveLength(2);
    for (const path of created) expect(note(path)).not.toContain(SENTENCE);
  });

  test('an encrypted page among others', () => {
    const bytes = WHOLE.slice();
    const at = entries(bytes)[1] ?? 0;
    view(bytes).setUint16(at + 8, view(bytes).getUint16(at + 8, true) | 1, true);
    const { code, note, left } = imported(bytes);
    expect({ code, left }).toEqual({ code: 0, left: [`${NOTE}: encrypted`] });
    expect(note()).toContain('Tide Clocks');
  });

  test('a page of 30 MB, completely; one of 33 MB is refused', () => {
    const paragraphs = (bytes: number) =>
      Array.from(
        { length: Math.ceil(bytes / 96) },
        (_, i) => `<p>${String(i).padStart(8, '0')} ${SENTENCE}</p>\n`,
      ).join('');
    const { code, note, left } = imported(
      zipOf([metadata(ITEM), html(`<div>${paragraphs(30_000_000)}</div>`)]),
    );
    expect({ code, left }).toEqual({ code: 0, left: [] });
    const numbers = [...(note() ?? '').matchAll(/^(\d{8}) The tide clock .* spring\.$/gm)];
    expect(numbers.map(([, number]) => Number(number))).toEqual(numbers.map((_, i) => i));
    expect(numbers).toHaveLength(Math.ceil(30_000_000 / 96));
    const large = imported(zipOf([metadata(ITEM), html(paragraphs(34_000_000))]));
    expect({ code: large.code, left: large.left }).toEqual({ code: 0, left: [`${NOTE}: too-large`] }); // prettier-ignore
  });
});

test('an export of 100,000 articles is read to its end, also from a zip without Zip64', () => {
  const files: Record<string, Uint8Array> = {};
  for (let from = 0; from < 100_000; from += 1_000) {
    const items = Array.from({ length: 1_000 }, (_, i) => ({
      id: `0e5ad8ba-9d3c-4c1e-8b3b-${String(from + i).padStart(12, '0')}`,
      slug: `a-${from + i}-18e3d0b2f1a`,
      title: `Article ${from + i}`,
      savedAt: ITEM.savedAt,
    }));
    for (const { slug, title } of items) files[`content/${slug}.html`] = strToU8(`<p>${title}`);
    files[`metadata_${from}_to_${from + 1_000}.json`] = strToU8(JSON.stringify(items));
  }
  const { code, created, left } = imported(zipSync(files, { level: 0 }), '--dry-run');
  expect({ code, left }).toEqual({ code: 0, left: [] });
  expect(created).toHaveLength(100_000);
  expect(new Set(created.map((path) => path.toLowerCase())).size).toBe(100_000);
  expect(dirname(created[99_999] ?? '')).toBe('Omnivore/2024-03-14');
});

test('an export that does not exist is reported as such', () => {
  const file = join(newFolder(), 'none.zip');
  const { code, err } = runUndecided('import', file, newFolder());
  expect({ code, err }).toEqual({ code: 2, err: `error: no such file: ${file}\n` });
});
