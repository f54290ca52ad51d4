import { join } from 'node:path';
import { BUILT, folderOf, runProgram, textOf } from './command-line';

const NOTES = {
  'own.md': note('date_saved: 2024-10-27T00:30:00.123Z\ndate_published: 2024-10-27T01:30:00Z'),
  'other.md': note('date: 2024-03-14T22:21:56-04:00\ncreated: 2024-10-06T14:27:06.000-04:00'),
  'jekyll.md': note('date_saved: 2024-03-14 22:21:56 -0400\ndate: 2024-03-14 22:21:56 -0400'),
  'local.md': note('date_saved: 2024-03-31 02:30:00\ndate_read: 14/03/2024 10:00'),
  'clock.md': note('', 'a-18e3ce972a0'),
};

function note(front: string, slug = 'a'): string {
  const id = 'id: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a';
  const links = `[Read on Omnivore](https://omnivore.app/me/${slug})\n[Read Original](https://example.org/a)`;
  return `---\n${id}\n${front}\n---\n\n# A\n#Omnivore\n\n${links}\n`;
}

/** The notes after a repair, and what the program printed, on a machine in a zone. */
function repairedIn(machine: string, ...flags: readonly string[]) {
  const folder = folderOf({ ...NOTES, 'c.json': '{"dates":{"addMissingSaved":true}}' });
  const config = ['--config', join(folder, 'c.json')];
  const program = [BUILT, 'repair', folder, '--json', ...config, ...flags];
  const { out } = runProgram(process.execPath, program, machine);
  const { repaired, left } = JSON.parse(out) as Record<string, unknown>;
  const texts = Object.keys(NOTES).map((path) => textOf(folder, path));
  const scan = runProgram(process.execPath, [BUILT, 'scan', folder, '--json', ...flags], machine);
  const { articles } = JSON.parse(scan.out) as Record<string, unknown>;
  return { repaired, left, texts, articles };
}

test.each([[[]], [['--zone', 'auto']], [['--zone', 'Europe/Berlin']]])(
  'with %j every machine writes the same bytes',
  (flags) => {
    const here = repairedIn('UTC', ...flags);
    expect(repairedIn('America/New_York', ...flags)).toEqual(here);
    expect(repairedIn('Asia/Kolkata', ...flags)).toEqual(here);
  },
);

test('dates keep the zone that they name, unless one is asked for', () => {
  const [own = '', other, jekyll = '', local = '', clock = ''] = repairedIn('Asia/Tokyo').texts;
  expect(own).toBe(NOTES['own.md']);
  expect(other).toBe(NOTES['other.md']);
  expect(jekyll).toContain(
    'date_saved: 2024-03-14T22:21:56-04:00\ndate: 2024-03-14 22:21:56 -0400',
  );
  expect(local).toContain('date_saved: 2024-03-31T02:30:00\ndate_read: 2024-03-14T10:00:00');
  expect(clock).toContain('date_saved: 2024-03-14T12:21:56Z');
});

test('two instants never become one text', () => {
  const { texts, left } = repairedIn('UTC', '--zone', 'Europe/Berlin');
  expect(texts[0]).toBe(NOTES['own.md']);
  expect(left).toContainEqual({
    ...{ path: 'own.md', repair: 'dates', reason: 'clock-change' },
    was: '2024-10-27T00:30:00.123Z',
  });
});

test('the machine’s zone is used if the user asks for it', () => {
  const [, , jekyll] = repairedIn('Asia/Tokyo', '--zone', 'system').texts;
  expect(jekyll).toContain('date_saved: 2024-03-15T11:21:56\n');
});
