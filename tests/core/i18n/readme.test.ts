import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Messages } from '../../../src/core/i18n/en';
import type { OptionText } from '../../../src/core/repairs/define-repair';
import { en } from '../../../src/core/i18n/en';
import { withEnglish } from '../../../src/core/i18n/translation';
import { zh } from '../../../src/core/i18n/zh';
import { DEFAULT_SETTINGS } from '../../../src/core/settings/settings';

/** A language's README and the folder of its reference pages. */
const LANGUAGES: readonly (readonly [readme: string, docs: string, messages: Messages])[] = [
  ['README.md', 'docs', en],
  ['README.zh.md', 'docs/zh', withEnglish(zh, en)],
];

function read(path: string): string {
  return readFileSync(join(__dirname, '..', '..', '..', path), 'utf8').replaceAll("'", '’');
}

function firstStepsOf({ panel, base }: Messages): readonly string[] {
  return [panel.open, panel.scan, panel.openOriginal, panel.copyOriginal, base.file];
}

function commandsOf({ commands, panel, base }: Messages): readonly string[] {
  return [
    ...[commands.repairNote, commands.repairAll, commands.unproxyOther],
    ...[...Object.values(commands.onNote), ...Object.values(commands.onAll)],
    ...[commands.undoLast, commands.history, commands.showRun, commands.why],
    ...[commands.markReady, commands.markDraft, commands.repairThis, commands.repairHere],
    ...[panel.open, panel.reveal, panel.openOriginal, panel.copyOriginal, panel.needsAttention],
    ...[base.create, base.file],
  ];
}

function settingsOf({ settings, repairTexts }: Messages): readonly string[] {
  const { folders, excluded, omnivore, general } = settings;
  const ofRepairs = Object.values(repairTexts).flatMap(({ enable, options }) => [
    enable,
    ...Object.values<OptionText>(options).map(({ name }) => name),
  ]);
  return [
    ...[folders.heading, excluded.heading],
    ...ofRepairs,
    ...[omnivore.folder, settings.properties.page, omnivore.oldSettings],
    ...[general.keepModified, general.reset],
  ];
}

describe.each(LANGUAGES)('%s and %s', (readme, docs, messages) => {
  test.each([
    [readme, firstStepsOf(messages)],
    [`${docs}/commands.md`, commandsOf(messages)],
    [`${docs}/settings.md`, settingsOf(messages)],
  ])('%s uses the names that the app shows', (page, names) => {
    const text = read(page);
    expect(names.filter((name) => !text.includes(name))).toEqual([]);
  });

  test('every page with a table of repairs names all of them', () => {
    for (const page of [readme, `${docs}/commands.md`, `${docs}/command-line.md`]) {
      const table = /<!-- repairs:start -->([^]*?)<!-- repairs:end -->/.exec(read(page))?.[1] ?? '';
      const rows = table.split('\n').filter((line) => line.startsWith('| '));
      expect(rows).toHaveLength(Object.keys(messages.repairs).length + 1);
    }
  });
});

/** The paths of all settings in data.json: `dates.zone`. */
function keysOf(settings: object): readonly string[] {
  return Object.entries(settings).flatMap(([key, value]: [string, unknown]) => {
    const isLeaf = typeof value !== 'object' || value === null || Array.isArray(value);
    const inner = isLeaf ? [] : keysOf(value).map((name) => `${key}.${name}`);
    return inner.length > 0 ? inner : [key];
  });
}

test.each(['docs/settings.md', 'docs/zh/settings.md'])(
  '%s names the key of every setting',
  (page) => {
    const text = read(page);
    const keys = keysOf(DEFAULT_SETTINGS);
    expect(keys.filter((key) => !text.includes(`\`${key}\``))).toEqual([]);
    const named = [...text.matchAll(/`(\w+\.[a-z][\w-]*)`/gi)].map(([, key]) => key);
    expect(named.filter((key) => key !== 'data.json' && !keys.includes(key ?? ''))).toEqual([]);
  },
);
