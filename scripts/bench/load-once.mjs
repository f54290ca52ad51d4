import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';

/** Prints how long it takes to compile and evaluate main.js, and to compile typescript.js, in milliseconds as JSON. */
const require = createRequire(import.meta.url);
const mainJs = readFileSync(new URL('../../main.js', import.meta.url), 'utf8');
const typescriptJs = readFileSync(require.resolve('typescript/lib/typescript.js'), 'utf8');

/** Replaces the app's module: each name is a class that can be extended. */
const obsidian = new Proxy({}, { get: () => class {} });
globalThis.window = globalThis;

const typescript = timed(() => compileFunction(typescriptJs));
const plugin = timed(() => {
  const module = { exports: {} };
  const load = compileFunction(mainJs, ['require', 'module', 'exports']);
  load((name) => (name === 'obsidian' ? obsidian : require(name)), module, module.exports);
  if (typeof module.exports.default !== 'function') throw new Error('main.js exports no plugin');
});
console.log(JSON.stringify({ plugin, typescript }));

function timed(task) {
  const start = performance.now();
  task();
  return performance.now() - start;
}
