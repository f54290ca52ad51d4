import { fork } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { medians } from './measure.mjs';
import { peakOf } from './memory.mjs';
import { readOptions } from './options.mjs';
import { isThere, NODE, printed, run, TOOL } from './run.mjs';
import { printTable } from './table.mjs';

/**
 * `npm run bench:images`: saves 2,000 images of 200 notes from a server on this computer, next to curl and Node's HTTP client,
 * which only fetch them. All images are on one host, so each program has the two connections that the tool opens to a host. A real
 * reading list has many hosts. Checks that each image is fetched once, and that undo restores every byte.
 */
const NOTES = 200;
const IMAGES_PER_NOTE = 10;
const IMAGES = NOTES * IMAGES_PER_NOTE;
/** As `REQUESTS_PER_HOST` in `src/core/images/polite-fetcher.ts`. */
const CONNECTIONS = '2';
/** A file system in memory, if there is one: what a disk takes is not what is compared. */
const TMPFS = '/dev/shm';
const SERVER = fileURLToPath(new URL('images-server.mjs', import.meta.url));
const FETCH = fileURLToPath(new URL('fetch-images.mjs', import.meta.url));

function noteOf(number, origin) {
  const images = Array.from({ length: IMAGES_PER_NOTE }, (_, i) => {
    return `![](${origin}/${number * IMAGES_PER_NOTE + i}.png)\n`;
  });
  return `---
id: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a
date_saved: 2024-03-20 18:15:30
---

# Note ${number}
#Omnivore

[Read on Omnivore](https://omnivore.app/me/x-18e5b5c135d)
[Read Original](https://keepers.example.org/lamp)

${images.join('\n')}`;
}

function textsIn(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return names.map((name) => `${name}\n${readFileSync(join(folder, name), 'utf8')}`).join('\n');
}

function check(holds, what) {
  if (!holds) throw new Error(what);
}

function countOf(origin) {
  return Number(printed(['curl', '--silent', `${origin}/count`]));
}

async function measure(room, origin, rounds) {
  const [notes, copy, fetched] = ['notes', 'copy', 'fetched'].map((name) => join(room, name));
  mkdirSync(notes);
  for (let i = 0; i < NOTES; i++) writeFileSync(join(notes, `${i}.md`), noteOf(i, origin));
  const list = join(room, 'list');
  const entries = Array.from({ length: IMAGES }, (_, i) => {
    return `url = "${origin}/${i}.png"\noutput = "${join(fetched, `${i}.png`)}"\n`;
  });
  writeFileSync(list, entries.join(''));
  const flags = ['save-images', '.', '--allow-private-hosts', '--no-archive', '--json'];
  const onlyFetch = (command) => ({
    before: () => mkdirSync(fetched),
    task: () => run(command),
    after: () => {
      check(readdirSync(fetched).length === IMAGES, `${command[0]} did not fetch all images`);
      rmSync(fetched, { recursive: true });
      countOf(origin);
    },
  });
  const parallel = ['--parallel', '--parallel-max', CONNECTIONS];
  const curl = onlyFetch(['curl', ...parallel, '--silent', '--fail', '--config', list]);
  const node = onlyFetch([NODE, FETCH, origin, String(IMAGES), CONNECTIONS, fetched]);
  const tool = {
    before: () => cpSync(notes, copy, { recursive: true }),
    task: () => run([NODE, TOOL, ...flags], copy),
    after: () => {
      const count = countOf(origin);
      check(count === IMAGES, `${count} requests instead of ${IMAGES}`);
      check(readdirSync(join(copy, 'attachments')).length === IMAGES, 'not all images were saved');
      run([NODE, TOOL, 'undo', '.'], copy);
      check(textsIn(copy) === textsIn(notes), 'undo did not restore every byte');
      rmSync(copy, { recursive: true });
    },
  };
  curl.before();
  curl.task();
  curl.after();
  const times = medians({ curl, node, tool }, rounds);
  tool.before();
  const peak = peakOf([TOOL, ...flags], copy);
  const over = peak - peakOf(['-e', '0'], copy);
  const ratioTo = (least) => (times.tool / least).toFixed(2);
  printTable(
    [`${IMAGES} images of ${NOTES} notes`, 'median', 'target'],
    [
      ['curl --parallel, fetched only', `${times.curl.toFixed(0)} ms`, ''],
      ['Node’s HTTP client, fetched only', `${times.node.toFixed(0)} ms`, ''],
      ['save-images, notes and journal too', `${times.tool.toFixed(0)} ms`, ''],
      ['ratio to curl', ratioTo(times.curl), '≤ 2'],
      ['ratio to Node’s HTTP client', ratioTo(times.node), ''],
      ['peak memory over Node', `${over.toFixed(0)} MB`, '≤ 200 MB'],
    ],
  );
}

if (!isThere('curl')) {
  console.error('curl is not installed.');
  process.exit(2);
}
const { rounds } = readOptions();
const room = mkdtempSync(join(existsSync(TMPFS) ? TMPFS : tmpdir(), 'omnivore-bench-'));
const server = fork(SERVER);
try {
  const [port] = await once(server, 'message');
  await measure(room, `http://127.0.0.1:${port}`, rounds);
} finally {
  server.kill();
  rmSync(room, { recursive: true, force: true });
}
