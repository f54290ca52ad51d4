import { dayFirstOf, readOldPlugin } from '../../../src/core/omnivore/old-plugin';

const SETTINGS = {
  apiKey: 'secret',
  folder: 'Omnivore/{{{date}}}',
  frontMatterVariables: [
    ...['title', 'date_saved::gespeichert', 'date_published :: erschienen', 'author::'],
    ...['original_url::url_of_mine', 'date_archived::author', 'date_saved::id', 'note::memo', 7],
    ...['omnivore_url::a', 'omnivore_url::b'],
  ],
  dateSavedFormat: 'dd.MM.yyyy',
  dateHighlightedFormat: null,
  isSingleFile: true,
};

test('the original plugin’s settings, without its key', () => {
  const read = readOldPlugin(JSON.stringify(SETTINGS));
  expect(read).toEqual({
    folder: 'Omnivore',
    aliases: {
      ...{ saved: ['gespeichert'], published: ['erschienen'], url: ['url_of_mine'] },
      omnivoreUrl: ['a', 'b'],
    },
    dateNames: ['gespeichert', 'erschienen'],
    dateFormats: ['dd.MM.yyyy'],
    singleFile: true,
  });
  expect(JSON.stringify(read)).not.toContain('secret');
});

test.each([
  ['Omnivore', 'Omnivore'],
  ['/Reading/Omnivore/', 'Reading/Omnivore'],
  ['Reading/on {{{date}}}', 'Reading'],
  ['{{{date}}}', null],
  ['Articles{{{date}}}', null],
  ['Articles{{{date}}}/{{{source}}}', null],
  ['', null],
  [null, null],
])('the fixed part of the folder %j is %j', (folder, fixed) => {
  expect(readOldPlugin(JSON.stringify({ folder }))?.folder).toBe(fixed);
});

test.each(['', '[]', 'null', '3', '{"folder"'])('%j is not its settings', (json) => {
  expect(readOldPlugin(json)).toBeNull();
});

test('settings without a list of variables name nothing', () => {
  expect(readOldPlugin('{"frontMatterVariables":"title"}')).toMatchObject({
    ...{ aliases: {}, dateNames: [], dateFormats: [], singleFile: false },
  });
});

test.each([
  ['dd.MM.yyyy', true],
  ["d 'of' M, yyyy", true],
  ['MM/dd/yyyy', false],
  ['L/d', false],
  ['yyyy-MM-dd', null],
  ['d MMM yyyy', null],
  ['yyyy', null],
  ['MM yyyy', null],
])('the day comes first in %s: %s', (format, dayFirst) => {
  expect(dayFirstOf(format)).toBe(dayFirst);
});
