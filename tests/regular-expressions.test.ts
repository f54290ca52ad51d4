import { join } from 'node:path';
import { checkSync } from 'recheck';
import { expressionsIn, expressionsOf } from './regular-expressions';

/** Higher bounds only cost the checker time. */
const LONGEST_BOUND = 3;
/** No limit in practice: a busy machine only takes longer to answer. */
const TIMEOUT_MS = 600_000;
jest.setTimeout(TIMEOUT_MS);
const UNBOUNDED = /[*+]|\{\d+,\}/;

/** The expression with its bounded repeats shortened: whatever the bound, they take constant time. */
function shortened(source: string): string {
  const shorter = (bound: string): string => String(Math.min(Number(bound), LONGEST_BOUND));
  return source.replace(
    /\{(\d+)(?:,(\d*))?\}/g,
    (_, least: string, most?: string) =>
      `{${shorter(least)}${most === undefined ? '' : `,${most && shorter(most)}`}}`,
  );
}

const expressions = new Map(
  expressionsIn(join(__dirname, '..', 'src')).map((each) => [
    `/${each.source}/${each.flags}`,
    each,
  ]),
);

test('all expressions of the sources are found', () => {
  expect(expressions.size).toBeGreaterThan(100);
  expect(
    expressionsOf('a.ts', "const A = 'x+'; const b = [/a\\/b/g, new RegExp(`${A}y`, 'i')];"),
  ).toEqual([
    { place: 'a.ts:1', source: 'a\\/b', flags: 'g' },
    { place: 'a.ts:1', source: 'x+y', flags: 'i' },
  ]);
  expect(() => expressionsOf('a.ts', 'new RegExp(word)')).toThrow('unknown text');
});

test.each([
  ['(?:a+)+$', ''],
  ['\\[(.*)\\]\\((\\S+)\\)$', ''],
])('a slow one is called slow: %s', (source, flags) => {
  expect(checkSync(source, flags, { timeout: TIMEOUT_MS }).status).toBe('vulnerable');
});

const unbounded = [...expressions.values()].filter(({ source }) => UNBOUNDED.test(source));

test.each(unbounded.map(({ place, source, flags }) => [place, source, flags]))(
  'takes time that grows linearly: %s',
  (_, source, flags) => {
    const result = checkSync(shortened(source), flags, { timeout: TIMEOUT_MS });
    const attack = result.status === 'vulnerable' ? result.attack.pattern : '';
    expect({ status: result.status, attack }).toEqual({ status: 'safe', attack: '' });
  },
);
