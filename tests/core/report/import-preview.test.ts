import type { NoteToComplete, NoteToCreate } from '../../../src/core/import/import-item';
import { importPreviewNote, selectionOf } from '../../../src/core/report/import-preview';
import { hash } from '../../../src/core/text/hash';

const TEXT = '---\nid: x\n---\n# A\n';
const LONG = Array.from({ length: 30 }, (_, i) => `line ${i}`).join('\n');

function completed(): NoteToComplete {
  const addition = (key: 'state' | 'full-text', from: number, insert: string) => {
    const edits = [{ from, to: from, insert }];
    return { addition: key, key: `0 ${key}`, from, to: from, before: '', after: insert, edits };
  };
  const additions = [
    addition('state', 10, 'state: ARCHIVED\n'),
    addition('full-text', TEXT.length, `\n${LONG}\n`),
  ];
  const nothing = { edits: [], undo: [], pdfs: [], select: () => null };
  return { kind: 'complete', path: 'a.md', text: TEXT, after: TEXT, additions, ...nothing };
}

function linesOf(note: ReturnType<typeof importPreviewNote>, at: number): readonly string[] {
  const lines = note.additions[at]?.places.flatMap(({ after }) => after) ?? [];
  return lines.map(({ parts }) => parts.map(({ text }) => text).join(''));
}

test('each addition is shown with its lines, and a long one with the first of them', () => {
  const note = importPreviewNote(completed());
  expect(note).toMatchObject({ kind: 'complete', path: 'a.md', hash: hash(TEXT) });
  expect(note.additions.map(({ key }) => key)).toEqual(['0 state', '0 full-text']);
  expect(linesOf(note, 0)).toEqual(['state: ARCHIVED']);
  const shown = linesOf(note, 1);
  expect([shown[0], shown.at(-1), shown.length]).toEqual(['line 0', '…', 13]);
});

test('a new note is one choice', () => {
  const item = { kind: 'create', path: 'b.md', text: '# B\n\nText\n', pdfs: [] } as const;
  const note = importPreviewNote(item as unknown as NoteToCreate);
  expect(note).toMatchObject({
    kind: 'create',
    hash: '',
    additions: [{ key: '', addition: null }],
  });
  expect(linesOf(note, 0)).toEqual(['# B', 'Text']);
});

test('a note is chosen completely, in part, or not', () => {
  const note = importPreviewNote(completed());
  const without = (...keys: readonly string[]) => new Map([['a.md', new Set(keys)]]);
  expect(selectionOf(note, new Map())).toBe('all');
  expect(selectionOf(note, without('0 state'))).toBe('some');
  expect(selectionOf(note, without('0 state', '0 full-text'))).toBe('none');
});
