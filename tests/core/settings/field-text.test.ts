import { en } from '../../../src/core/i18n/en';
import { withEnglish } from '../../../src/core/i18n/translation';
import { zh as translation } from '../../../src/core/i18n/zh';
import { fieldText } from '../../../src/core/settings/field-text';
import {
  FIELDS,
  isSettingPath,
  optionsKey,
  type SettingPath,
} from '../../../src/core/settings/schema';

const zh = withEnglish(translation, en);
const PATHS = Object.keys(FIELDS).filter(isSettingPath);

test.each(PATHS)('%s has a name, and one for each of its choices', (path) => {
  const { control } = FIELDS[path];
  const choices = control.kind === 'choice' ? [...control.choices] : [];
  for (const messages of [en, zh]) {
    const { name, choices: words = {} } = fieldText(path, messages);
    expect(name).toMatch(/\S/);
    expect(Object.keys(words).sort()).toEqual(choices.sort());
  }
});

test.each([
  ['dates.order', 'Day and month', '日和月的顺序'],
  ['repairs.dead-links', 'Fix dead links', '修复失效链接'],
  ['properties.saved', 'Date saved', '保存日期'],
] satisfies [SettingPath, string, string][])('%s is called', (path, english, chinese) => {
  expect(fieldText(path, en).name).toBe(english);
  expect(fieldText(path, zh).name).toBe(chinese);
});

test('a path that is mistyped does not compile, and is none', () => {
  // @ts-expect-error: it is `dates.zone`.
  const path: SettingPath = 'dates.zome';
  expect(isSettingPath(path)).toBe(false);
  expect(isSettingPath('toString')).toBe(false);
});

test.each([
  ['draft-flag', 'draftFlag'],
  ['dates', 'dates'],
] as const)('the options of %s are stored as %s', (id, key) => {
  expect(optionsKey(id)).toBe(key);
});
