import * as fc from 'fast-check';
import { isFormat } from '../../../src/core/dates/custom-format';
import { isZoneSetting } from '../../../src/core/dates/zone';
import { REPAIR_IDS } from '../../../src/core/repairs';
import { plan } from '../../../src/core/repairs/plan';
import { withTodaysSettingNames } from '../../../src/core/settings/read-settings';
import {
  DEFAULT_SETTINGS,
  readSettings,
  settingNames,
  type Settings,
} from '../../../src/core/settings/settings';
import { parse as parseYaml } from 'yaml';
import { detectOptionsFrom, repairsFrom } from '../../../src/core/settings/settings';
import { saved } from '../runs/stores';

type Json = Readonly<Record<string, unknown>>;

/** The paths of all values that there are settings for. */
const PATHS = pathsOf(DEFAULT_SETTINGS).concat(['properties.title', 'properties.saved']);

function pathsOf(value: object, before = ''): readonly string[] {
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    const path = before + name;
    const isMap = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
    return isMap && path !== 'properties' ? pathsOf(inner, `${path}.`) : [path];
  });
}

function at(data: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, name) => (inner as Json)[name], data);
}

function withValue(path: string, value: unknown): unknown {
  return path
    .split('.')
    .reduceRight<unknown>(
      (inner, name) => JSON.parse(`{"${name}":${JSON.stringify(inner)}}`),
      value,
    );
}

const hostile = fc.oneof(
  fc.json().map((text) => JSON.parse(text) as unknown),
  fc.constantFrom<unknown>(
    ...[
      JSON.parse('{"__proto__":{"polluted":true}}'),
      { constructor: 1 },
      [[]],
      [{}],
      [null, ''],
      NaN,
    ],
    ...['x'.repeat(1_000_000), '\0', '\u2028', '\ud800', '../..', 'C:\\vault\\', 'a: b\n---\n'],
    ...[['x'.repeat(100_000)], ['\n'], Array.from({ length: 50 }, (_, i) => `Folder ${i}`)],
  ),
);

/** What every part of the program relies on. */
function expectValid({
  folders,
  excludedFolders,
  repairs,
  draftFlag,
  dates,
  ...others
}: Settings): void {
  const lists = [folders, excludedFolders, others.dateProperties, others.proxiedImages.hosts];
  for (const list of [...lists, ...Object.values(others.properties)]) {
    expect(list.every((text) => typeof text === 'string' && text.trim() !== '')).toBe(true);
  }
  for (const folder of [...folders, ...excludedFolders, others.omnivoreFolder ?? 'none']) {
    expect(folder).not.toMatch(/^\/|\/$|\\/);
  }
  for (const host of others.proxiedImages.hosts) expect(host).toMatch(/^https?:\/\/[^\s/]/i);
  expect(Object.keys(repairs)).toEqual(REPAIR_IDS);
  const flags = [draftFlag.addMissing, draftFlag.byHighlights, dates.links, dates.addMissingSaved];
  for (const flag of [...Object.values(repairs), ...flags, others.keepModified]) {
    expect(typeof flag).toBe('boolean');
  }
  expect(isFormat(dates.pattern)).toBe(true);
  expect(isZoneSetting(dates.zone)).toBe(true);
  expect(['date-time', 'date', 'utc', 'offset', 'custom']).toContain(dates.format);
}

function expectUsable(settings: Settings): void {
  const detect = detectOptionsFrom(settings);
  const planner = { parseYaml, detect, repairs: repairsFrom(settings) };
  expect(plan(saved(), 'Omnivore/a.md', planner).detection.kind).toBe('saved');
}

test('any JSON gives settings that are valid, and can be worked with', () => {
  fc.assert(
    fc.property(hostile, (data) => {
      const { settings } = readSettings(data);
      expectValid(settings);
      expectUsable(settings);
    }),
  );
});

test.each(PATHS)('any value at %s is valid, or reported and replaced by the default', (path) => {
  fc.assert(
    fc.property(hostile, (value) => {
      const { settings, refused } = readSettings(withValue(path, value));
      expectValid(settings);
      expectUsable(settings);
      // One of these is dropped from a list, the others stay.
      const isList = Array.isArray(value) && !path.includes('draftFlag');
      if (refused.length > 0 && !isList) {
        expect(refused.every((name) => path.startsWith(name))).toBe(true);
        expect(at(settings, path)).toEqual(at(DEFAULT_SETTINGS, path));
      }
    }),
    { numRuns: 60 },
  );
});

test('reading settings again changes nothing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PATHS), hostile, (path, value) => {
      const { settings } = readSettings(withValue(path, value));
      expect(readSettings(JSON.parse(JSON.stringify(settings)))).toEqual({ settings, refused: [] });
    }),
  );
});

test('names of the prototype are data', () => {
  const data: unknown = JSON.parse(
    '{"__proto__":{"keepModified":true,"folders":["x"]},"dates":{"__proto__":{"links":true}},"constructor":7}',
  );
  expect(readSettings(data)).toEqual({ settings: DEFAULT_SETTINGS, refused: [] });
  expect(({} as Json)['keepModified']).toBeUndefined();
});

test.each<[string, unknown, Partial<Settings>, readonly string[]]>([
  ['nothing', null, {}, []],
  ['a list', [], {}, ['(the whole)']],
  ['a text', 'settings', {}, ['(the whole)']],
  [
    'the folder of Omnivore with slashes',
    { omnivoreFolder: '/Read\\Later/' },
    { omnivoreFolder: 'Read/Later' },
    [],
  ],
  ['the root as the folder of Omnivore', { omnivoreFolder: '/' }, { omnivoreFolder: null }, []],
  ['the root among the folders', { folders: ['a', '/'] }, { folders: [] }, []],
  [
    'a host that is not a URL',
    { proxiedImages: { hosts: ['localhost', 'https://proxy.example/'] } },
    { proxiedImages: { hosts: ['https://proxy.example'] } },
    ['proxiedImages.hosts'],
  ],
  ['a folder that is none', { folders: ['a', 7] }, { folders: ['a'] }, ['folders']],
])('%s', (_, data, settings, refused) => {
  expect(readSettings(data)).toEqual({ settings: { ...DEFAULT_SETTINGS, ...settings }, refused });
});

test('empty data is read as the defaults, names in the same order: the panel’s cache compares them as text', () => {
  expect(JSON.stringify(readSettings({}).settings)).toBe(JSON.stringify(DEFAULT_SETTINGS));
});

describe('names of older versions', () => {
  const OLD = { leftOut: ['a', '/b/'], dates: { form: 'date', zone: 'UTC' }, keepModified: true };

  test('are read', () => {
    const { settings, refused } = readSettings(OLD);
    expect(refused).toEqual([]);
    expect(settings.excludedFolders).toEqual(['a', 'b']);
    expect(settings.dates).toEqual({ ...DEFAULT_SETTINGS.dates, format: 'date', zone: 'UTC' });
    expect(settingNames(OLD).unknown).toEqual([]);
  });

  test('are overridden by current names', () => {
    const { settings } = readSettings({ ...OLD, excludedFolders: ['c'] });
    expect(settings.excludedFolders).toEqual(['c']);
  });

  test('are reported if their value is invalid, so that the user finds them in the file', () => {
    expect(readSettings({ leftOut: 7, dates: { form: 'x' } }).refused).toEqual([
      'leftOut',
      'dates.form',
    ]);
  });

  test('are replaced by current names, and nothing else changes', () => {
    const data = { ...OLD, newer: { x: 1 }, dates: { ...OLD.dates, calendar: 'julian' } };
    expect(withTodaysSettingNames(data)).toEqual({
      excludedFolders: ['a', '/b/'],
      dates: { format: 'date', zone: 'UTC', calendar: 'julian' },
      keepModified: true,
      newer: { x: 1 },
    });
  });
});
