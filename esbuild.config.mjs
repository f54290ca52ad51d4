import esbuild from 'esbuild';

/**
 * Takes out of gray-matter what no app page can run: its engines of other languages (one runs a note's code), `fs` and `Buffer`.
 * The YAML parser is handed to it from outside.
 */
const leanGrayMatter = {
  name: 'lean-gray-matter',
  setup(build) {
    const empty = () => ({ contents: 'module.exports = {};', loader: 'js' });
    build.onLoad({ filter: /[\\/]gray-matter[\\/]lib[\\/]engines\.js$/ }, empty);
    build.onResolve({ filter: /^fs$/ }, ({ importer }) =>
      /[\\/]gray-matter[\\/]/.test(importer) ? { path: 'fs', namespace: 'empty' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'empty' }, empty);
  },
};

const common = {
  bundle: true,
  minify: true,
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
  plugins: [leanGrayMatter],
  define: { 'Buffer.from': 'String' },
};

const plugin = {
  ...common,
  entryPoints: ['src/main.ts'],
  outfile: 'main.js',
  format: 'cjs',
  platform: 'browser',
  // Electron's page, and iOS: both know private fields, which lowered would be slow.
  target: ['chrome120', 'safari15'],
  external: ['obsidian'],
};

const commandLine = {
  ...common,
  entryPoints: ['src/cli.ts'],
  outfile: 'build/cli.mjs',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  define: {},
  banner: {
    js: "#!/usr/bin/env node\nimport{createRequire as __r}from'node:module';const require=__r(import.meta.url);",
  },
};

if (process.argv.includes('--watch')) {
  for (const options of [plugin, commandLine]) await (await esbuild.context(options)).watch();
} else {
  await Promise.all([plugin, commandLine].map((options) => esbuild.build(options)));
}
