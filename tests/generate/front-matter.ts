import * as fc from 'fast-check';
import { proxiedUrl, omnivoreUrl, escapeHtml } from './urls';
import { dateText } from './dates';
import { oddText } from './texts';

const DATE_KEYS = [
  ...[
    'date_saved',
    'date_saved',
    'date_published',
    'date_read',
    'date_archived',
    'date',
    'created',
  ],
  ...['updated', 'time', 'saved', 'Date Saved', 'date-published', 'my_date', '"date_saved"'],
];
const FLAG_KEYS = [
  'draft',
  'draft',
  'draft',
  'publish',
  'published',
  'dg-publish',
  "'draft'",
  'Draft',
];
const FLAGS = [
  ...['true', 'false', '', '"true"', "'false'", 'yes', 'True', 'no', 'on', '0', '1', 'later', '~'],
  ...[
    'null',
    'true # not yet',
    '[true]',
    '{a: true}',
    '!!bool true',
    '"tr\\x75e"',
    '"true" ',
    'TRUE',
  ],
];
const IDS = [
  ...['5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a', '5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a'],
  ...['f2c3e1d0-e2a1-11ee-8f2b-3b1c2d3e4f5a', 'mL51bIYBKc5BngQz5_PS', '"id-generated-by-omnivore"'],
];

/** Ways to write a value after a key; most of them are valid for most texts. */
const SPELLINGS: readonly ((text: string) => string)[] = [
  (text) => ` ${text}`,
  (text) => ` ${text}`,
  (text) => ` ${JSON.stringify(text)}`,
  (text) => ` '${text.replaceAll("'", "''")}'`,
  (text) => ` ${text} # as it came`,
  (text) => `   "${text}"  # "quoted"`,
  (text) => `\t${text}\t`,
  (text) => ` |\n  ${text}`,
  (text) => ` |-\n  ${text}\n`,
  (text) => ` |+\n    ${text}\n\n`,
  (text) => ` >\n  ${text}\n  ${text}`,
  (text) => ` >-2\n  ${text}`,
  (text) => ` "${text}\n\n  draft: true"`,
  (text) => `\n  ${text}`,
  (text) => ` [${text}, "${text}"]`,
  (text) => ` [\n  ${text}\n]`,
  (text) => ` {a: ${text}}`,
  (text) => `\n- ${text}\n- b `,
  (text) => `\n  - "${text}"\n  -   ${text}`,
  (text) => `\n  date_saved: ${text}\n  draft: true`,
  (text) => ` &anchor ${text}`,
  (text) => ` !!str ${text}`,
];
/** Lines that are valid YAML between other entries of a map. */
const SOUND_LINES = [
  ...[
    '# draft: true',
    '',
    '  ',
    '  # indented',
    'tags:',
    'tags: # none',
    'tags: []',
    'aliases: ""',
  ],
  ...[
    '__proto__: x',
    '"__proto__": {draft: true}',
    'constructor: {prototype: 1}',
    '? draft',
    '? a\n: b',
  ],
  ...[
    'tags:\n- a  \n- "#b"\n- c/d',
    'tags:\n  - a\n  - 400兴趣类/电脑软件',
    'draft : true',
    '"dr\\x61ft": true',
  ],
  ...[
    'title: |\n  A: b\n\n  draft: true\n  ---\n',
    'title: >\n  A\n  b # c',
    'a: "x\n  y: z\n  "',
    'n: 1_000',
  ],
  ...[
    'base: &base\n  draft: true\nderived:\n  <<: *base',
    'one: &one 1\ntwo: *one',
    'a: {b: [c, {d: e}]}',
  ],
  ...[
    'a: [\n  draft: true,\n  b\n  ]',
    'a: {\n  date_saved: 2024-03-14 08:21:56\n  }',
    '标题: 值',
    'a.b-c d: e',
  ],
  ...[
    'omnivore_error: "There was an error"',
    'words_count: 1200',
    'state: INBOX',
    'url: https://example.com/a',
  ],
  ...[
    'draft:   \n',
    'draft: true\ndraft: "false"',
    'draft:\n  true',
    'x: "a\\\n  b"',
    "x: 'it''s'",
    '\ufeffdraft: true',
  ],
];
/** Lines that make most front matters invalid. */
const UNSOUND_LINES = [
  ...[
    '\tdraft: true',
    'a: b: c',
    'a: "unclosed',
    "a: 'unclosed",
    'a: [b',
    'a: {b',
    '- item',
    '@at',
    '`tick',
  ],
  ...[
    'a: *missing',
    '%dir',
    'words alone',
    '<<<<<<< HEAD',
    '=======',
    '>>>>>>> theirs',
    '...',
    '... # end',
  ],
  ...[
    '--- more',
    '---more',
    'a: @b',
    'a: `b`',
    'a: %b',
    'a: b\n c: d',
    'a: ]',
    '}',
    ': b',
    'a:\n\t- b',
    'a: |\n b\n  c\nd',
  ],
  ...[
    '"a" b: c',
    'a: !<tag b',
    'a: &x &y z',
    '"quoted\ndraft: true\n"',
    'a: "b" c',
    'a: "\\q"',
    'tags:\n\t- a',
    'x: {\ndraft: true\n}',
  ],
  ...[
    'x: [\ndate_saved: 2024-03-14 08:21:56\n]',
    'x: "\ndraft: true\n"',
    '*a : b',
    '? [a',
    'a: 1\n--- \nb: 2',
    '[a]: b',
  ],
];

const spelt = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...SPELLINGS), text).map(([spell, value]) => spell(value));
const plainly = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...SPELLINGS.slice(0, 5)), text).map(([spell, value]) => spell(value));
const keyed = (keys: readonly string[], value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...keys), value).map(([key, rest]) => `${key}:${rest}`);

const quotedOdd = oddText.map((text) => ` ${JSON.stringify(text)}`);
const escapedTitle = fc.constantFrom(' "Yes &amp; no"', ' a &#x2F; b', ' "&amp;amp;"', ' a / b');

/** One property, or lines between properties. */
const entry: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: keyed(DATE_KEYS, plainly(dateText)) },
  { weight: 2, arbitrary: keyed(DATE_KEYS, spelt(dateText)) },
  {
    weight: 4,
    arbitrary: keyed(
      FLAG_KEYS,
      fc.constantFrom(...FLAGS).map((flag) => ` ${flag}`),
    ),
  },
  { weight: 1, arbitrary: keyed(FLAG_KEYS, spelt(fc.constantFrom(...FLAGS))) },
  { weight: 2, arbitrary: keyed(['cover', 'image', 'banner', 'x'], plainly(proxiedUrl)) },
  { weight: 1, arbitrary: keyed(['cover', 'images', 'title'], spelt(proxiedUrl)) },
  { weight: 2, arbitrary: keyed(['title', 'author', 'source', 'x y'], quotedOdd) },
  { weight: 1, arbitrary: keyed(['title'], escapedTitle) },
  { weight: 1, arbitrary: keyed(['title', 'author', 'note'], spelt(oddText)) },
  {
    weight: 1,
    arbitrary: keyed(['omnivore_url', 'original_url', 'url'], plainly(omnivoreUrl)),
  },
  { weight: 4, arbitrary: fc.constantFrom(...SOUND_LINES) },
);

const id = fc.constantFrom(...IDS);
const entries = fc.array(entry, { maxLength: 7 });
const bodyOfMap: fc.Arbitrary<string> = fc
  .tuple(fc.option(id, { freq: 12 }), entries)
  .map(([own, rest]) => [...(own === null ? [] : [`id: ${own}`]), ...rest].join('\n'));
const bodyOfUnsound: fc.Arbitrary<string> = fc
  .tuple(bodyOfMap, fc.constantFrom(...UNSOUND_LINES), entries)
  .map(([above, bad, below]) => [above, bad, ...below].join('\n'));

const opening = fc.constantFrom(
  '---',
  '---',
  '---',
  '---',
  '--- ',
  '---\t',
  '----',
  '---yaml',
  '---js',
);
const closing = fc.constantFrom(
  '---',
  '---',
  '---',
  '---',
  '---',
  '---  ',
  '---',
  ' ---',
  '...',
  '----',
  '',
);

function fenced(yaml: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const usual = yaml.map((lines) => `---\n${lines}\n---\n`);
  const odd = fc.tuple(opening, yaml, closing).map((parts) => parts.join('\n') + '\n');
  return fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: odd });
}

/** Front matter that is a map of properties, which may be empty. */
export const frontMatter: fc.Arbitrary<string> = fc.oneof(
  { weight: 11, arbitrary: fenced(bodyOfMap) },
  { weight: 2, arbitrary: fenced(bodyOfUnsound) },
  { weight: 1, arbitrary: fc.constantFrom('', '\n', '---\n---\n', '---\n\n---\n', '---\n') },
);

/** Front matter that nearly always shows that Omnivore saved the note, without odd fences. */
export const plainFrontMatter: fc.Arbitrary<string> = bodyOfMap.map(
  (lines) => `---\n${lines}\n---\n`,
);

/** An article of a single file: an item of the front matter's list, and its id. */
export const listItem: fc.Arbitrary<{ readonly id: string; readonly lines: string }> = fc
  .tuple(fc.nat(0xfff), fc.array(entry, { maxLength: 4 }), fc.boolean())
  .map(([n, rest, blank]) => {
    const own = `5d1b3c1a-9c1e-4f43-9d0b-${n.toString(16).padStart(12, '0')}`;
    const lines = [`id: ${own}`, ...rest].join('\n').split('\n');
    const indented = lines.map((line, i) => (i === 0 ? '- ' : '  ') + line);
    return { id: own, lines: indented.join('\n') + (blank ? '\n' : '') };
  });

/** A title and the heading of the same words, one of them escaped. */
export const titleAndHeading: fc.Arbitrary<readonly [string, string]> = fc
  .tuple(fc.constantFrom('A/B', '"Yes" & no', 'a = b', '&lt;p&gt;', "it's"), fc.boolean())
  .map(([title, escapedAbove]) =>
    escapedAbove ? [escapeHtml(title), title] : [title, escapeHtml(title)],
  );
