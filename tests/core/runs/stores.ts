import { parse as parseYaml } from 'yaml';
import type { Step } from '../../../src/core/runs/journal-format';
import { readRun, stepsOf } from '../../../src/core/runs/read-journal';
import type { JournalStore, NoteStore } from '../../../src/core/runs/note-store';
import type { Planner } from '../../../src/core/repairs/plan';
import { readSettings, detectOptionsFrom, repairsFrom } from '../../../src/core/settings/settings';

/** Journals in memory. */
export function journalInMemory(files = new Map<string, string>()): JournalStore {
  return {
    names: () => Promise.resolve([...files.keys()].sort()),
    open(name) {
      const bytes = Buffer.from(files.get(name) ?? '');
      return Promise.resolve({
        size: bytes.length,
        read: (from, to) => Promise.resolve(bytes.subarray(from, to)),
        close: () => Promise.resolve(),
      });
    },
    append: (name, text) => Promise.resolve(void files.set(name, (files.get(name) ?? '') + text)),
    remove: (name) => Promise.resolve(void files.delete(name)),
    lock: () => Promise.resolve(),
    unlock: () => Promise.resolve(),
  };
}

/** A run's steps in order; none if there is no such run. */
export async function stepsIn(store: JournalStore, id: string): Promise<readonly Step[]> {
  const run = await readRun(store, id);
  const steps: Step[] = [];
  if (run) for await (const step of stepsOf(store, run)) steps.unshift(step);
  return steps;
}

/** Notes in memory; one that is null exists but is not UTF-8. */
export function notesInMemory(notes: Map<string, string | null>): NoteStore {
  return {
    list: () => Promise.resolve([...notes.keys()]),
    read(path) {
      const text = notes.get(path);
      if (text === undefined) return Promise.reject(new Error('The file is no longer there.'));
      return Promise.resolve(
        text === null ? { kind: 'invalid-utf8', text: SAVED } : { kind: 'text', text },
      );
    },
    replace(path, before, after) {
      if (notes.get(path) !== before) return Promise.resolve('changed-meanwhile');
      notes.set(path, after);
      return Promise.resolve('replaced');
    },
  };
}

const { settings } = readSettings({ dates: { zone: 'UTC' } });

/** Plans with the default settings, in UTC. */
export const planner: Planner = {
  parseYaml: (source) => parseYaml(source) as unknown,
  detect: detectOptionsFrom(settings),
  repairs: repairsFrom(settings),
};

/** A saved article with a date to repair. */
export function saved(date = '2024-03-20 18:15:30'): string {
  return `---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\ndate_saved: ${date}\n---\n\n[Read on Omnivore](https://omnivore.app/me/a-lamp)\n`;
}

const SAVED = saved();
