import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeGif } from './animation.mjs';
import { importTypeScript } from './bundle.mjs';

/**
 * Takes screenshots of the panel, the preview, a run and the settings: light, dark, Chinese, and on a phone. Also
 * takes the pictures for the community directory, and an animation of a repair.
 */
const folder = process.argv[2] ?? 'tests/e2e/pictures';
const directory = join(folder, 'directory');
mkdirSync(directory, { recursive: true });
const { takePictures, takeDirectoryPictures, takeFrames, closeBrowsers } =
  await importTypeScript('tests/e2e/pictures.ts');
for (const path of await takePictures(folder)) console.log(path);
for (const path of await takeDirectoryPictures(directory)) console.log(path);
const animation = join(folder, 'repair.gif');
writeFileSync(animation, encodeGif(await takeFrames()));
console.log(animation);
await closeBrowsers();
