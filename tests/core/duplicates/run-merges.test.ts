import { candidateOf, type Candidate } from '../../../src/core/duplicates/candidate';
import { findDuplicates } from '../../../src/core/duplicates/find-duplicates';
import { planMerges, type MergePlan } from '../../../src/core/duplicates/plan-merges';
import { outcomeCount, runMerges } from '../../../src/core/duplicates/run-merges';
import { mergedReport } from '../../../src/core/report/duplicates-report';
import { StoppedError } from '../../../src/core/runs/error-message';
import type { FileStore } from '../../../src/core/runs/file-store';
import { openJournal } from '../../../src/core/runs/journal';
import type { NoteStore } from '../../../src/core/runs/note-store';
import { latestRun, removedOf } from '../../../src/core/runs/read-journal';
import { applyEdits } from '../../../src/core/text/edits';
import { plannerFor } from '../../planner-for';
import { journalInMemory, notesInMemory } from '../runs/stores';

const { parseYaml, detect } = plannerFor();
const reading = { parseYaml, detect };

type Notes = Map<string, string | null>;

function saved(body = '', properties = ''): string {
  return `---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\n${properties}---\n# A lamp\n#Omnivore\n\n[Read on Omnivore](https://omnivore.app/me/x-18e5b5c135d)\n[Read Original](https://a.example/lamp)\n${body}`;
}

const LONG = `\n${'The keeper slept until the fog came in. '.repeat(9).trim()}\n`;

/** A vault with two copies of an article, and a note that links to the copy that is removed. */
function vault(more: readonly (readonly [string, string | null])[] = []): Notes {
  return new Map<string, string | null>([
    ['Lamp.md', saved(LONG)],
    ['Clips/Lamp 2.md', saved('', 'rating: 5\n')],
    ['Mine.md', 'See [[Lamp 2|the lamp]].\n'],
    ...more,
  ]);
}

function groupsIn(notes: Notes) {
  const candidates = [...notes].flatMap(([path, text]): readonly Candidate[] => {
    const candidate =
      text === null || !path.endsWith('.md') ? null : candidateOf(text, path, reading);
    return candidate ? [candidate] : [];
  });
  return findDuplicates(candidates);
}

function planned(
  notes: Notes,
  store: Pick<NoteStore, 'read'> = notesInMemory(notes),
  groups = groupsIn(notes),
): Promise<MergePlan> {
  const { files } = filesOf(notes);
  const all = [...notes.keys()].filter((path) => path.endsWith('.md'));
  return planMerges(groups, { notes: all, store, files }, reading);
}

/** The trash of a vault in memory. */
function filesOf(notes: Notes) {
  const trashed: string[] = [];
  const files: FileStore = {
    list: () => Promise.resolve([...notes.keys()]),
    read: (path) => Promise.resolve(new TextEncoder().encode(notes.get(path) ?? '')),
    missingFolders: () => Promise.resolve([]),
    create: () => Promise.resolve('exists'),
    trash: (path) => {
      notes.delete(path);
      trashed.push(path);
      return Promise.resolve();
    },
    removeEmpty: () => Promise.resolve(),
  };
  return { files, trashed };
}

async function run(
  plan: MergePlan,
  notes: Notes,
  store = notesInMemory(notes),
  files = filesOf(notes).files,
  journals = journalInMemory(),
): Promise<readonly string[]> {
  const journal = openJournal(journals, new Date(0), 'aaaa');
  const outcomes: string[] = [];
  for await (const outcome of runMerges(plan, store, files, journal)) {
    const why =
      'reason' in outcome ? ` ${outcome.reason}` : 'error' in outcome ? ` ${outcome.error}` : '';
    outcomes.push(`${outcome.path}: ${outcome.kind}${why}`);
  }
  return outcomes;
}

test('the copy’s property is kept, links lead to the kept note, and the copy is moved to the trash', async () => {
  const notes = vault();
  const copy = notes.get('Clips/Lamp 2.md');
  const journals = journalInMemory();
  const { files, trashed } = filesOf(notes);
  const plan = await planned(notes);
  expect(plan.merges[0]?.carried).toMatchObject({ properties: 1 });
  expect(await run(plan, notes, notesInMemory(notes), files, journals)).toEqual([
    'Lamp.md: merged',
    'Mine.md: relinked',
    'Clips/Lamp 2.md: removed',
  ]);
  expect(notes.get('Lamp.md')).toContain('rating: 5\n');
  expect(notes.get('Mine.md')).toBe('See [[Lamp|the lamp]].\n');
  expect(trashed).toEqual(['Clips/Lamp 2.md']);
  const journal = await latestRun(journals);
  const removed = [];
  if (journal) for await (const note of removedOf(journals, journal)) removed.push(note);
  expect(removed).toEqual([{ path: 'Clips/Lamp 2.md', text: copy }]);
});

test('a relative link in merged text still leads to the same file', async () => {
  const text = vault().get('Clips/Lamp 2.md');
  const notes = vault([['Clips/Lamp 2.md', `${text ?? ''}\n![](./lit.png) was mine.\n`]]);
  await run(await planned(notes), notes);
  expect(notes.get('Lamp.md')).toContain('\n![](./Clips/lit.png) was mine.\n');
});

test('a kept note that links to its own copy gets the property and the new link', async () => {
  const notes = vault([['Lamp.md', saved(`${LONG}\nSee [[Lamp 2]].\n`)]]);
  const before = notes.get('Lamp.md') ?? '';
  const plan = await planned(notes);
  const keep = plan.merges[0]?.keep;
  await run(plan, notes);
  const after = notes.get('Lamp.md') ?? '';
  expect(after).toContain('rating: 5\n');
  expect(after).toContain('See [[Lamp]].\n');
  expect(applyEdits(after, keep?.undo ?? [])).toBe(before);
});

test('if the copy adds nothing, the kept note is not written', async () => {
  const notes = vault([['Clips/Lamp 2.md', saved()]]);
  const plan = await planned(notes);
  expect(await run(plan, notes)).toEqual(['Mine.md: relinked', 'Clips/Lamp 2.md: removed']);
  expect(notes.get('Lamp.md')).toBe(saved(LONG));
});

test('three copies become one note with the contents of all', async () => {
  const notes = vault([
    ['Lamp 3.md', saved('', 'author: Me\n')],
    ['Mine.md', 'See [[Lamp 3]], [[Lamp 2]] and [[Lamp 3]].\n'],
  ]);
  await run(await planned(notes), notes);
  expect([...notes.keys()]).toEqual(['Lamp.md', 'Mine.md']);
  expect(notes.get('Lamp.md')).toContain('rating: 5\n');
  expect(notes.get('Lamp.md')).toContain('author: Me\n');
  expect(notes.get('Mine.md')).toBe('See [[Lamp]], [[Lamp]] and [[Lamp]].\n');
});

describe('merges that can’t be planned', () => {
  test.each<[string, string | null, string]>([
    ['is not UTF-8 any more', null, 'The note is not UTF-8.'],
    ['is another text by now', 'My own text.\n', 'The note has changed meanwhile.'],
  ])('a copy that %s fails the group, and no note of it is changed', async (_, text, error) => {
    const groups = groupsIn(vault());
    const notes = vault([['Clips/Lamp 2.md', text]]);
    const plan = await planned(notes, notesInMemory(notes), groups);
    expect(plan).toEqual({
      merges: [],
      links: [],
      skipped: [],
      failed: [{ path: 'Lamp.md', error }],
    });
    expect(await run(plan, notes)).toEqual([]);
  });

  test('a note that may have links can’t be read: all copies stay', async () => {
    const notes = vault([['Broken.md', null]]);
    const store = notesInMemory(notes);
    const plan = await planned(notes, {
      read: (path) =>
        path === 'Mine.md' ? Promise.reject(new Error('No access.\nmore')) : store.read(path),
    });
    expect(plan.failed).toEqual([{ path: 'Mine.md', error: 'No access.' }]);
    expect(plan).toMatchObject({ merges: [], links: [] });
    expect(plan.skipped).toEqual([{ path: 'Clips/Lamp 2.md', reason: 'may-be-linked' }]);
  });

  test('a note that is not UTF-8 and has no links is no obstacle', async () => {
    expect((await planned(vault([['Broken.md', null]]))).merges).toHaveLength(1);
  });

  test('a copy stays if a note that is not UTF-8 links to it', async () => {
    const notes = vault([['Mine.md', null]]);
    const store = notesInMemory(notes);
    const plan = await planned(notes, {
      read: (path) =>
        path === 'Mine.md'
          ? Promise.resolve({ kind: 'invalid-utf8', text: '\ufffd [[Lamp 2]]' })
          : store.read(path),
    });
    const skipped = [
      { path: 'Clips/Lamp 2.md', reason: 'still-linked' },
      { path: 'Mine.md', reason: 'invalid-utf8' },
    ];
    expect(plan).toEqual({ merges: [], links: [], skipped, failed: [] });
    expect(await run(plan, notes)).toEqual([]);
    expect(mergedReport(plan, [], null).left).toEqual(skipped);
  });

  test('a copy on a canvas is not merged', async () => {
    const card = JSON.stringify({ nodes: [{ type: 'file', file: 'Clips/Lamp 2.md' }] });
    const notes = vault([
      ['Board.canvas', card],
      ['Lamp 3.md', saved('', 'author: Me\n')],
    ]);
    const plan = await planned(notes);
    expect(plan.skipped).toEqual([{ path: 'Clips/Lamp 2.md', reason: 'on-canvas' }]);
    expect(await run(plan, notes)).toEqual(['Lamp.md: merged', 'Lamp 3.md: removed']);
    expect(mergedReport(plan, [], null).left).toEqual(plan.skipped);
    const two = vault([['Board.canvas', card]]);
    expect(await planned(two)).toMatchObject({ merges: [], links: [] });
  });

  test.each([
    ['a card with a link', JSON.stringify({ nodes: [{ type: 'text', text: 'See [[Lamp 2]].' }] })],
    ['a path with escapes', '{"nodes":[{"type":"file","file":"Clips\\/Lamp 2.md"}]}'],
    ['what can’t be read', '{"nodes":[{"text":"[[Lamp 2]]"'],
  ])('nor is one with %s on a canvas', async (_, canvas) => {
    const plan = await planned(vault([['Board.canvas', canvas]]));
    expect(plan.skipped).toEqual([{ path: 'Clips/Lamp 2.md', reason: 'on-canvas' }]);
  });

  test.each([
    ['only names it', JSON.stringify({ nodes: [{ type: 'text', text: 'Lamp 2' }] })],
    ['has no cards', '{"edges":[]}'],
    ['is a list', '[1]'],
  ])('a canvas that %s keeps no copy', async (_, canvas) => {
    expect((await planned(vault([['Board.canvas', canvas]]))).skipped).toEqual([]);
  });

  test('a request to stop ends it all', async () => {
    const notes = vault();
    const read = () => Promise.reject(new StoppedError('Stopped.'));
    await expect(planned(notes, { read })).rejects.toThrow('Stopped.');
  });
});

describe('changes between the plan and the run', () => {
  test('a kept note that was edited keeps its copy in the vault', async () => {
    const notes = vault();
    const plan = await planned(notes);
    notes.set('Lamp.md', 'Edited.\n');
    expect(await run(plan, notes)).toEqual(['Lamp.md: skipped changed-meanwhile']);
    expect(notes.get('Mine.md')).toBe('See [[Lamp 2|the lamp]].\n');
    expect(notes.has('Clips/Lamp 2.md')).toBe(true);
    expect(notes.get('Lamp.md')).toBe('Edited.\n');
  });

  test('a kept note that can’t be written keeps its copy in the vault', async () => {
    const notes = vault();
    const store = notesInMemory(notes);
    const outcomes = await run(await planned(notes), notes, {
      ...store,
      replace: (path, before, after) =>
        path === 'Lamp.md'
          ? Promise.reject(new Error('The disk is full.'))
          : store.replace(path, before, after),
    });
    expect(outcomes).toEqual(['Lamp.md: failed The disk is full.']);
    expect(notes.has('Clips/Lamp 2.md')).toBe(true);
  });

  test.each<[string, string | null]>([
    ['was edited', `${saved()}My thought.\n`],
    ['is not UTF-8 any more', null],
  ])('a copy that %s stays', async (_, text) => {
    const notes = vault();
    const plan = await planned(notes);
    notes.set('Clips/Lamp 2.md', text);
    expect((await run(plan, notes)).at(-1)).toBe('Clips/Lamp 2.md: skipped changed-meanwhile');
    expect(notes.get('Clips/Lamp 2.md')).toBe(text);
  });

  test.each<[string, Partial<NoteStore>, string]>([
    [
      'changes meanwhile',
      { replace: () => Promise.resolve('changed-meanwhile') },
      'Mine.md: skipped changed-meanwhile',
    ],
    [
      'can’t be written',
      { replace: () => Promise.reject(new Error('It is read-only.')) },
      'Mine.md: failed It is read-only.',
    ],
  ])('a copy stays if a note with links to it %s', async (_, change, outcome) => {
    const notes = vault([['Clips/Lamp 2.md', saved()]]);
    const store = { ...notesInMemory(notes), ...change };
    expect(await run(await planned(notes), notes, store)).toEqual([
      outcome,
      'Clips/Lamp 2.md: skipped still-linked',
    ]);
    expect(notes.has('Clips/Lamp 2.md')).toBe(true);
  });

  test('a copy that can’t be moved to the trash is listed, and the trash is flushed', async () => {
    const notes = vault();
    let flushes = 0;
    const files: FileStore = {
      ...filesOf(notes).files,
      trash: () => Promise.reject(new Error('The trash is full.')),
      flush: () => Promise.resolve(void flushes++),
    };
    const outcomes = await run(await planned(notes), notes, notesInMemory(notes), files);
    expect(outcomes.at(-1)).toBe('Clips/Lamp 2.md: failed The trash is full.');
    expect(flushes).toBe(1);
  });
});

test('the number of outcomes is known before a run: notes kept, notes removed, notes with links', async () => {
  expect(outcomeCount(await planned(vault()))).toBe(3);
  const plan = await planned(vault([['Board.canvas', '{"file":"Clips/Lamp 2.md"}']]));
  expect(outcomeCount(plan)).toBeLessThan(3);
  expect(outcomeCount(await planned(new Map([['Mine.md', 'Mine.\n']])))).toBe(0);
});
