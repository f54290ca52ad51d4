import { openExport } from '../../../src/core/export/open-export';
import { openZip } from '../../../src/core/export/zip';
import { DEFAULT_STYLE } from '../../../src/core/import/note-style';
import {
  runImport,
  type ImportChoice,
  type ImportOutcome,
} from '../../../src/core/import/run-import';
import {
  addImportOutcome,
  countAdditions,
  expectedOutcomes,
  newImportReport,
} from '../../../src/core/report/import-report';
import { planImport } from '../../../src/core/import/plan-import';
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
    read: () => Promise.resolve(null),
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
  const options = { parseYaml, detect, dates, fallback: DEFAULT_STYLE, only: null };
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

function said(outcomes: readonly ImportOutcome[]): readonly string[] {
  return outcomes.map((it) => `${it.path} ${it.kind === 'left' ? it.reason : it.kind}`);
}

test('an import completes a note, creates the other one, and does what the preview said', async () => {
  const { go, preview, notes, created, lines } = await prepared();
  const expected = said(await preview());
  const outcomes = said(await go());
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

test('the folders of the first Omnivore notes are recorded before they are made', async () => {
  const { go, created, lines } = await prepared({ note: 'Mine.\n' });
  await go();
  expect(created.has('Omnivore/2024-03-14/A Tide.md')).toBe(true);
  expect([...lines.values()].join('')).toContain('{"folder":"Omnivore"}');
});

test('only what was chosen is imported', async () => {
  const choice = { complete: new Map<string, string>(), create: new Set<string>() };
  const { go, notes, created, lines } = await prepared({ choice });
  expect(said(await go())).toEqual(['a.md fine', `${NEW_NOTE} fine`]);
  expect(notes.get('a.md')).toBe(NOTE);
  expect([created.size, lines.size]).toEqual([0, 0]);
});

test('a chosen note is completed, and a chosen article gets its note', async () => {
  const choice = { complete: new Map([['a.md', hash(NOTE)]]), create: new Set([NEW_NOTE]) };
  const { go, created } = await prepared({ choice });
  expect(said(await go())).toContain('a.md completed');
  expect(created.has(NEW_NOTE)).toBe(true);
});

test('a note that changed after the preview is left', async () => {
  const choice = { complete: new Map([['a.md', hash('before')]]), create: new Set<string>() };
  const { go, notes } = await prepared({ choice });
  expect(said(await go())).toEqual(['a.md changed-after-preview', `${NEW_NOTE} fine`]);
  expect(notes.get('a.md')).toBe(NOTE);
});

test('a note whose PDF is damaged is left whole', async () => {
  const bytes = zipOf(FILES);
  const at = Buffer.from(bytes).lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  const first = Buffer.from(bytes).indexOf('content/a-lamp.pdf', at - 80);
  bytes[first - 46 + 16]! ^= 1;
  const { go, notes, created } = await prepared({ bytes });
  expect(await go()).toContainEqual({
    ...{ kind: 'left', path: 'a.md', addition: 'pdf', reason: 'damaged' },
    was: 'content/a-lamp.pdf',
  });
  expect(notes.get('a.md')).toBe(NOTE);
  expect(created.has('a.pdf')).toBe(false);
});

test('a file that is there by now is not overwritten', async () => {
  const { go } = await prepared({ files: { create: () => Promise.resolve('exists') } });
  expect(said(await go())).toEqual(expect.arrayContaining(['a.pdf exists', `${NEW_NOTE} exists`]));
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

test('a note that changes during the import is left', async () => {
  const replace = () => Promise.resolve('changed-meanwhile' as const);
  const { go } = await prepared({ notes: { replace } });
  expect(said(await go())).toContain('a.md changed-meanwhile');
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

test('a note that can’t be read the second time has failed or is left', async () => {
  for (const [second, outcome] of [
    [() => Promise.reject(new Error('Gone.')), 'a.md failed'],
    [() => Promise.resolve({ kind: 'invalid-utf8' as const, text: '' }), 'a.md invalid-utf8'],
    [() => Promise.resolve({ kind: 'text' as const, text: 'Mine now.\n' }), 'a.md fine'],
  ] as const) {
    let reads = 0;
    const read = () =>
      reads++ === 0 ? Promise.resolve({ kind: 'text' as const, text: NOTE }) : second();
    const { go } = await prepared({ notes: { read } });
    expect(said(await go())).toContain(outcome);
  }
});

test('a report lists what was done and what was not, and has a run only if something was', async () => {
  const report = newImportReport([{ name: 'content/x.html', problem: 'shared-slug' }]);
  expect(report.left).toEqual([
    { path: 'content/x.html', addition: null, reason: 'shared-slug', was: '' },
  ]);
  const left = { path: 'b.md', addition: null, reason: 'exists', was: '' } as const;
  addImportOutcome(report, { kind: 'left', ...left }, 'r1');
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
