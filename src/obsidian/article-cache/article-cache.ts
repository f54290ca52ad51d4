import { deleteDB, openDB, type IDBPDatabase } from 'idb';
import type { App } from 'obsidian';
import { isCachedNote, type CachedNote } from './summarize-note';

/** A memory of what was read, across restarts. It may forget, but never fails. */
export interface ArticleCache {
  /** By path. */
  readonly all: () => Promise<ReadonlyMap<string, CachedNote>>;
  readonly keep: (notes: readonly CachedNote[]) => Promise<void>;
  readonly forget: (paths: readonly string[]) => Promise<void>;
}

const VAULT_KEY = 'omnivore-rescue-vault';
const STORE = 'notes';
/** So many are taken from the database at a time. */
const PART = 500;
const VERSION = 1;
/** So long is opened, and read or written; what holds the database up costs no more time than this, in milliseconds. */
const PATIENCE = { open: 2000, act: 10_000 };

/** Remembers in a database of the vault's own. Where there is none, nothing is remembered; one that is damaged is made anew. */
export function openArticleCache(app: App): ArticleCache {
  let opened: Promise<IDBPDatabase | null> | null = null;
  const attempt = async <T>(act: (db: IDBPDatabase) => Promise<T>, otherwise: T): Promise<T> => {
    try {
      const db = await (opened ??= within(PATIENCE.open, open(app)));
      const done =
        db &&
        (await within(
          PATIENCE.act,
          act(db).then((value) => ({ value })),
        ));
      if (done) return done.value;
    } catch {
      // As below.
    }
    // Once is enough: the next one would wait as long.
    opened = Promise.resolve(null);
    return otherwise;
  };
  const write = (act: (store: Writable) => readonly Promise<unknown>[]): Promise<void> =>
    attempt(async (db) => {
      const { store, done } = db.transaction(STORE, 'readwrite');
      await Promise.all([...act(store), done]);
    }, undefined);
  return {
    all: () => attempt(allNotes, new Map()),
    keep: (notes) => write((store) => notes.map((note) => store.put(note))),
    forget: (paths) => write((store) => paths.map((path) => store.delete(path))),
  };
}

/** In parts: all at once would hold up the page. */
async function allNotes(db: IDBPDatabase): Promise<ReadonlyMap<string, CachedNote>> {
  const notes = new Map<string, CachedNote>();
  let behind: IDBKeyRange | null = null;
  for (;;) {
    const part: readonly unknown[] = await db.getAll(STORE, behind, PART);
    for (const note of part) if (isCachedNote(note)) notes.set(note.path, note);
    if (part.length < PART) return notes;
    // Whatever it holds, it has the path that it is stored by.
    const { path } = part.at(-1) as { readonly path: IDBValidKey };
    behind = IDBKeyRange.lowerBound(path, true);
  }
}

interface Writable {
  readonly put: (note: CachedNote) => Promise<unknown>;
  readonly delete: (path: string) => Promise<unknown>;
}

async function open(app: App): Promise<IDBPDatabase | null> {
  if (typeof indexedDB === 'undefined') return null;
  const name = `omnivore-rescue-${idOf(app)}`;
  const db = await openAs(name).catch(() => null);
  if (db && isOurs(db)) return db;
  // Of a newer version, or damaged: there is nothing in it that can't be read again.
  db?.close();
  await deleteDB(name);
  return openAs(name);
}

function isOurs(db: IDBPDatabase): boolean {
  return db.objectStoreNames.contains(STORE) && db.transaction(STORE).store.keyPath === 'path';
}

function openAs(name: string): Promise<IDBPDatabase> {
  return openDB(name, VERSION, {
    upgrade: (db) => void db.createObjectStore(STORE, { keyPath: 'path' }),
    // Another window wants to make it anew.
    blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
  });
}

/** Null where it takes longer than so many milliseconds. */
function within<T>(patience: number, work: Promise<T>): Promise<T | null> {
  let timer = 0;
  const late = new Promise<null>((resolve) => {
    timer = window.setTimeout(() => resolve(null), patience);
  });
  return Promise.race([work, late]).finally(() => window.clearTimeout(timer));
}

/** An id of this vault on this device. All vaults share one origin: each has a database of its own. */
export function idOf(app: App): string {
  const known: unknown = app.loadLocalStorage(VAULT_KEY);
  if (typeof known === 'string' && known !== '') return known;
  // Not `randomUUID`, which not every app on a phone has.
  const id = [...crypto.getRandomValues(new Uint32Array(4))].map((n) => n.toString(16)).join('-');
  app.saveLocalStorage(VAULT_KEY, id);
  return id;
}
