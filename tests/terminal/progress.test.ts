import { progressOf } from '../../src/terminal/progress';

/** What a run of three steps writes to stderr, where that is a terminal or not. */
function written(isTTY: boolean, total = 3): string {
  const was = process.stderr.isTTY;
  let text = '';
  const write = jest.spyOn(process.stderr, 'write').mockImplementation((data) => {
    text += String(data);
    return true;
  });
  Object.assign(process.stderr, { isTTY });
  try {
    const progress = progressOf(total, 'Repairing');
    for (let i = 0; i < total; i++) progress.step();
    progress.stop();
  } finally {
    Object.assign(process.stderr, { isTTY: was });
    write.mockRestore();
  }
  return text;
}

test('a terminal shows a bar', () => {
  expect(written(true)).toMatch(/Repairing .* 0\/3/);
});

test('where there is nothing to do, no bar is shown', () => {
  expect(written(true, 0)).toBe('');
});

test('a pipe or a file gets nothing', () => {
  expect(written(false)).toBe('');
});
