import { deleteDB, openDB, type IDBPDatabase } from 'idb';
import type { App } from 'obsidian';
import { isCachedNote, type CachedNote } from './cached-note';

/** How many notes are cached at a time. */
export const CACHE_BATCH_SIZE = 200;

/** Caches what was read from notes across restarts. Never throws; after an error, it is empty. */
export interface ArticleCache {
  /** Returns all notes by path. */
  readonly all: () => Promise<ReadonlyMap<string, CachedNote>>;
  readonly put: (notes: readonly CachedNote[]) => Promise<void>;
  readonly remove: (paths: readonly string[]) => Promise<void>;
}

/** The key in local storage that records whether the user has asked to read this vault. */
const ASKED_KEY = 'omnivore-rescue-scanned';
const VAULT_KEY = 'omnivore-rescue-vault';
const STORE_NAME = 'notes';
/** How many notes are read from the database, or removed from it, at a time. */
const CHUNK_SIZE = 500;
const VERSION = 1;
/** Timeouts for opening the database and for one transaction, in milliseconds. */
const TIMEOUTS_MS = { open: 2000, act: 10_000 };

/**
 * Opens the cache, in a database for this vault. Without IndexedDB, nothing is cached. A damaged database is
 * created again.
 */
export function openArticleCache(app: App): ArticleCache {
  let opened: Promise<IDBPDatabase | null> | null = null;
  const attempt = async <T>(act: (db: IDBPDatabase) => Promise<T>, otherwise: T): Promise<T> => {
    try {
      const db = await (opened ??= withTimeout(TIMEOUTS_MS.open, openDatabase(app)));
      const done =
        db &&
        (await withTimeout(
          TIMEOUTS_MS.act,
          act(db).then((value) => ({ value })),
        ));
      if (done) return done.value;
    } catch {
      // Handled below.
    }
    // Do not try again, because every attempt could wait as long.
    opened = Promise.resolve(null);
    return otherwise;
  };
  const write = (act: (store: Writable) => readonly Promise<unknown>[]): Promise<void> =>
    attempt(async (db) => {
      const { store, done } = db.transaction(STORE_NAME, 'readwrite');
      await Promise.all([...act(store), done]);
    }, undefined);
  return {
    all: () => attempt(readCachedNotes, new Map()),
    put: (notes) => write((store) => notes.map((note) => store.put(note))),
    // In chunks, because removing the notes of a large folder at once would block the page.
    async remove(paths) {
      for (let from = 0; from < paths.length; from += CHUNK_SIZE) {
        const part = paths.slice(from, from + CHUNK_SIZE);
        await write((store) => part.map((path) => store.delete(path)));
      }
    },
  };
}

/** Reads in chunks, because reading everything at once would block the page. */
async function readCachedNotes(db: IDBPDatabase): Promise<ReadonlyMap<string, CachedNote>> {
  const notes = new Map<string, CachedNote>();
  let rest: IDBKeyRange | null = null;
  for (;;) {
    const part: readonly unknown[] = await db.getAll(STORE_NAME, rest, CHUNK_SIZE);
    for (const note of part) if (isCachedNote(note)) notes.set(note.path, note);
    if (part.length < CHUNK_SIZE) return notes;
    // Every record has a path, even if it is not valid otherwise.
    const { path } = part.at(-1) as { readonly path: IDBValidKey };
    rest = IDBKeyRange.lowerBound(path, true);
  }
}

interface Writable {
  readonly put: (note: CachedNote) => Promise<unknown>;
  readonly delete: (path: string) => Promise<unknown>;
}

async function openDatabase(app: App): Promise<IDBPDatabase | null> {
  if (typeof indexedDB === 'undefined') return null;
  const name = `omnivore-rescue-${vaultId(app)}`;
  const db = await openNamed(name).catch(() => null);
  if (db && isOurs(db)) return db;
  // The database is damaged or of a newer version. Everything in it can be read from the notes again.
  db?.close();
  await deleteDB(name);
  return openNamed(name);
}

function isOurs(db: IDBPDatabase): boolean {
  return (
    db.objectStoreNames.contains(STORE_NAME) && db.transaction(STORE_NAME).store.keyPath === 'path'
  );
}

function openNamed(name: string): Promise<IDBPDatabase> {
  return openDB(name, VERSION, {
    upgrade: (db) => void db.createObjectStore(STORE_NAME, { keyPath: 'path' }),
    // Another window wants to create it again.
    blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
  });
}

/** Resolves to null if the work takes longer than `patience` milliseconds. */
function withTimeout<T>(timeoutMs: number, work: Promise<T>): Promise<T | null> {
  let timer = 0;
  const late = new Promise<null>((resolve) => {
    timer = window.setTimeout(() => resolve(null), timeoutMs);
  });
  return Promise.race([work, late]).finally(() => window.clearTimeout(timer));
}

/** Returns an ID of this vault on this device. All vaults share one origin, so each needs its own database. */
export function vaultId(app: App): string {
  const stored: unknown = app.loadLocalStorage(VAULT_KEY);
  if (typeof stored === 'string' && stored !== '') return stored;
  // `randomUUID` is missing on some phones.
  const id = [...crypto.getRandomValues(new Uint32Array(4))].map((n) => n.toString(16)).join('-');
  app.saveLocalStorage(VAULT_KEY, id);
  return id;
}

/** Returns whether the user has asked to read this vault, on this device. */
export function isScanAsked(app: App): boolean {
  return app.loadLocalStorage(ASKED_KEY) === true;
}

/** Records that the user has asked to read this vault. */
export function saveScanAsked(app: App): void {
  app.saveLocalStorage(ASKED_KEY, true);
}
