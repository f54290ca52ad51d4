import { mkdirSync, writeFileSync } from 'node:fs';
import esbuild from 'esbuild';
import { leanCommander } from './scripts/lean-commander.mjs';
import { leanGrayMatter } from './scripts/lean-gray-matter.mjs';
import { leanHtmlParser } from './scripts/lean-html-parser.mjs';
import { withoutDocs } from './scripts/without-docs.mjs';
import { licenceNotices } from './scripts/licence-notices.mjs';

/** node-html-markdown asks for it, and on a phone there is no `process`. */
const NO_LOG = { 'process.env.LOG_PERF': 'undefined' };

const common = {
  bundle: true,
  minify: true,
  // `licenceNotices` adds the complete licence texts instead.
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
  metafile: true,
  plugins: [leanCommander, leanGrayMatter, leanHtmlParser, withoutDocs, licenceNotices],
  define: { 'Buffer.from': 'String', ...NO_LOG },
};

const plugin = {
  ...common,
  entryPoints: ['src/obsidian/main.ts'],
  outfile: 'main.js',
  format: 'cjs',
  platform: 'browser',
  // For Electron and iOS. Both support private fields, which would be slow if compiled away.
  target: ['chrome120', 'safari15'],
  external: ['obsidian'],
};

const commandLine = {
  ...common,
  entryPoints: ['src/cli/main.mts'],
  outfile: 'build/cli.mjs',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  define: NO_LOG,
  banner: {
    js: "#!/usr/bin/env node\nimport{createRequire as __r}from'node:module';const require=__r(import.meta.url);",
  },
};

if (process.argv.includes('--watch')) {
  for (const options of [plugin, commandLine]) await (await esbuild.context(options)).watch();
} else {
  const [{ metafile }] = await Promise.all(
    [plugin, commandLine].map((options) => esbuild.build(options)),
  );
  // For `npm run check:size`.
  mkdirSync('build', { recursive: true });
  writeFileSync('build/main.meta.json', JSON.stringify(metafile));
}
