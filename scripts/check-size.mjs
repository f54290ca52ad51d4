import { readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/**
 * Says what main.js is made of, and fails where it has grown over its limit: `npm run check:size`, after a build.
 *
 * A ratchet with 5 % headroom, no target: it shows growth that nobody meant. What never runs is taken out (`lean-gray-matter.mjs`,
 * `npm run knip`). date-fns' `format` and `parse`, for date formats of the user's own, are 45 KiB of it.
 */
const LIMIT = 313_000;

const meta = JSON.parse(readFileSync('build/main.meta.json', 'utf8'));
const { inputs } = meta.outputs['main.js'];
const bytes = statSync('main.js').size;
const shares = new Map();
let told = 0;
for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
  const place = placeOf(path);
  shares.set(place, (shares.get(place) ?? 0) + bytesInOutput);
  told += bytesInOutput;
}

const rows = [...shares].filter(([, share]) => share > 0).sort(([, a], [, b]) => b - a);
for (const [place, share] of [...rows, ['(licences, and code between)', bytes - told]])
  print(place, share);
print('main.js', bytes);
print('main.js, gzip', gzipSync(readFileSync('main.js'), { level: 9 }).length);
print('styles.css', readFileSync('styles.css').length);
print('limit', LIMIT);
if (bytes > LIMIT) {
  console.error(`main.js is ${bytes - LIMIT} bytes over its limit.`);
  process.exitCode = 1;
}

/** `src/ui/panel`, or the name of a package. */
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
