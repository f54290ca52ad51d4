import { DEFAULT_SETTINGS, readSettings, settingNames } from '../../../src/core/settings/settings';

test.each([
  ['a property in Chinese', { property: '发布', value: '公开' }],
  ['a property with an accent', { property: 'Publié', value: 'oui' }],
])('%s can be a custom flag', (_, own) => {
  const { settings, refused } = readSettings({ draftFlag: { preset: 'custom', ...own } });
  expect(refused).toEqual([]);
  expect(settings.draftFlag).toMatchObject({ preset: 'custom', ...own });
});

test.each([
  ['property', { property: 'a: b', value: 'public' }],
  ['value', { property: 'visible', value: '# yes' }],
  ['draftValue', { property: 'visible', value: 'yes', draftValue: '' }],
])('if a part of a custom flag is invalid, none of it is used: %s', (name, own) => {
  const { settings, refused } = readSettings({ draftFlag: { preset: 'custom', ...own } });
  expect(refused).toEqual([`draftFlag.${name}`]);
  expect(settings.draftFlag).toEqual({ ...DEFAULT_SETTINGS.draftFlag, preset: null });
});

test('a known publisher does not need a custom flag', () => {
  const { settings } = readSettings({ draftFlag: { preset: 'jekyll', property: 'a: b' } });
  expect(settings.draftFlag.preset).toBe('jekyll');
});

describe('names in settings', () => {
  test('of unknown settings are reported, at any depth', () => {
    const data = {
      folder: [],
      dates: { zome: 'UTC', format: 'date' },
      properties: { titel: ['x'] },
    };
    expect(settingNames(data).unknown).toEqual(['folder', 'dates.zome', 'properties.titel']);
  });

  test('of written settings are all known', () => {
    expect(settingNames(DEFAULT_SETTINGS).unknown).toEqual([]);
    expect(settingNames({}).known).toEqual(
      expect.arrayContaining(['folders', 'dates.zone', 'repairs.dates']),
    );
  });
});
