import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importTypeScript } from './bundle.mjs';

/** Serves the plugin in a simulated Obsidian, with the sample vault or a given folder. Only this machine can connect. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = resolve(process.argv[2] ?? join(root, 'tests', 'fixtures', 'sample-vault'));
const wanted = process.env.PORT ?? '4173';

if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
  stop(`${folder} is not a folder. Usage: npm run playground [folder]`);
}
if (!/^\d{1,5}$/.test(wanted) || Number(wanted) > 65_535) {
  stop(`PORT is a number up to 65535, not ${wanted}.`);
}

const { servePlayground } = await importTypeScript('tests/playground/serve.ts');
try {
  const { address, port, notes } = await servePlayground(root, folder, Number(wanted));
  if (Number(wanted) !== 0 && port !== Number(wanted)) {
    console.log(`Port ${wanted} is in use by another program; ${port} is taken instead.`);
  }
  const count = notes === 1 ? '1 note' : `${notes} notes`;
  console.log(`${count} of ${folder}, read once: what you do with them stays in the page.`);
  console.log(`Open ${address} in a browser. Ctrl+C here ends it.`);
} catch (error) {
  stop(error.message);
}

function stop(line) {
  console.error(line);
  process.exit(2);
}
