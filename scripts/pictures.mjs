import { mkdirSync } from 'node:fs';
import { importTypeScript } from './bundle.mjs';

/** Takes screenshots of the panel, the preview, a run and the settings: light, dark, Chinese, and on a phone. */
const folder = process.argv[2] ?? 'tests/e2e/pictures';
mkdirSync(folder, { recursive: true });
const { takePictures } = await importTypeScript('tests/e2e/pictures.ts');
for (const path of await takePictures(folder)) console.log(path);
