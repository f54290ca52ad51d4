import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importTypeScript } from '../bundle.mjs';
import { peakOf } from './memory.mjs';
import { readOptions } from './options.mjs';
import { TOOL, printed, NODE } from './run.mjs';
import { printTable } from './table.mjs';

/**
 * Imports a made-up export of `--notes` articles, of which every second one has a note. Imports it again, and undoes it. Fails if the second
 * import finds something to do, or undo does not restore the vault exactly.
 */
const { notes: count } = readOptions();
const { exportFilesOf, makeLibrary, zipOf } = await importTypeScript('scripts/core.ts');
const room = mkdtempSync(join(tmpdir(), 'omnivore-rescue-import-'));
try {
  const vault = join(room, 'vault');
  const zip = join(room, 'export.zip');
  const library = makeLibrary(1, count);
  writeFileSync(zip, zipOf(exportFilesOf(library)));
  mkdirSync(join(vault, 'Omnivore'), { recursive: true });
  for (const [i, article] of library.entries()) {
    if (i % 2 === 0) writeFileSync(join(vault, 'Omnivore', `${i}.md`), noteOf(article));
  }
  cpSync(vault, join(room, 'before'), { recursive: true });

  const node = peakOf(['-e', '0'], room);
  const start = performance.now();
  const peak = peakOf([TOOL, 'import', zip, vault], room);
  const seconds = (performance.now() - start) / 1000;
  const again = JSON.parse(printed([NODE, TOOL, 'import', zip, vault, '--json']));
  const isDone = again.completed.length + again.created.length + again.left.length === 0;
  printed([NODE, TOOL, 'undo', vault]);
  const isRestored = textsIn(vault) === textsIn(join(room, 'before'));
  printTable(
    [`Import of ${count} articles`, '', 'target'],
    [
      ['completing and creating', `${seconds.toFixed(1)} s`, '≤ 60 s'],
      ['memory over Node', `${(peak - node).toFixed(0)} MB`, '≤ 300 MB'],
      ['a second import', isDone ? 'finds nothing' : 'FINDS SOMETHING', 'nothing'],
      ['undo', isRestored ? 'exact' : 'NOT EXACT', 'exact'],
    ],
  );
  if (!isDone || !isRestored) process.exitCode = 1;
} finally {
  rmSync(room, { recursive: true, force: true });
}

/** A note as Omnivore's plugin wrote it by default. */
function noteOf({ id, slug, title, url, highlights }) {
  const quotes = highlights.slice(0, 1).map((quote) => `> ${quote}\n`);
  return `---\nid: ${id}\n---\n\n# ${title}\n#Omnivore\n\n[Read on Omnivore](https://omnivore.app/me/${slug})\n[Read Original](${url})\n\n## Highlights\n\n${quotes.join('\n')}`;
}

/** All notes of a folder as one text, with their names. */
function textsIn(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.md') && !name.startsWith('.'))
    .sort()
    .map((name) => `${name}\n${readFileSync(join(folder, name), 'utf8')}`)
    .join('\0');
}
