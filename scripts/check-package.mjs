import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

/** Packs the command line as npm would publish it, checks the contents, installs the package without a network and runs it. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** npm packs every README, in any language. */
const EXPECTED = /^(?:LICENSE|README(?:\.\w+)?\.md|build\/cli\.mjs|package\.json)$/;
const MUST = ['LICENSE', 'README.md', 'build/cli.mjs', 'package.json'];

const room = mkdtempSync(join(tmpdir(), 'omnivore-rescue-package-'));
try {
  // Packing must build the file again.
  rmSync(join(root, 'build', 'cli.mjs'), { force: true });
  const [{ filename, files, unpackedSize }] = JSON.parse(
    npm(root, 'pack', '--json', '--pack-destination', room),
  );
  const paths = files.map(({ path }) => path);
  const wrong = [
    ...MUST.filter((path) => !paths.includes(path)).map((path) => `${path} is missing`),
    ...paths
      .filter((path) => !EXPECTED.test(path))
      .map((path) => `${path} does not belong in the package`),
    ...(await linted(join(room, filename))),
    ...tried(join(room, filename)),
  ];
  console.log(`${filename}: ${paths.join(', ')}; ${Math.round(unpackedSize / 1024)} KiB`);
  for (const line of wrong) console.error(line);
  if (wrong.length === 0)
    console.log('The package installs without a network, and scan, repair and undo work.');
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  rmSync(room, { recursive: true });
}

/** Returns publint's complaints. */
async function linted(file) {
  const { buffer } = new Uint8Array(readFileSync(file));
  const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true });
  return messages.map((message) => formatMessage(message, pkg, { color: false }));
}

/** Installs the package, uses it, and returns what goes wrong. */
function tried(file) {
  const home = join(room, 'home');
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{"private":true}');
  npm(home, 'install', '--offline', '--no-audit', '--no-fund', file);
  const vault = join(room, 'vault');
  cpSync(join(root, 'tests', 'fixtures', 'sample-vault'), vault, { recursive: true });
  const run = (...args) =>
    execFileSync(join(home, 'node_modules', '.bin', 'omnivore-rescue'), args, {
      cwd: room,
      encoding: 'utf8',
    });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const scan = () => run('scan', 'vault', '--json');
  const before = scan();
  const repaired = JSON.parse(run('repair', 'vault', '--json'));
  const between = scan();
  run('undo', 'vault');
  return [
    ...(run('--version').trim() === version ? [] : ['It prints a wrong version']),
    ...(JSON.parse(before).articles.length > 0 ? [] : ['It finds nothing in the sample vault']),
    ...(repaired.run && between !== before ? [] : ['It repairs nothing in the sample vault']),
    ...(scan() === before ? [] : ['Undo does not restore the sample vault']),
  ];
}

function npm(cwd, ...args) {
  return execFileSync('npm', ['--loglevel=error', ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
