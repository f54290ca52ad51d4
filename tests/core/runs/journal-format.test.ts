import { parseJournalLine } from '../../../src/core/runs/journal-format';

const STEP = ['a.md', '1', '2', [[0, 1, 'x']]];

test.each([
  ['a step', { step: STEP }],
  ['a file', { file: ['a.md', 'hash'] }],
  ['an image', { image: ['a.png', 'https://example.org/a.png', 3, 'archive'] }],
  ['a folder', { folder: 'files' }],
  ['a removed note', { removed: ['a.md', 'Text'] }],
  ['a run that was undone', { undone: '2026-01-01T00:00:00.000Z', kept: 2 }],
])('%s is read', (_, line) => {
  expect(parseJournalLine(JSON.stringify(line))?.kind).toBe(Object.keys(line)[0]);
});

test.each([
  ['half a line', '{"step":["a.md"'],
  ['a number', '7'],
  ['null', 'null'],
  ['a line of an unknown kind', '{"new":1}'],
  ['a step that is text', '{"step":"a.md"}'],
  ['a step without edits', '{"step":["a.md","1","2"]}'],
  ['a step whose path is a number', '{"step":[1,"1","2",[]]}'],
  ['a step whose hash is a number', '{"step":["a.md",1,"2",[]]}'],
  ['a step whose edits are text', '{"step":["a.md","1","2","x"]}'],
  ['a step with an edit of two parts', '{"step":["a.md","1","2",[[0,1]]]}'],
  ['a step with an edit before the text', '{"step":["a.md","1","2",[[-1,1,"x"]]]}'],
  ['a step with edits in the wrong order', '{"step":["a.md","1","2",[[5,6,"x"],[0,1,"x"]]]}'],
  ['a file that is text', '{"file":"a.md"}'],
  ['a file without a hash', '{"file":["a.md"]}'],
  ['an image that is text', '{"image":"a.png"}'],
  ['an image without a size', '{"image":["a.png","https://example.org/a.png"]}'],
  ['an image from elsewhere', '{"image":["a.png","https://example.org/a.png",3,"disk"]}'],
  ['a folder that is a list', '{"folder":["files"]}'],
  ['a removed note that is text', '{"removed":"a.md"}'],
  ['a removed note without its text', '{"removed":["a.md"]}'],
])('%s is not valid', (_, line) => {
  expect(parseJournalLine(line)).toBeNull();
});

test('a head with other types has no start, no repairs and no kind', () => {
  const head = { schema: 1, started: 7, repairs: 'dates', kind: 'other' };
  expect(parseJournalLine(JSON.stringify(head))).toEqual({
    kind: 'head',
    head: { started: '', repairs: [] },
  });
  const known = { schema: 1, started: 's', repairs: ['dates', 'other'], kind: 'images' };
  expect(parseJournalLine(JSON.stringify(known))).toEqual({
    kind: 'head',
    head: { started: 's', repairs: ['dates'], kind: 'images' },
  });
});

test('a count of kept notes that is not a whole number is ignored', () => {
  expect(parseJournalLine('{"undone":"t","kept":1.5}')).toEqual({ kind: 'undone', undone: {} });
});
