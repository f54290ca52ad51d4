import { mkdirSync } from 'node:fs';
import { importTypeScript } from './bundle.mjs';

/** Takes pictures of panel, preview, run and settings, to be looked at: light, dark, Chinese, on a phone. */
const folder = process.argv[2] ?? 'tests/e2e/pictures';
mkdirSync(folder, { recursive: true });
const { takePictures } = await importTypeScript('tests/e2e/pictures.ts');
for (const path of await takePictures(folder)) console.log(path);
