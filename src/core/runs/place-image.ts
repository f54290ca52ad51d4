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

/** The path of an image. */
export interface PlacedImage {
  readonly path: string;
  /** False if a file with these bytes exists there already, or will. */
  readonly isNew: boolean;
}

/** An image that needs a path. */
export interface ImageToPlace {
  /** In hexadecimal. */
  readonly sha256: string;
  readonly type: ImageKind;
  /** The article's title, for the file's name. */
  readonly title: string;
  /** The first note with the image. */
  readonly note: string;
}

/** How many variants of a name are tried if other files have it. */
const MAX_VARIANTS = 100;

/**
 * Creates a function that finds paths for the images of one run. Identical bytes are stored once, even if an
 * earlier run stored them.
 */
export function imagePlacer(target: ImageTarget): (image: ImageToPlace) => Promise<PlacedImage> {
  const placed = new Map<string, Promise<PlacedImage>>();
  const taken = new Map<string, string>();
  let stored: Promise<ReadonlyMap<string, string>> | null = null;
  const place = async (image: ImageToPlace): Promise<PlacedImage> => {
    const storedPath = (await (stored ??= storedImages(target.files))).get(hashOf(image));
    if (storedPath !== undefined && (await holds(target.files, storedPath, image.sha256))) {
      return { path: storedPath, isNew: false };
    }
    return freeImagePath(image, target, taken);
  };
  return (image) => {
    const existing = placed.get(image.sha256);
    if (existing) return existing.then(({ path }) => ({ path, isNew: false }));
    const placing = place(image);
    placed.set(image.sha256, placing);
    return placing;
  };
}

/** Returns the part of the hash that names contain. */
function hashOf(image: ImageToPlace): string {
  return hashInName(imageFileName('', image.sha256, image.type)) ?? '';
}

/** Returns the files with names of saved images, by the hash in the name. */
async function storedImages(files: FileStore): Promise<ReadonlyMap<string, string>> {
  const stored = new Map<string, string>();
  for (const path of await files.list()) {
    const hash = hashInName(path);
    if (hash !== null && !stored.has(hash)) stored.set(hash, path);
  }
  return stored;
}

async function holds(files: FileStore, path: string, hash: string): Promise<boolean> {
  const bytes = await files.read(path);
  return bytes !== null && (await sha256(bytes, files)) === hash;
}

/** Returns a path that is free, or whose file has the same bytes. */
async function freeImagePath(
  { sha256: hash, type, title, note }: ImageToPlace,
  { files, place }: ImageTarget,
  taken: Map<string, string>,
): Promise<PlacedImage> {
  for (let variant = 1; variant <= MAX_VARIANTS; variant++) {
    const words = variant === 1 ? title : `${title}-${variant}`;
    const path = await place.pathFor(imageFileName(words, hash, type), note);
    // Some file systems ignore case.
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
  /** Returns the path of a file with this name for a note. The file may exist already. */
  readonly pathFor: (name: string, note: string) => Promise<string>;
  /** Returns how a note links to a file. */
  readonly linkTo: (path: string, note: string) => SavedLink;
}
