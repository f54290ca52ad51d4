import { zipSync } from 'fflate';
import { openZip } from '../../../src/core/export/zip';
import { sourceOf, zipOf } from './zip-of';

const MAX = 0xffffffff;
/** The CRC-32 of `Hi`. */
const CRC = 1293356558;

interface Zip64 {
  readonly extra?: Uint8Array;
  readonly sizes?: readonly [number, number];
  readonly end?: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly size?: number;
  readonly offset?: number;
}

function le(size: 2 | 4 | 8, ...values: readonly (number | bigint)[]): Uint8Array {
  const bytes = Buffer.alloc(size * values.length);
  for (const [i, value] of values.entries()) {
    if (size === 8) bytes.writeBigUInt64LE(BigInt(value), i * 8);
    else bytes.writeUIntLE(Number(value), i * size, size);
  }
  return bytes;
}

/** A zip with the one stored file `a`, with the text `Hi`, listed as given. */
function stored({ extra = le(2), flags = 0, method = 0, size = 2, offset = 0, sizes, end }: Zip64) {
  const [listed, packed] = sizes ?? [size, 2];
  const local = [
    ...[le(4, 0x04034b50), le(2, 20, flags, method, 0, 0), le(4, CRC, 2, 2), le(2, 1, 0)],
    Buffer.from('aHi'),
  ];
  const directory = Buffer.concat([
    ...[le(4, 0x02014b50), le(2, 45, 45, flags, method, 0, 0), le(4, CRC, packed, listed)],
    ...[le(2, 1, extra.length, 0, 0, 0), le(4, 0, offset), Buffer.from('a'), extra],
  ]);
  const from = Buffer.concat(local).length;
  const at = from + directory.length;
  const big = Buffer.concat([
    ...[le(4, 0x06064b50), le(8, 44), le(2, 45, 45), le(4, 0, 0)],
    le(8, 1, 1, directory.length, from),
  ]);
  const locator = Buffer.concat([le(4, 0x07064b50, 0), le(8, at), le(4, 1)]);
  const last = Buffer.concat([le(4, 0x06054b50), le(2, 0, 0, 0xffff, 0xffff), le(4, MAX, MAX)]);
  return Buffer.concat([...local, directory, end ?? Buffer.concat([big, locator]), last, le(2, 0)]);
}

async function readFirst(bytes: Uint8Array): Promise<string> {
  const { files } = await openZip(sourceOf(bytes));
  return new TextDecoder().decode(await files[0]!.read());
}

test('a stored file is read from a zip with a 64-bit list of files', async () => {
  expect(await readFirst(stored({}))).toBe('Hi');
});

test('sizes and an offset of a large file are taken from its extra field', async () => {
  const other = le(2, 0x5455, 2, 0);
  const extra = Buffer.concat([other, le(2, 1, 24), le(8, 2, 2, 0)]);
  expect(await readFirst(stored({ extra, sizes: [MAX, MAX], offset: MAX }))).toBe('Hi');
});

test.each([
  ['an extra field that is cut short', { extra: le(2, 1, 4, 0, 0), sizes: [2, MAX] }],
  ['an unknown compression', { method: 12 }],
  ['a place that is not there', { offset: 1 }],
  ['a place after the end', { offset: 100_000 }],
  ['a size that is too small', { size: 1 }],
  ['a size that is too large', { size: 3 }],
  ['text that is not compressed', { method: 8 }],
] as const)('a file is refused for %s', async (_name, change) => {
  await expect(readFirst(stored(change))).rejects.toMatchObject({ problem: 'damaged' });
});

test('of a zip with one encrypted file, the others are read', async () => {
  const bytes = zipOf([
    { name: 'a', content: 'Hi' },
    { name: 'b', content: 'Ho' },
  ]);
  bytes[Buffer.from(bytes).indexOf(le(4, 0x02014b50)) + 8]! |= 1;
  const { files } = await openZip(sourceOf(bytes));
  await expect(files[0]!.read()).rejects.toMatchObject({ problem: 'encrypted' });
  expect(new TextDecoder().decode(await files[1]!.read())).toBe('Ho');
});

test('a zip with only encrypted files is refused at once', async () => {
  await expect(openZip(sourceOf(stored({ flags: 1 })))).rejects.toMatchObject({
    reason: 'encrypted',
  });
});

test('more files than 16 bits can count are all listed, also without Zip64', async () => {
  const files = Array.from({ length: 65_600 }, (_, i) => [`a${i}`, new Uint8Array()] as const);
  const bytes = zipSync(Object.fromEntries(files), { level: 0 });
  const count = new DataView(bytes.buffer).getUint16(bytes.length - 12, true);
  expect(count).toBe(64);
  expect((await openZip(sourceOf(bytes))).files).toHaveLength(65_600);
});

test('folders are not listed', async () => {
  const { files } = await openZip(sourceOf(zipOf([{ name: 'content/', content: '' }])));
  expect(files).toEqual([]);
});

test('a changed checksum is noticed', async () => {
  const bytes = stored({});
  bytes[bytes.indexOf(le(4, 0x02014b50)) + 16]! ^= 1;
  await expect(readFirst(bytes)).rejects.toMatchObject({ problem: 'damaged' });
});

test.each([
  ['nowhere', BigInt(2) ** BigInt(63)],
  ['the first file', 0n],
])('a zip is refused if its end leads to %s', async (_name, at) => {
  const end = Buffer.concat([le(4, 0x07064b50, 0), le(8, at), le(4, 1)]);
  await expect(openZip(sourceOf(stored({ end })))).rejects.toMatchObject({ reason: 'damaged' });
});

test('a zip is refused if its list would be after its end', async () => {
  await expect(openZip(sourceOf(stored({ end: new Uint8Array() })))).rejects.toMatchObject({
    reason: 'damaged',
  });
});
