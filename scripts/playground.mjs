import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importTypeScript } from './bundle.mjs';

/** Serves the plugin in a simulated Obsidian, on this machine alone, with the sample vault or the folder given. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = resolve(process.argv[2] ?? join(root, 'tests', 'fixtures', 'sample-vault'));

if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
  console.error(`${folder} is not a folder. Usage: npm run playground [folder]`);
  process.exit(2);
}

const { servePlayground } = await importTypeScript('tests/playground/serve.ts');
const { address, notes } = await servePlayground(root, folder, Number(process.env.PORT ?? 4173));
console.log(`${notes} notes of ${folder}, read once: what you do with them stays in the page.`);
console.log(`Open ${address} in a browser. Ctrl+C here ends it.`);
