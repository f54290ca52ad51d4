import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

function read(name: string): string {
  const file = join(__dirname, '..', name);
  if (!existsSync(file)) throw new Error(`${name} is not there: run \`npm run build\` first.`);
  return readFileSync(file, 'utf8');
}

test('the command line holds no network', () => {
  expect(read('build/cli.mjs')).not.toMatch(/node:(?:https?|net|tls|dgram|dns)\b|\bfetch\(/);
});

test.each([
  ['eval', /\beval\(/],
  ['new Function', /\bnew Function\b/],
  ['fs', /require\("(?:node:)?fs"\)/],
  ['Buffer', /\bBuffer\b/],
  ['network', /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|requestUrl)\b/],
])('the plugin holds no %s', (_, forbidden) => {
  expect(read('main.js')).not.toMatch(forbidden);
});
