import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startImageServer, type ImageServer } from '../image-server';
import {
  article,
  BUILT,
  filesIn,
  folderOf,
  newFolder,
  removeFolders,
  runProgram,
} from './command-line';
import { printSkipped } from './ordinary-user';

afterAll(removeFolders);
jest.setTimeout(60_000);

/** A separate namespace, in which a small disk can be mounted; it ends with the program in it. */
const UNSHARE = ['-rm', 'sh', '-c'];
const canMount = runProgram('unshare', [...UNSHARE, 'mount -t tmpfs none /mnt']).code === 0;

/** Saves the images of a copy of the notes on a disk with so many pages left free; undoes it when there is room again. */
async function saveWithRoomFor(pages: number, notes: Readonly<Record<string, string>>) {
  const [source, results] = [folderOf(notes), newFolder()];
  const tool = `${process.execPath} ${BUILT}`;
  const script = `
    mount -t tmpfs -o size=2m none /mnt
    mkdir /mnt/notes && cp -r ${source}/. /mnt/notes
    dd if=/dev/zero of=/mnt/filler bs=4096 2>/dev/null || true
    truncate -s -${pages * 4096} /mnt/filler
    ${tool} save-images /mnt/notes --allow-private-hosts --no-archive > /dev/null 2> ${results}/err
    echo $? > ${results}/code
    cp -r /mnt/notes ${results}/after
    rm /mnt/filler
    ${tool} undo /mnt/notes > /dev/null 2>&1
    cp -r /mnt/notes ${results}/undone`;
  await new Promise((resolve) => spawn('unshare', [...UNSHARE, script]).on('close', resolve));
  return {
    code: Number(readFileSync(join(results, 'code'), 'utf8')),
    after: filesIn(join(results, 'after')),
    undone: filesIn(join(results, 'undone')),
  };
}

if (!canMount) printSkipped('saving images on a full disk', 'no small disk can be mounted here');
else {
  describe('images on a full disk', () => {
    let server: ImageServer;
    let notes: Readonly<Record<string, string>>;
    beforeAll(async () => {
      server = await startImageServer();
      const images = Array.from({ length: 40 }, (_, i) => `![](${server.origin}/any/${i}.png)`);
      notes = {
        'a.md': article('A', { image: `${server.origin}/any/x.png`, extra: images.join('\n') }),
      };
    });
    afterAll(() => server.close());

    test.each([0, 3, 12, 30])(
      'with room for %d pages: the note is whole, every link leads to a whole image, and undo restores',
      async (pages) => {
        const { code, after, undone } = await saveWithRoomFor(pages, notes);
        expect(code).toBe(2);
        const links = [...(after['a.md'] ?? '').matchAll(/\]\((attachments\/[^)]+)\)/g)];
        for (const [, path = ''] of links) {
          expect(after[path]).toMatch(/^\x89PNG[^]*IEND/);
        }
        const text = (after['a.md'] ?? '').replace(/!\[[^\]]*\]\([^)]*\)/g, '');
        expect(text).toBe((notes['a.md'] ?? '').replace(/!\[[^\]]*\]\([^)]*\)/g, ''));
        expect(undone['a.md']).toBe(notes['a.md']);
      },
    );
  });
}
