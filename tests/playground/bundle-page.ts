import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { BootOptions } from '../simulator/load-plugin';

const LOOK = ['variables.css', 'window.css', 'controls.css'].map((name) =>
  join('tests', 'simulator', 'look', name),
);

/** What a browser needs to start the plugin as it was built; `root` is the project's folder. */
export interface Built {
  readonly code: string;
  readonly manifest: BootOptions['manifest'];
  /** The app's look, then the plugin's own styles, as the app loads them. */
  readonly css: string;
}

/** Throws where the plugin was not built. */
export function readBuilt(root: string, moreCss: readonly string[] = []): Built {
  const mainJs = join(root, 'main.js');
  if (!existsSync(mainJs)) throw new Error('main.js is not there: run `npm run build` first.');
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  return {
    code: readFileSync(mainJs, 'utf8'),
    manifest: JSON.parse(read('manifest.json')) as BootOptions['manifest'],
    css: [...LOOK, ...moreCss, 'styles.css'].map(read).join('\n'),
  };
}

/** Bundles a script for the page; `entry` is a path within the project. */
export async function bundleScript(root: string, entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, entry)],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    keepNames: true,
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

/** The HTML of the page, which loads /page.css and /page.js. `data`, as JSON, is the text of the element `data`. */
export function pageHtml(language = 'en', data = '{}'): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Omnivore Rescue in a simulated Obsidian</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
<script type="application/json" id="data">${data.replaceAll('<', '\\u003c')}</script>
</head>
<body><script src="/page.js"></script></body>
</html>
`;
}
