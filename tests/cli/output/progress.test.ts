import { progressBar } from '../../../src/cli/output/progress.mts';

/** What a bar of this many steps prints, with one second per step. */
function written(total: number, columns?: number, steps = total): readonly string[] {
  const writes: string[] = [];
  const write = (text: string): boolean => writes.push(text) > 0;
  let now = 0;
  const stream = { write, columns } as unknown as Parameters<typeof progressBar>[0];
  const bar = progressBar(stream, total, 'Repairing', () => (now += 1000));
  for (let i = 0; i < steps; i++) bar.step();
  bar.stop();
  bar.step();
  bar.hide();
  return writes;
}

test('it is drawn over itself, and taken away in the end', () => {
  const writes = written(2, 80);
  expect(writes.map((text) => text.replace(/[█░]+ /u, ''))).toEqual([
    ...['\r\u001b[KRepairing 0/2', '\r\u001b[KRepairing 1/2', '\r\u001b[KRepairing 2/2'],
    '\r\u001b[K',
  ]);
  expect(writes[1]).toContain('█'.repeat(15) + '░'.repeat(15));
});

test.each([
  [undefined, /█/],
  [0, /█/],
  [30, /^Repairing 2\/2$/],
  [10, /^$/],
])('it is never wider than the terminal (%s columns)', (columns, last) => {
  const lines = written(2, columns).map((text) => text.replace('\r\u001b[K', ''));
  expect(lines[2]).toMatch(last);
  for (const line of lines) expect(line.length).toBeLessThan(columns || 80);
});

test('more steps than were announced do no harm', () => {
  expect(written(1, 80, 3).at(-2)).toContain('3/1');
});

test('it is not drawn at every step', () => {
  const writes: string[] = [];
  const write = (text: string): boolean => writes.push(text) > 0;
  const bar = progressBar({ write, columns: 80 }, 1000, 'Reading', () => 0);
  for (let i = 0; i < 1000; i++) bar.step();
  expect(writes).toHaveLength(1);
});
