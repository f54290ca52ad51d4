import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { App } from 'obsidian';
import type { Listed } from '../library/listed';

/** What was read of a note, and of which state of it. */
export interface RememberedNote {
  readonly path: string;
  readonly mtime: number;
  readonly size: number;
  /** Of the version and the settings that it was read with. */
  readonly key: string;
  readonly articles: readonly Listed[];
}

/** A memory of what was read, across restarts. It may forget, but never fails. */
export interface FactsMemory {
  readonly all: () => Promise<readonly RememberedNote[]>;
  readonly keep: (notes: readonly RememberedNote[]) => Promise<void>;
  readonly forget: (paths: readonly string[]) => Promise<void>;
}

interface Schema extends DBSchema {
  notes: { key: string; value: RememberedNote };
}

/** So many are taken from the database at a time. */
const PART = 500;
const VAULT_KEY = 'omnivore-rescue-vault';
/** A database that another window holds shut costs no more time than this, in milliseconds. */
const PATIENCE = 2000;

/** Remembers in a database of the vault's own. Where there is none, or it is damaged, nothing is remembered. */
export function rememberedFacts(app: App): FactsMemory {
  let opened: Promise<IDBPDatabase<Schema> | null> | null = null;
  const attempt = async <T>(
    act: (db: IDBPDatabase<Schema>) => Promise<T>,
    otherwise: T,
  ): Promise<T> => {
    try {
      const db = await (opened ??= open(app));
      return db ? await act(db) : otherwise;
    } catch {
      return otherwise;
    }
  };
  const write = (act: (db: IDBPDatabase<Schema>) => Promise<void>) => attempt(act, undefined);
  return {
    all: () => attempt(allNotes, []),
    keep: (notes) =>
      write(async (db) => {
        const { store, done } = db.transaction('notes', 'readwrite');
        await Promise.all([...notes.map((note) => store.put(note)), done]);
      }),
    forget: (paths) =>
      write(async (db) => {
        const { store, done } = db.transaction('notes', 'readwrite');
        await Promise.all([...paths.map((path) => store.delete(path)), done]);
      }),
  };
}

/** In parts: all at once would hold up the page. */
async function allNotes(db: IDBPDatabase<Schema>): Promise<readonly RememberedNote[]> {
  const notes: RememberedNote[] = [];
  for (;;) {
    const last = notes.at(-1);
    const behind = last && IDBKeyRange.lowerBound(last.path, true);
    const part = await db.getAll('notes', behind, PART);
    notes.push(...part);
    if (part.length < PART) return notes;
  }
}

async function open(app: App): Promise<IDBPDatabase<Schema> | null> {
  if (typeof indexedDB === 'undefined') return null;
  const opening = openDB<Schema>(`omnivore-rescue-${idOf(app)}`, 1, {
    upgrade: (db) => void db.createObjectStore('notes', { keyPath: 'path' }),
  });
  const late = new Promise<null>((resolve) => window.setTimeout(() => resolve(null), PATIENCE));
  return Promise.race([opening, late]);
}

/** All vaults share one origin: each has a database of its own. */
function idOf(app: App): string {
  const known: unknown = app.loadLocalStorage(VAULT_KEY);
  if (typeof known === 'string' && known !== '') return known;
  const id = crypto.randomUUID();
  app.saveLocalStorage(VAULT_KEY, id);
  return id;
}
