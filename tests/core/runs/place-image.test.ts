import { imageFileName } from '../../../src/core/images/file-name';
import { sha256 } from '../../../src/core/images/sha256';
import { imagePlacer, type ImagePlace } from '../../../src/core/runs/place-image';
import { relativeLink } from '../../../src/core/images/rewrite';
import { png } from '../images/pictures';
import { filesInMemory } from './files-in-memory';

const PICTURE = png(30, 30, 1);
const OTHER = png(30, 30, 2);
const PLACE: ImagePlace = {
  pathFor: (name) => Promise.resolve(`files/${name}`),
  linkTo: (path, note) => relativeLink(note, path),
};

async function imageOf(bytes: Uint8Array, title = 'Tides') {
  return { sha256: await sha256(bytes), type: 'png', title, note: 'a.md' } as const;
}

function pathOf(hash: string, title = 'Tides'): string {
  return `files/${imageFileName(title, hash, 'png')}`;
}

test('an image gets a name of its title, and the same bytes get the same file', async () => {
  const place = imagePlacer({ files: filesInMemory().store, place: PLACE });
  const image = await imageOf(PICTURE);
  const path = pathOf(image.sha256);
  expect(await place(image)).toEqual({ path, isNew: true });
  expect(await place({ ...image, title: 'Lamps' })).toEqual({ path, isNew: false });
});

test('a file that an earlier run stored is used again, wherever it is now', async () => {
  const image = await imageOf(PICTURE);
  const moved = `Archive/${imageFileName('Lamps', image.sha256, 'png')}`;
  const { store } = filesInMemory({ 'mine.png': OTHER, [moved]: PICTURE });
  const place = imagePlacer({ files: store, place: PLACE });
  expect(await place(image)).toEqual({ path: moved, isNew: false });
});

test('a file of the same name that the user changed is not touched', async () => {
  const image = await imageOf(PICTURE);
  const { store } = filesInMemory({ [pathOf(image.sha256)]: OTHER });
  const place = imagePlacer({ files: store, place: PLACE });
  const second = pathOf(image.sha256, 'Tides-2');
  expect(await place(image)).toEqual({ path: second, isNew: true });
});

test('a file of another name that has the bytes already is not written again', async () => {
  const image = await imageOf(PICTURE);
  const place = imagePlacer({
    files: filesInMemory({ 'kept.png': PICTURE }).store,
    place: { ...PLACE, pathFor: () => Promise.resolve('kept.png') },
  });
  expect(await place(image)).toEqual({ path: 'kept.png', isNew: false });
});

test('if other images of the run have all names, it is reported', async () => {
  const place = imagePlacer({
    files: filesInMemory().store,
    place: { ...PLACE, pathFor: (_, note) => Promise.resolve(note === 'a.md' ? 'X.png' : 'x.png') },
  });
  expect(await place(await imageOf(PICTURE))).toEqual({ path: 'X.png', isNew: true });
  await expect(place({ ...(await imageOf(OTHER)), note: 'b.md' })).rejects.toThrow(
    'No name is free for it.',
  );
});
