import { hashInName, imageFileName } from '../images/file-name';
import type { ImageKind } from '../images/image-bytes';
import { sha256 } from '../images/sha256';
import type { FileStore } from './file-store';
import type { SavedLink } from '../images/rewrite';

/** Where images are written. */
export interface ImageTarget {
  readonly files: FileStore;
  readonly place: ImagePlace;
}

/** Where an image is or will be. */
export interface PlacedImage {
  readonly path: string;
  /** False where a file there has these bytes already, or will have. */
  readonly isNew: boolean;
}

/** An image to be placed. */
export interface ImageToPlace {
  /** In hexadecimal. */
  readonly sha256: string;
  readonly type: ImageKind;
  /** Of the article, for the file's name. */
  readonly title: string;
  /** The first note that shows it. */
  readonly note: string;
}

/** A name is tried in so many variants where another file has it. */
const MOST_VARIANTS = 100;

/** Finds places for the images of one run, so that identical bytes are stored once: also where an earlier run has stored them. */
export function imagePlacer(target: ImageTarget): (image: ImageToPlace) => Promise<PlacedImage> {
  const placed = new Map<string, Promise<PlacedImage>>();
  const taken = new Map<string, string>();
  let stored: Promise<ReadonlyMap<string, string>> | null = null;
  const place = async (image: ImageToPlace): Promise<PlacedImage> => {
    const known = (await (stored ??= storedImages(target.files))).get(hashOf(image));
    if (known !== undefined && (await holds(target.files, known, image.sha256))) {
      return { path: known, isNew: false };
    }
    return freePath(image, target, taken);
  };
  return (image) => {
    const known = placed.get(image.sha256);
    if (known) return known.then(({ path }) => ({ path, isNew: false }));
    const placing = place(image);
    placed.set(image.sha256, placing);
    return placing;
  };
}

/** As it stands in names. */
function hashOf(image: ImageToPlace): string {
  return hashInName(imageFileName('', image.sha256, image.type)) ?? '';
}

/** The files that are named as saved images are, by the hash in their names. */
async function storedImages(files: FileStore): Promise<ReadonlyMap<string, string>> {
  const stored = new Map<string, string>();
  for (const path of await files.list()) {
    const hash = hashInName(path);
    if (hash !== null && !stored.has(hash)) stored.set(hash, path);
  }
  return stored;
}

async function holds(files: FileStore, path: string, hash: string): Promise<boolean> {
  const there = await files.read(path);
  return there !== null && (await sha256(there, files)) === hash;
}

/** A path that is free, or that has these very bytes. */
async function freePath(
  { sha256: hash, type, title, note }: ImageToPlace,
  { files, place }: ImageTarget,
  taken: Map<string, string>,
): Promise<PlacedImage> {
  for (let variant = 1; variant <= MOST_VARIANTS; variant++) {
    const words = variant === 1 ? title : `${title}-${variant}`;
    const path = await place.pathFor(imageFileName(words, hash, type), note);
    // Not all file systems tell small letters from capitals.
    const owner = taken.get(path.toLowerCase());
    if (owner !== undefined && owner !== hash) continue;
    taken.set(path.toLowerCase(), hash);
    if ((await files.read(path)) === null) return { path, isNew: true };
    if (await holds(files, path, hash)) return { path, isNew: false };
  }
  throw new Error('No name is free for it.');
}

/** Where a vault keeps images, and how its notes link to them. */
export interface ImagePlace {
  /** Where a file of this name goes that is for a note; it may be there already. */
  readonly pathFor: (name: string, note: string) => Promise<string>;
  /** How a note links to a file. */
  readonly linkTo: (path: string, note: string) => SavedLink;
}
