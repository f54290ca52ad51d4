import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { article, filesIn, folderOf, removeFolders, runUndecided, textOf } from './command-line';

afterAll(removeFolders);

const LONG =
  '\n## Content\n\nThe lamp was lit at dusk, and the keeper slept until the fog came in.\n';

function vault(): string {
  return folderOf({
    'Omnivore/Lamp.md': article('A lamp', { extra: LONG }),
    'Old/Lamp again.md': article('A lamp', { extra: '\nMy own thought.\n' }),
    'Omnivore/Other.md': article('Other')
      .replace('5d1b3c1a', '6d1b3c1a')
      .replace('/lamp)', '/other)'),
    'Daily.md': 'Read [[Lamp again]] and [it](Old/Lamp%20again.md).\r\n',
  });
}

test('lists notes of the same article, and writes nothing', () => {
  const folder = vault();
  const before = filesIn(folder);
  const { code, out } = runUndecided('duplicates', folder, '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({
    schema: 1,
    run: null,
    duplicates: [
      {
        by: 'id',
        url: 'https://keepers.example.org/lamp',
        title: 'A lamp',
        keep: 'Omnivore/Lamp.md',
        remove: ['Old/Lamp again.md'],
      },
    ],
    ...{ relinked: [], removed: [], left: [], failed: [] },
  });
  expect(runUndecided('duplicates', folder, '--merge').out).toContain('+ Read [[Lamp]]');
  expect(filesIn(folder)).toEqual(before);
});

test('merges, moves links in the whole vault, and undo restores all of it', () => {
  const folder = vault();
  const before = filesIn(folder);
  const { code, out } = runUndecided('duplicates', folder, '--merge', '--yes', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    run: expect.any(String) as unknown,
    relinked: ['Daily.md'],
    removed: ['Old/Lamp again.md'],
    left: [],
  });
  expect(textOf(folder, 'Daily.md')).toBe('Read [[Lamp]] and [it](Omnivore/Lamp.md).\r\n');
  expect(textOf(folder, 'Omnivore/Lamp.md')).toMatch(
    /fog came in\.\n\n## Merged from Lamp again\n\nMy own thought\.\n$/,
  );
  expect(Object.keys(filesIn(folder))).toContain('.trash/Lamp again.md');
  expect(runUndecided('duplicates', folder).out).toBe('There are no duplicates.\n');

  expect(runUndecided('undo', folder).code).toBe(0);
  const { '.trash/Lamp again.md': _, ...restored } = filesIn(folder);
  expect(restored).toEqual(before);
});

test.each(['--merge', '--merge --yes'])(
  '%s of a copy that must stay says why, and changes nothing',
  (options) => {
    const folder = vault();
    writeFileSync(join(folder, 'Daily.md'), Buffer.from('caf\xe9 [[Lamp again]]\n', 'latin1'));
    const before = filesIn(folder);
    const { code, out } = runUndecided('duplicates', folder, ...options.split(' '));
    expect(code).toBe(0);
    expect(out).toMatch(/^\n0 notes (?:would go|moved) to the trash\.\n/);
    expect(out).toContain('  Old/Lamp again.md: a note links to it');
    expect(out).toContain('  Daily.md: it is not valid UTF-8');
    expect(out).not.toContain('Merge them');
    expect(filesIn(folder)).toEqual(before);
  },
);

test('--yes alone is refused', () => {
  const { code, err } = runUndecided('duplicates', vault(), '--yes');
  expect({ code, err }).toEqual({ code: 2, err: 'error: --yes works only with --merge\n' });
});
