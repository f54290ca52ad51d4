import { inferZone } from '../../../src/core/dates/infer-zone';
import { readDate } from '../../../src/core/dates/parse';
import { dateAt, formatOf, writeDate } from '../../../src/core/dates/format';
import { instantsOf, isZoneSetting, systemZone, zoneName } from '../../../src/core/dates/zone';

test('a setting is a zone, this device’s, or none', () => {
  expect(zoneName('Asia/Tokyo')).toBe('Asia/Tokyo');
  expect(zoneName('system')).toBe(systemZone());
  expect(zoneName('keep')).toBeNull();
  expect(
    ['keep', 'system', 'Europe/Berlin', 'UTC', '', 'auto', 'Mars/Olympus'].map(isZoneSetting),
  ).toEqual([true, true, true, true, false, false, false]);
});

const NOON = { second: 0, fraction: '' };

test.each<[string, string, number, number, readonly string[]]>([
  [
    'an hour that is repeated',
    '2024-10-27',
    2,
    30,
    ['2024-10-27T00:30:00Z', '2024-10-27T01:30:00Z'],
  ],
  ['an hour that is skipped', '2024-03-31', 2, 30, []],
  ['the hour before', '2024-03-31', 1, 59, ['2024-03-31T00:59:00Z']],
  ['the hour after', '2024-03-31', 3, 0, ['2024-03-31T01:00:00Z']],
  ['any other', '2024-07-01', 12, 0, ['2024-07-01T10:00:00Z']],
])('in Berlin %s', (_, on, hour, minute, expected) => {
  const [year = 0, month = 0, day = 0] = on.split('-').map(Number);
  const instants = instantsOf({ year, month, day }, { hour, minute, ...NOON }, 'Europe/Berlin');
  expect([...instants].sort((a, b) => a - b)).toEqual(expected.map((iso) => Date.parse(iso)));
});

test('half an hour is repeated on Lord Howe Island', () => {
  const day = { year: 2024, month: 4, day: 7 };
  expect(instantsOf(day, { hour: 1, minute: 45, ...NOON }, 'Australia/Lord_Howe')).toHaveLength(2);
  expect(instantsOf(day, { hour: 1, minute: 15, ...NOON }, 'Australia/Lord_Howe')).toHaveLength(1);
});

test('around a clock change, two instants never become the same text silently', () => {
  const written = new Map<string, number>();
  for (let instant = Date.UTC(2024, 10, 2); instant < Date.UTC(2024, 10, 5); instant += 900_000) {
    const reading = readDate(new Date(instant).toISOString());
    if (reading.kind !== 'date') throw new Error('No date.');
    const result = writeDate(reading, 'date-time', 'America/New_York');
    if (result.kind === 'problem') continue;
    expect([written.get(result.text), result.text]).toEqual([undefined, result.text]);
    written.set(result.text, instant);
  }
  expect(written.size).toBe(3 * 96 - 8);
});

test('an instant is shown in a zone, or in UTC with its Z', () => {
  const instant = Date.UTC(2024, 2, 14, 12, 21, 56);
  const shown = (zone: string | null) => writeDate(dateAt(instant, zone), 'date-time', null);
  expect(shown('America/New_York')).toEqual({ kind: 'text', text: '2024-03-14T08:21:56' });
  expect(shown(null)).toEqual({ kind: 'text', text: '2024-03-14T12:21:56Z' });
});

test('a custom format that is none is an error of the program', () => {
  expect(() => formatOf({ format: 'custom', pattern: 'saved' })).toThrow(
    'Not a date format: saved',
  );
});

describe('the zone of the notes', () => {
  const HOUR = 3_600_000;
  const pair = (on: string, hours: number, off = 0) => {
    const instant = Date.parse(`${on}T10:00:00Z`);
    return { instant, local: instant + hours * HOUR + off };
  };
  const berlin = [pair('2024-01-10', 1), pair('2024-03-01', 1, 20_000), pair('2024-07-10', 2)];

  test('agrees with summer and winter', () => {
    expect(inferZone(berlin, null)).toEqual({ zone: 'Europe/Berlin', agreeing: 3, of: 3 });
  });

  test('is the preferred one of several that agree', () => {
    expect(inferZone(berlin, 'Europe/Madrid')?.zone).toBe('Europe/Madrid');
    expect(inferZone(berlin, 'Asia/Tokyo')?.zone).toBe('Europe/Berlin');
  });

  test('may be disagreed with by a few: saving again moves the date', () => {
    const pairs = [...berlin, pair('2024-02-01', 1), pair('2024-02-02', 9)];
    expect(inferZone(pairs, null)).toEqual({ zone: 'Europe/Berlin', agreeing: 4, of: 5 });
    expect(inferZone([...pairs, pair('2024-02-03', 9)], null)).toBeNull();
  });

  test('is not detected from two pairs, or from pairs whose difference is not an offset', () => {
    expect(inferZone(berlin.slice(0, 2), null)).toBeNull();
    const off = [...berlin.slice(0, 2), pair('2024-07-10', 2, 60_000), pair('2024-07-11', 30)];
    expect(inferZone(off, null)).toBeNull();
  });

  test('is detected even if the system can’t list its zones', () => {
    const intl = Intl as { supportedValuesOf?: unknown };
    const listing = intl.supportedValuesOf;
    intl.supportedValuesOf = undefined;
    try {
      expect(inferZone(berlin, null)?.zone).toBe('Europe/Berlin');
    } finally {
      intl.supportedValuesOf = listing;
    }
  });
});
