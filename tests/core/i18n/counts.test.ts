import { chooseLanguage, messages } from '../../../src/core/i18n';

afterEach(() => chooseLanguage('en'));

const FOUND = { read: 9, articles: 3, needRepair: 0, unresolved: 0 };

test.each([
  ['en', FOUND, '3 saved articles in 9 notes.\nNothing to repair.'],
  ['en', { ...FOUND, articles: 0 }, '0 saved articles in 9 notes.'],
  ['en', { ...FOUND, needRepair: 1 }, '3 saved articles in 9 notes.\n1 note needs repair.'],
  [
    'en',
    { ...FOUND, needRepair: 2, unresolved: 1 },
    '3 saved articles in 9 notes.\n2 notes need repair.\n1 finding needs your attention.',
  ],
  ['zh', FOUND, '9 篇笔记中有 3 篇已保存的文章。\n没有需要修复的内容。'],
  ['zh', { ...FOUND, articles: 0 }, '9 篇笔记中有 0 篇已保存的文章。'],
  [
    'zh',
    { ...FOUND, needRepair: 2, unresolved: 1 },
    '9 篇笔记中有 3 篇已保存的文章。\n2 篇笔记需要修复。\n1 处待手动处理。',
  ],
])('what a scan found, in %s: %j', (language, found, text) => {
  chooseLanguage(language);
  expect(messages().runs.commandLine.found(found)).toBe(text);
});

const TOTALS = { chosen: [], needRepair: 0, changes: 0, unresolved: 0 };

test.each([
  ['en', 0, null, ''],
  ['en', 2, 4, '2 need your attention · 4 listed'],
  ['zh', 0, null, ''],
  ['zh', 2, 4, '2 处待手动处理 · 列出 4 篇'],
])(
  'the footer of a preview, in %s, with %d unresolved and %j listed',
  (language, unresolved, listed, text) => {
    chooseLanguage(language);
    const { totals } = messages().runs.preview;
    expect(totals({ ...TOTALS, chosen: 0, unresolved }, listed)).toBe(text);
  },
);

test.each([
  ['en', 'Another repair or undo', 'omnivore-rescue'],
  ['zh', '另一次修复或撤销', '程序'],
])('another run is reported with its owner, in %s', (language, words, holder) => {
  chooseLanguage(language);
  expect(messages().runs.otherRun('')).toContain(words);
  expect(messages().runs.otherRun(holder)).toContain(holder);
});
