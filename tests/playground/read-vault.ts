import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** More than this would not fit into one answer to the page. */
const MOST_BYTES = 300_000_000;

/** The notes below the folder by their paths, hidden folders passed over. Only reads; throws where it can't, or where they are too many. */
export function readVault(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  let bytes = 0;
  for (const path of notePaths(folder, '')) {
    const text = readFileSync(join(folder, path), 'utf8');
    bytes += text.length;
    if (bytes > MOST_BYTES) {
      throw new Error(`${folder} holds more than ${MOST_BYTES / 1e6} MB of notes.`);
    }
    files[path] = text;
  }
  return files;
}

function* notePaths(folder: string, below: string): Generator<string> {
  for (const name of readdirSync(join(folder, below)).sort()) {
    if (name.startsWith('.') || name === 'node_modules') continue;
    const path = below ? `${below}/${name}` : name;
    // A link may lead round in a circle: it is passed over.
    const stat = lstatSync(join(folder, path), { throwIfNoEntry: false });
    if (stat?.isDirectory()) yield* notePaths(folder, path);
    else if (stat?.isFile() && name.toLowerCase().endsWith('.md')) yield path;
  }
}
