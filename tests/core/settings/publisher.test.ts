import { activeRepairs, DEFAULT_SETTINGS, readSettings } from '../../../src/core/settings/settings';
import { withOnly } from '../../../src/core/settings/with-only';
import { withPublisher } from '../../../src/core/settings/with-publisher';

const presetOf = (data: unknown): unknown => readSettings(data).settings.draftFlag.preset;

test.each<[string, unknown, string | null]>([
  ['nothing', {}, null],
  ['another repair', { repairs: { dates: true } }, null],
  ['a publisher', { draftFlag: { preset: 'jekyll' } }, 'jekyll'],
  ['the repair, switched on by hand', { repairs: { 'draft-flag': true } }, 'hugo'],
  ['the repair, switched off', { repairs: { 'draft-flag': false } }, null],
  [
    'both, the publisher not chosen',
    { repairs: { 'draft-flag': true }, draftFlag: { preset: null } },
    null,
  ],
  ['a publisher that there is not', { draftFlag: { preset: 'word' } }, null],
])('the publisher, if the settings contain %s', (_, data, expected) => {
  expect(presetOf(data)).toBe(expected);
});

test('the draft flag is active once the publisher is chosen and the repair is on', () => {
  expect(activeRepairs(DEFAULT_SETTINGS)).toEqual(['dates', 'proxied-images', 'escaped-text']);
  const chosen = withPublisher(DEFAULT_SETTINGS, 'publish');
  expect(activeRepairs(chosen)).toContain('draft-flag');
  const off = { ...chosen, repairs: { ...chosen.repairs, 'draft-flag': false } };
  expect(activeRepairs(off)).not.toContain('draft-flag');
  expect(withPublisher(off, 'jekyll').repairs['draft-flag']).toBe(true);
});

test('naming only the draft flag chooses the most common publisher, unless another was chosen', () => {
  expect(withOnly(DEFAULT_SETTINGS, ['draft-flag']).draftFlag.preset).toBe('hugo');
  expect(withOnly(DEFAULT_SETTINGS, ['dates']).draftFlag.preset).toBe(null);
  const chosen = withPublisher(DEFAULT_SETTINGS, 'remove');
  expect(withOnly(chosen, ['draft-flag']).draftFlag.preset).toBe('remove');
});

test.each([
  ['hugo', true],
  ['publish', false],
  ['custom', false],
  [null, false],
] as const)('with %s, dates of pages can be filled in: %s', (preset, isReady) => {
  const { repairs, draftFlag } = DEFAULT_SETTINGS;
  const settings = {
    ...DEFAULT_SETTINGS,
    repairs: { ...repairs, 'publisher-date': true },
    draftFlag: { ...draftFlag, preset },
  };
  expect(activeRepairs(settings).includes('publisher-date')).toBe(isReady);
});
