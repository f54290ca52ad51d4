import { readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/**
 * Prints what main.js consists of, and fails if main.js is larger than the limit: `npm run check:size`.
 *
 * The limit is a ratchet with 5 % headroom, not a target. It exists so that nobody adds much by accident: if the size is justified,
 * raise it. The message says to what.
 * Code that never runs is removed (`lean-gray-matter.mjs`, `npm run knip`). The largest dependencies are node-html-markdown with its
 * parser (130 KiB, evaluated when an export is imported) and date-fns (`format` and `parse`, for custom date formats) with 45 KiB.
 */
const LIMIT = 706_000;

const meta = JSON.parse(readFileSync('build/main.meta.json', 'utf8'));
const { inputs } = meta.outputs['main.js'];
const bytes = statSync('main.js').size;
const shares = new Map();
let counted = 0;
for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
  const place = placeOf(path);
  shares.set(place, (shares.get(place) ?? 0) + bytesInOutput);
  counted += bytesInOutput;
}

const rows = [...shares].filter(([, share]) => share > 0).sort(([, a], [, b]) => b - a);
for (const [place, share] of [...rows, ['(licences, and code between)', bytes - counted]])
  print(place, share);
print('main.js', bytes);
print('main.js, gzip', gzipSync(readFileSync('main.js'), { level: 9 }).length);
print('styles.css', readFileSync('styles.css').length);
print('limit', LIMIT);
if (bytes > LIMIT) {
  console.error(
    `main.js is ${bytes - LIMIT} bytes over the limit. If this is intended, write into scripts/check-size.mjs:\nconst LIMIT = ${withHeadroom(bytes)};`,
  );
  process.exitCode = 1;
}

/** The limit for a size: 5 % more, in whole thousands, as code (`326_000`). */
function withHeadroom(size) {
  const thousands = Math.ceil((size * 1.05) / 1000);
  return `${thousands}_000`;
}

/** Returns the folder (`src/obsidian/panel`) or the name of the package that a file belongs to. */
function placeOf(path) {
  const [, dependency] =
    /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(path) ?? [];
  if (dependency) return dependency;
  const [first, ...folders] = path.split('/').slice(0, -1).slice(0, 3);
  return first ? [first, ...folders].join('/') : path;
}

function print(place, share) {
  const kilobytes = (share / 1024).toFixed(1);
  console.log(`${place.padEnd(28)}${String(share).padStart(9)}${kilobytes.padStart(8)} KiB`);
}
