import { chooseLanguage, messages, TRANSLATIONS } from '../../../src/core/i18n';
import { PUBLISHERS } from '../../../src/core/publishers/publishers';
import { en } from '../../../src/core/i18n/en';
import { localeOf } from '../../../src/core/text/locale';
import { missingTexts, withEnglish, type Translation } from '../../../src/core/i18n/translation';
import { zh } from '../../../src/core/i18n/zh';
import { ALL_REPAIRS, REPAIR_IDS } from '../../../src/core/repairs';
import { countFindings } from '../../../src/core/repairs/counts';
import { TEMPLATES } from '../../../src/core/omnivore/templates';

afterEach(() => chooseLanguage('en'));

/** Arguments for every function among the texts: numbers as 1 and 2, else words in no language. */
const COUNTS = { ...countFindings([]), dates: 2, 'proxied-images': 1 };

/** Names without a Chinese form, and texts from notes and files. */
const NAMES =
  /（Bases?）|\.base|Omnivore Rescue|Omnivore|omnivore\.app|Obsidian Publish|Obsidian|YAML|TOML|PDF|Markdown|metadata_….json|UTF-8|UTC|HTML|JSON|CSV|Karakeep|Readwise Reader|Raindrop|Linkwarden|Wallabag|API|\bMB\b|Unicode TR 35|Read on Omnivore|Read Original|Asia\/Shanghai|data\.json|https?:\/\/|&#x2F;|&quot;|(dg-)?publish(ed)?: true|share: true|draft(: false)?|Ctrl\/Cmd\+Z|\b(ID|slug|zip|true|false|system|YYYY|DD|yyyy|MM|dd|HH|mm|ss|Z)\b/g;

function withoutNames(text: string): string {
  const publishers = Object.values(PUBLISHERS).map(({ name }) => name);
  // The longest first, because some names begin with others.
  publishers.sort((a, b) => b.length - a.length);
  return publishers.reduce((rest, name) => rest.replaceAll(name, ''), text).replace(NAMES, '');
}

/** Every text by its path; for a function, its texts for some arguments. */
function texts(value: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return sayings(value as Saying).map((text) => [path, text]);
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is not a text`);
  return Object.entries(value).flatMap(([name, inner]) =>
    texts(inner, path ? `${path}.${name}` : name),
  );
}

type Saying = (...args: unknown[]) => unknown;

function sayings(say: Saying): readonly string[] {
  const tries: unknown[][] = [
    [0, 0, 0, 0],
    [1, 1, 1, 1],
    [2, 3, 4, 5],
    ['§', 2, 3],
    [COUNTS],
    ['§', ['§']],
  ];
  return [...tries, [2, ['§']], [new Date(0)]].flatMap((args) => {
    try {
      const text = say(...args);
      return typeof text === 'string' && !/undefined|NaN|\[object|GMT/.test(text) ? [text] : [];
    } catch {
      return [];
    }
  });
}

const LANGUAGES = Object.entries(TRANSLATIONS);

test.each(LANGUAGES)('%s has no text that English does not have', (_code, translation) => {
  const english = new Set(texts(en).map(([path]) => path));
  const paths = texts(translation).map(([path]) => path);
  expect(paths.filter((path) => !english.has(path))).toEqual([]);
  expect(english.size).toBeGreaterThan(150);
});

/** A language with two texts. */
const GERMAN: Translation = {
  panel: { scan: 'Tresor durchsuchen' },
  runs: { run: { repaired: (count) => `${count} repariert` } },
};

test('a text that a language does not have is English', () => {
  const { panel, runs, commands } = withEnglish(GERMAN, en);
  expect([panel.scan, panel.retry]).toEqual(['Tresor durchsuchen', 'Try again']);
  expect([runs.run.repaired(3), runs.run.restored(3)]).toEqual(['3 repariert', 'Restored 3 notes']);
  expect(commands).toEqual(en.commands);
});

test('the texts that a language does not have are listed', () => {
  const english = { a: 'A', b: { c: 'C', d: () => 'D' } };
  expect(missingTexts({ a: 'Ä', b: { c: 'Ö' } }, english)).toEqual(['b.d']);
  expect(missingTexts({}, english)).toEqual(['a', 'b.c', 'b.d']);
  expect(missingTexts(GERMAN, en)).toContain('panel.retry');
});

test.each([
  ['en', 0, '0 notes'],
  ['en', 1, '1 note'],
  ['en', 1480, '1,480 notes'],
  ['pl', 1, '1 notatka'],
  ['pl', 3, '3 notatki'],
  ['pl', 12, '12 notatek'],
  ['de', 1480, '1.480 Notizen'],
])('in %s, the plural of %i: %s', (tag, count, text) => {
  const forms = {
    en: { one: 'note', other: 'notes' },
    pl: { one: 'notatka', few: 'notatki', other: 'notatek' },
    de: { one: 'Notiz', other: 'Notizen' },
  };
  expect(localeOf(tag).counted(count, forms[tag as 'en'])).toBe(text);
});

test('no text is empty, except if nothing was found', () => {
  const empty = [...texts(en), ...texts(zh)].filter(([, text]) => text.trim() === '');
  const mayBe = [
    'runs.findings',
    'runs.history.extent',
    'runs.preview.totals',
    'importing.totals',
    'importing.done',
  ];
  expect(empty.filter(([path]) => !mayBe.includes(path))).toEqual([]);
});

/** The Chinese texts, without repairs that have none: those use English. */
function chinese(): ReturnType<typeof texts> {
  const missing = ALL_REPAIRS.filter(({ messages: own }) => !own.zh).map(({ id }) => id);
  return texts(zh).filter(([path]) => !missing.some((id) => path.split('.').includes(id)));
}

test('no English is left in the Chinese', () => {
  const left = chinese().filter(([, text]) => /[A-Za-z]{2}/.test(withoutNames(text)));
  expect(left).toEqual([]);
});

test('no text is the same in both, except for names and signs', () => {
  const english = new Map(texts(en));
  const same = chinese().filter(([path, text]) => english.get(path) === text);
  expect(same.filter(([, text]) => /[A-Za-z]/.test(text.replace(NAMES, '')))).toEqual([]);
});

test('every repair and signal has its words', () => {
  expect(Object.keys(en.repairs)).toEqual(REPAIR_IDS);
  const ids = TEMPLATES.flatMap(({ signals }) => signals.map(({ id }) => id));
  for (const id of ids) expect(en.signals[id]).toMatch(/\S/);
});

test.each([
  ['en', 1, 'Repaired 1 note'],
  ['en', 2, 'Repaired 2 notes'],
  ['en', 1480, 'Repaired 1,480 notes'],
  ['zh', 1, '已修复 1 篇笔记'],
  ['zh', 1480, '已修复 1,480 篇笔记'],
])('in %s, %i notes: %s', (code, notes, text) => {
  chooseLanguage(code);
  expect(messages().runs.run.repaired(notes)).toBe(text);
});

test.each([
  ['zh', '扫描此仓库'],
  ['zh-TW', '扫描此仓库'],
  ['ZH', '扫描此仓库'],
  ['en', 'Scan this vault'],
  ['en-GB', 'Scan this vault'],
  ['xx', 'Scan this vault'],
  ['zha', 'Scan this vault'],
  ['constructor', 'Scan this vault'],
  ['', 'Scan this vault'],
])('the app’s language %j', (code, text) => {
  chooseLanguage(code);
  expect(messages().panel.scan).toBe(text);
});

test.each([
  ['en', 1, '1 draft flag · 1 date · 1 image · 1 escaped text · 1 dead link · 1 page date'],
  [
    'en',
    1480,
    '1,480 draft flags · 1,480 dates · 1,480 images · 1,480 escaped texts · 1,480 dead links · 1,480 page dates',
  ],
  ['en', 0, ''],
  ['zh', 1, '1 个草稿标记 · 1 个日期 · 1 张图片 · 1 处转义文本 · 1 个失效链接 · 1 个发布日期'],
  [
    'zh',
    1480,
    '1,480 个草稿标记 · 1,480 个日期 · 1,480 张图片 · 1,480 处转义文本 · 1,480 个失效链接 · 1,480 个发布日期',
  ],
  ['zh', 0, ''],
])('in %s, what %i findings of each repair are called', (code, count, text) => {
  chooseLanguage(code);
  const counts = { 'draft-flag': count, dates: count, 'proxied-images': count };
  const others = { 'escaped-text': count, 'dead-links': count, 'publisher-date': count };
  expect(messages().runs.findings({ ...countFindings([]), ...counts, ...others })).toBe(text);
});

const LANGUAGES_AND_REPAIRS = ['en', ...Object.keys(TRANSLATIONS)].flatMap((code) =>
  REPAIR_IDS.map((id) => [code, id] as const),
);

test.each(LANGUAGES_AND_REPAIRS)('in %s, the findings of %s are counted', (code, id) => {
  chooseLanguage(code);
  const found = messages().runs.findings({ ...countFindings([]), [id]: 1480 });
  // With the separator of the language, or of English if it has no such text.
  expect(found).toMatch(/(?:^|\P{N})1\P{N}?480(?:$|\P{N})/u);
  expect(found).toMatch(/\p{L}/u);
});

test.each([
  ['en', 'repair', 'Repairing 1,000 of 1,480'],
  ['en', 'undo', 'Undoing 1,000 of 1,480'],
  ['zh', 'repair', '正在修复 1,000 / 1,480'],
  ['zh', 'undo', '正在撤销 1,000 / 1,480'],
] as const)('in %s, the state of a running %s', (code, kind, text) => {
  chooseLanguage(code);
  expect(messages().runs.run.status(kind, 1000, 1480)).toBe(text);
});
