import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(__dirname, '..', 'main.js');

function mainJs(): string {
  if (!existsSync(FILE)) throw new Error('main.js is not there: run `npm run build` first.');
  return readFileSync(FILE, 'utf8');
}

test.each([
  ['eval', /\beval\(/],
  ['new Function', /\bnew Function\b/],
  ['fs', /require\("(?:node:)?fs"\)/],
  ['Buffer', /\bBuffer\b/],
])('the plugin holds no %s', (_, forbidden) => {
  expect(mainJs()).not.toMatch(forbidden);
});
