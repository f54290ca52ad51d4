import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Reads every note of a folder as UTF-8 and does nothing else: the minimum for any tool on Node. */
const [folder] = process.argv.slice(2);
let length = 0;
for (const name of readdirSync(folder, { recursive: true })) {
  if (name.endsWith('.md')) length += readFileSync(join(folder, name), 'utf8').length;
}
if (length === 0) throw new Error(`No notes in ${folder}.`);
