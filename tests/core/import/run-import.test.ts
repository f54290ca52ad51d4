import { openExport } from '../../../src/core/export/open-export';
import { openZip } from '../../../src/core/export/zip';
import { DEFAULT_STYLE } from '../../../src/core/import/note-style';
import type { ImportOutcome } from '../../../src/core/import/import-item';
import { runImport, type ImportChoice } from '../../../src/core/import/run-import';
import {
  addImportOutcome,
  countAdditions,
  expectedOutcomes,
  newImportReport,
} from '../../../src/core/report/import-report';
import { planImport } from '../../../src/core/import/plan-import';
import { StoppedError } from '../../../src/core/runs/error-message';
import type { FileStore } from '../../../src/core/runs/file-store';
import { openJournal } from '../../../src/core/runs/journal';
import type { NoteStore } from '../../../src/core/runs/note-store';
import { hash } from '../../../src/core/text/hash';
import { plannerFor } from '../../planner-for';
import { sourceOf, zipOf, type PlainFile } from '../export/zip-of';
import { journalInMemory, notesInMemory } from '../runs/stores';

const ID = '0e5ad8ba-9d3c-4c1e-8b3b-5c0a8a5a1b2c';
const LAMP = { id: ID, slug: 'a-lamp', title: 'A Lamp', savedAt: '2024-03-14T12:21:56.000Z' };
const TIDE = { ...LAMP, id: ID.replace('0e', '1e'), slug: 'a-tide', title: 'A Tide' };
const NOTE = `---\nid: ${ID}\n---\n\n# A Lamp\n#Omnivore\n\n[Read on Omnivore](https://omnivore.app/me/a-lamp)\n`;
const NEW_NOTE = 'A Tide.md';
const FOLDER = 'Omnivore/2024-03-14';
const FILES: readonly PlainFile[] = [
  { name: 'metadata_0_to_2.json', content: JSON.stringify([LAMP, TIDE]) },
  { name: 'content/a-lamp.pdf', content: '%PDF lamp' },
  { name: 'content/a-tide.pdf', content: '%PDF tide' },
];

interface Given {
  readonly note?: string | null;
  readonly bytes?: Uint8Array;
  readonly choice?: ImportChoice;
  readonly notes?: Partial<NoteStore>;
  readonly files?: Partial<FileStore>;
}

/** An import into a vault with one note in memory. */
async function prepared({ note = NOTE, bytes = zipOf(FILES), choice, ...change }: Given = {}) {
  const library = await openExport([await openZip(sourceOf(bytes))]);
  const notes = new Map<string, string | null>([['a.md', note]]);
  const created = new Map<string, string>();
  const files: FileStore = {
    list: () => Promise.resolve(['a.md']),
    read(path) {
      const text = created.get(path) ?? notes.get(path);
      return Promise.resolve(text == null ? null : new TextEncoder().encode(text));
    },
    discard: (path) => Promise.resolve(void created.delete(path)),
    missingFolders: (path) => Promise.resolve(path.includes('/') ? ['Omnivore'] : []),
    create(path, content) {
      created.set(path, new TextDecoder().decode(content));
      return Promise.resolve('created');
    },
    trash: () => Promise.resolve(),
    removeEmpty: () => Promise.resolve(),
    ...change.files,
  };
  const lines = new Map<string, string>();
  const journal = openJournal(journalInMemory(lines), new Date(0), 'ab12', [], 'omnivore-export');
  const store = { ...notesInMemory(notes), ...change.notes };
  const { parseYaml, detect } = plannerFor();
  const dates = { format: 'date-time', zone: null } as const;
  const yieldIfNeeded = () => Promise.resolve();
  const style = { fallback: DEFAULT_STYLE, only: null };
  const options = { parseYaml, detect, dates, yieldIfNeeded, ...style };
  const target = { notes: ['a.md'], store, files };
  const go = async (): Promise<readonly ImportOutcome[]> => {
    const outcomes: ImportOutcome[] = [];
    for await (const outcome of runImport(library, target, options, journal, choice)) {
      outcomes.push(outcome);
    }
    return outcomes;
  };
  const preview = async (): Promise<readonly ImportOutcome[]> => {
    const vault = { notes: ['a.md'], files: ['a.md'], store };
    const outcomes: ImportOutcome[] = [];
    for await (const item of planImport(library, vault, options)) {
      outcomes.push(...expectedOutcomes(item));
    }
    return outcomes;
  };
  return { go, preview, notes, created, lines, journal };
}

function summaries(outcomes: readonly ImportOutcome[]): readonly string[] {
  return outcomes.map((it) => `${it.path} ${it.kind === 'skipped' ? it.reason : it.kind}`);
}

test('an import completes a note, creates the other one, and does what the preview showed', async () => {
  const { go, preview, notes, created, lines } = await prepared();
  const expected = summaries(await preview());
  const outcomes = summaries(await go());
  expect([...outcomes].sort()).toEqual([...expected].sort());
  expect(outcomes).toEqual(
    expect.arrayContaining(['a.pdf created', 'a.md completed', `${NEW_NOTE} created`]),
  );
  expect(notes.get('a.md')).toContain('![a.pdf](a.pdf)');
  expect(created.get('a.pdf')).toBe('%PDF lamp');
  expect(created.get(NEW_NOTE)).toContain('![A Tide.pdf](A%20Tide.pdf)');
  const journal = [...lines.values()].join('');
  for (const path of ['a.md', 'a.pdf', NEW_NOTE]) expect(journal).toContain(`"${path}"`);
});

test('the folders of the first Omnivore notes are recorded before they are created', async () => {
  const { go, created, lines } = await prepared({ note: 'Mine.\n' });
  await go();
  expect(created.has('Omnivore/2024-03-14/A Tide.md')).toBe(true);
  expect([...lines.values()].join('')).toContain('{"folder":"Omnivore"}');
});

test('only what was chosen is imported', async () => {
  const choice = { complete: new Map(), create: new Set<string>() };
  const { go, notes, created, lines } = await prepared({ choice });
  expect(summaries(await go())).toEqual(['a.md fine', `${NEW_NOTE} fine`]);
  expect(notes.get('a.md')).toBe(NOTE);
  expect([created.size, lines.size]).toEqual([0, 0]);
});

test('a chosen note is completed, and a chosen article gets its note', async () => {
  const choice = {
    complete: new Map([['a.md', { hash: hash(NOTE), without: new Set<string>() }]]),
    create: new Set([NEW_NOTE]),
  };
  const { go, created } = await prepared({ choice });
  expect(summaries(await go())).toContain('a.md completed');
  expect(created.has(NEW_NOTE)).toBe(true);
});

test('a note that changed after the preview is skipped', async () => {
  const choice = {
    complete: new Map([['a.md', { hash: hash('before'), without: new Set<string>() }]]),
    create: new Set<string>(),
  };
  const { go, notes } = await prepared({ choice });
  expect(summaries(await go())).toEqual(['a.md changed-after-preview', `${NEW_NOTE} fine`]);
  expect(notes.get('a.md')).toBe(NOTE);
});

/** Breaks the checksum of a file in a zip. */
function damaged(bytes: Uint8Array, name: string): Uint8Array {
  const directory = Buffer.from(bytes).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  const at = Buffer.from(bytes).indexOf(name, directory);
  bytes[at - 46 + 16]! ^= 1;
  return bytes;
}

describe('a PDF that can’t be written', () => {
  const without = {
    'a.md': NOTE.replace('\n---\n', '\ndate_saved: 2024-03-14T12:21:56Z\n---\n'),
    'A Tide.md': expect.not.stringContaining('.pdf') as unknown,
  };

  test('is damaged: its note gets everything else, and no link', async () => {
    const bytes = damaged(zipOf(FILES), 'content/a-lamp.pdf');
    const { go, notes, created } = await prepared({ bytes });
    const outcomes = await go();
    expect(outcomes).toContainEqual({
      ...{ kind: 'skipped', path: 'a.md', addition: 'pdf', reason: 'damaged' },
      was: 'content/a-lamp.pdf',
    });
    expect(summaries(outcomes)).toContain('a.md completed');
    expect(notes.get('a.md')).toBe(without['a.md']);
    expect([...created.keys()].sort()).toEqual(['A Tide.md', 'A Tide.pdf']);
  });

  test.each<[string, () => Promise<'exists'>, string]>([
    ['exists by now', () => Promise.resolve('exists'), 'a.md exists'],
    ['has no space', () => Promise.reject(new Error('The disk is full.')), 'a.pdf failed'],
  ])('%s: no note links to it, and none is reported as created', async (_, fail, outcome) => {
    const texts = new Map<string, string>();
    const { go, notes } = await prepared({
      files: {
        create(path, bytes) {
          if (path.endsWith('.pdf')) return fail();
          texts.set(path, new TextDecoder().decode(bytes));
          return Promise.resolve('created');
        },
      },
    });
    const outcomes = summaries(await go());
    expect(outcomes).toEqual(expect.arrayContaining([outcome, 'a.md completed']));
    expect(outcomes).not.toContain('a.pdf created');
    expect({ ...Object.fromEntries(texts), 'a.md': notes.get('a.md') }).toEqual(without);
  });

  test('is one of two: the note links to the other one only', async () => {
    const both = [LAMP, TIDE].map(({ id }) => `- id: ${id}\n`).join('');
    const body = (id: string) =>
      `%%${id}_start%%\n# A\n#Omnivore\n\n[Read Original](https://b.example/${id})\n%%${id}_end%%\n`;
    const note = `---\n${both}---\n\n${body(LAMP.id)}\n${body(TIDE.id)}`;
    const bytes = damaged(zipOf(FILES), 'content/a-tide.pdf');
    const { go, notes, created } = await prepared({ note, bytes });
    expect(summaries(await go())).toEqual(['a.md damaged', 'a.md completed', 'a.pdf created']);
    expect(notes.get('a.md')).toContain('](a.pdf)');
    expect(notes.get('a.md')?.match(/\.pdf\)/g)).toHaveLength(1);
    expect([...created.keys()]).toEqual(['a.pdf']);
  });

  test('is all there was to add: the note is not written', async () => {
    const note = NOTE.replace('\n---\n', '\ndate_saved: 2024-03-14\n---\n');
    const bytes = damaged(zipOf(FILES), 'content/a-lamp.pdf');
    const { go, notes } = await prepared({ note, bytes });
    expect(summaries(await go())).not.toContain('a.md completed');
    expect(notes.get('a.md')).toBe(note);
  });
});

describe('a PDF whose note is not written is removed', () => {
  test.each<[string, Partial<NoteStore>]>([
    ['changes meanwhile', { replace: () => Promise.resolve('changed-meanwhile') }],
    ['can’t be written', { replace: () => Promise.reject(new Error('It is read-only.')) }],
    ['is not reached any more', { replace: () => Promise.reject(new StoppedError()) }],
  ])('because it %s', async (_, store) => {
    const { go, created } = await prepared({ notes: store });
    await go().catch(() => undefined);
    expect(created.has('a.pdf')).toBe(false);
    expect(created.has('A Tide.pdf')).toBe(created.has(NEW_NOTE));
  });

  test('with the folder that was created for it', async () => {
    const removed: string[] = [];
    const pdfs = new Set<string>();
    const { go, lines } = await prepared({
      note: 'Mine.\n',
      files: {
        create(path) {
          if (path.endsWith('.md')) return Promise.reject(new Error('The disk is full.'));
          pdfs.add(path);
          return Promise.resolve('created');
        },
        discard: (path) => Promise.resolve(void pdfs.delete(path)),
        removeEmpty: (folders) => Promise.resolve(void removed.push(...folders)),
      },
    });
    expect(new Set(summaries(await go()))).toEqual(
      new Set(['A Lamp', 'A Tide'].map((name) => `${FOLDER}/${name}.md failed`)),
    );
    expect([...pdfs]).toEqual([]);
    expect(removed).toEqual(['Omnivore']);
    expect([...lines.values()].join('')).toContain(`${FOLDER}/A Lamp.pdf`);
  });

  test('unless the note was written nevertheless, or may have been', async () => {
    for (const read of [undefined, () => Promise.reject(new Error('No access.'))]) {
      const { go, notes, created } = await prepared({
        notes: {
          replace(path, _, after) {
            notes.set(path, after);
            return Promise.reject(new Error('The disk was removed.'));
          },
        },
        files: read ? { read } : {},
      });
      await go();
      expect(created.has('a.pdf')).toBe(true);
    }
  });

  test('and is moved to the trash if the store can’t delete', async () => {
    const trashed: string[] = [];
    const { go } = await prepared({
      notes: { replace: () => Promise.resolve('changed-meanwhile') },
      files: {
        discard: undefined as never,
        trash: (path) => Promise.resolve(void trashed.push(path)),
      },
    });
    await go();
    expect(trashed).toEqual(['a.pdf']);
  });
});

test('only the chosen additions are made', async () => {
  const { notes, created, preview } = await prepared();
  const completed = (await preview()).find(({ kind }) => kind === 'completed');
  const keys = completed?.kind === 'completed' ? completed.additions.map(({ key }) => key) : [];
  expect(keys).toEqual(['0 saved', '0 pdf']);
  const choose = (without: readonly string[]): ImportChoice => ({
    complete: new Map([['a.md', { hash: hash(NOTE), without: new Set(without) }]]),
    create: new Set(),
  });
  const onlyDate = await prepared({ choice: choose(['0 pdf']) });
  expect(summaries(await onlyDate.go())).toEqual([`${NEW_NOTE} fine`, 'a.md completed']);
  expect(onlyDate.notes.get('a.md')).toContain('date_saved: 2024-03-14T12:21:56Z');
  expect(onlyDate.created.size).toBe(0);
  const nothing = await prepared({ choice: choose(keys) });
  expect(summaries(await nothing.go())).toEqual(['a.md fine', `${NEW_NOTE} fine`]);
  expect([notes.get('a.md'), created.size]).toEqual([NOTE, 0]);
});

test('a full disk fails each file, and what was written is flushed', async () => {
  const flush = jest.fn(() => Promise.resolve());
  const create = () => Promise.reject(new Error('The disk is full.\nat x'));
  const { go } = await prepared({ files: { create, flush } });
  expect(await go()).toContainEqual({
    ...{ kind: 'failed', path: NEW_NOTE },
    error: 'The disk is full.',
  });
  expect(flush).toHaveBeenCalled();
});

test('a note that changes during the import is skipped', async () => {
  const replace = () => Promise.resolve('changed-meanwhile' as const);
  const { go } = await prepared({ notes: { replace } });
  expect(summaries(await go())).toContain('a.md changed-meanwhile');
});

test('a note that can’t be written has failed', async () => {
  const replace = () => Promise.reject(new Error('It is read-only.'));
  const { go } = await prepared({ notes: { replace } });
  expect(await go()).toContainEqual({ kind: 'failed', path: 'a.md', error: 'It is read-only.' });
});

test('nothing is written if the journal can’t be', async () => {
  const { go, notes, created, journal } = await prepared();
  jest.spyOn(journal, 'writeFiles').mockRejectedValue(new Error('No journal.'));
  await expect(go()).rejects.toThrow('No journal.');
  expect([notes.get('a.md'), created.size]).toEqual([NOTE, 0]);
});

test('a note that can’t be read the second time fails or is skipped', async () => {
  for (const [second, outcome] of [
    [() => Promise.reject(new Error('Gone.')), 'a.md failed'],
    [() => Promise.resolve({ kind: 'invalid-utf8' as const, text: '' }), 'a.md invalid-utf8'],
    [() => Promise.resolve({ kind: 'text' as const, text: 'Mine now.\n' }), 'a.md fine'],
  ] as const) {
    let reads = 0;
    const read = () =>
      reads++ === 0 ? Promise.resolve({ kind: 'text' as const, text: NOTE }) : second();
    const { go } = await prepared({ notes: { read } });
    expect(summaries(await go())).toContain(outcome);
  }
});

test('a report lists what was done and what was not, and has a run only if something was', async () => {
  const report = newImportReport([{ name: 'content/x.html', problem: 'shared-slug' }]);
  expect(report.left).toEqual([
    { path: 'content/x.html', addition: null, reason: 'shared-slug', was: '' },
  ]);
  const left = { path: 'b.md', addition: null, reason: 'exists', was: '' } as const;
  addImportOutcome(report, { kind: 'skipped', ...left }, 'r1');
  addImportOutcome(report, { kind: 'failed', path: 'c.md', error: 'No.' }, 'r1');
  addImportOutcome(report, { kind: 'fine', path: 'd.md' }, 'r1');
  expect(report.run).toBeNull();
  const { go } = await prepared();
  for (const outcome of await go()) addImportOutcome(report, outcome, 'r1');
  expect(report).toMatchObject({ run: 'r1', failed: [{ path: 'c.md', error: 'No.' }] });
  expect(report.left).toContainEqual(left);
  expect(report.created).toEqual(expect.arrayContaining(['a.pdf', NEW_NOTE]));
  expect(report.completed).toEqual([
    { path: 'a.md', findings: expect.objectContaining({ pdf: 1, author: 0 }) as unknown },
  ]);
  expect(Object.values(countAdditions([])).every((count) => count === 0)).toBe(true);
});
