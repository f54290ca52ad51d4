import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importTypeScript } from './bundle.mjs';

/** Detects and repairs the notes of a copy of a corpus (notes/, decoys/, manifest.json), and checks the results. */
const tool = join(dirname(dirname(fileURLToPath(import.meta.url))), 'build', 'cli.mjs');
const LEAST_RECALL = 0.99;
const DEAD_HOST = /omnivore-image-cache\.app/g;
const CLOSED_CODE = /(^|\n)([ \t>]*)(`{3,}|~{3,})[^\n]*\n[\s\S]*?\n[ \t>]*\3[`~]*[ \t]*(?=\n|$)/g;

const given = process.argv[2] ?? process.env.OMNIVORE_CORPUS;
if (!given || !existsSync(join(given, 'manifest.json'))) {
  console.error(
    given
      ? `No corpus in ${given}: manifest.json is missing.`
      : 'Usage: npm run corpus -- <folder> [--weights | --leave-one-out | --ordinary <vaults>]',
  );
  process.exit(2);
}

if (process.argv.length > 3) {
  const { reportDetection } = await import('./detection.mjs');
  reportDetection(resolve(given), process.argv.slice(3));
  process.exit();
}

const folder = join(mkdtempSync(join(tmpdir(), 'omnivore-corpus-')), 'corpus');
cpSync(resolve(given), folder, { recursive: true });
spawnSync('chmod', ['-R', 'u+w', folder]);
const entries = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
const read = (file) => readFileSync(join(folder, file));
const run = (...args) => {
  const made = spawnSync(process.execPath, [tool, ...args, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (made.status !== 0) throw new Error(`${args.join(' ')}: ${made.stderr}`);
  return JSON.parse(made.stdout);
};

const { LAWS, planCase } = await importTypeScript('scripts/core.ts');
/** Returns the laws that a text breaks, each with the reason. */
const brokenLaws = (text) => {
  const planned = planCase({ text, settings: {}, dayFirst: null });
  return LAWS.flatMap(([law, holds]) => {
    try {
      holds(planned);
      return [];
    } catch (error) {
      return [`${law}: ${error.message}`];
    }
  });
};

const before = new Map(entries.map(({ file }) => [file, read(file)]));
const found = new Set(run('scan', folder).articles.map(({ path }) => path));
const first = run('repair', folder, '--publish-with', 'hugo');
const after = new Map(entries.map(({ file }) => [file, read(file)]));
const second = run('repair', folder, '--publish-with', 'hugo');
if (first.run) run('undo', folder, '--run', first.run);

const saved = entries.filter(({ kind }) => kind === 'saved');
const decoys = entries.filter(({ kind }) => kind === 'decoy');
const missed = saved.filter(({ file }) => !found.has(file));
const alarms = decoys.filter(({ file }) => found.has(file));
const recall = 1 - missed.length / saved.length;
const notRestored = entries.filter(({ file }) => !read(file).equals(before.get(file)));
const touchedDecoys = decoys.filter(({ file }) => !after.get(file).equals(before.get(file)));

const reasons = new Map();
for (const { path, repair, reason } of first.left) {
  if (repair !== 'proxied-images') continue;
  reasons.set(path, [...(reasons.get(path) ?? []), reason]);
}
let explained = 0;
const unexplained = saved.flatMap(({ file }) => {
  const text = after.get(file).toString('utf8').replace(CLOSED_CODE, '\n');
  const remaining = text.match(DEAD_HOST)?.length ?? 0;
  const because = reasons.get(file)?.length ?? 0;
  explained += because;
  return found.has(file) && remaining > because ? [`${file} (${remaining - because})`] : [];
});

const broken = entries.flatMap(({ file }) =>
  brokenLaws(before.get(file).toString('utf8')).map((law) => `${file}: ${law}`),
);

console.log(
  `recall on notes/       ${(recall * 100).toFixed(1)} % (${saved.length - missed.length} of ${saved.length})`,
);
console.log(`false alarms on decoys ${alarms.length} of ${decoys.length}`);
console.log(
  `repaired               ${first.repaired.length} notes; a second time ${second.repaired.length}`,
);
console.log(
  `proxied URLs left      ${explained} with a reason; without: ${unexplained.join(', ') || 'none'}`,
);
console.log(`not restored by undo   ${notRestored.length}`);
console.log(
  `laws                   ${LAWS.length} on ${entries.length} files; broken ${broken.length}`,
);
for (const line of broken) console.log(`  ${line}`);
for (const template of new Set(saved.map((entry) => entry.template))) {
  const misses = missed.filter((entry) => entry.template === template).map(({ file }) => file);
  const all = saved.filter((entry) => entry.template === template).length;
  console.log(
    `  ${template.padEnd(36)} ${String(all - misses.length).padStart(3)} of ${String(all).padStart(3)}  ${misses.join(' ')}`,
  );
}
rmSync(dirname(folder), { recursive: true });
const good =
  recall >= LEAST_RECALL &&
  alarms.length + touchedDecoys.length + notRestored.length === 0 &&
  second.repaired.length === 0 &&
  unexplained.length === 0 &&
  broken.length === 0;
if (!good) console.error('Some of these figures are not as they must be.');
process.exitCode = good ? 0 : 1;
