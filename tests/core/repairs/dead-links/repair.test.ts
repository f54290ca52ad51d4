import * as fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { linkDestination } from '../../../../src/core/repairs/dead-links/link-destination';
import { plan } from '../../../../src/core/repairs/plan';
import { plannerFor } from '../../../planner-for';

interface Node {
  readonly type: string;
  readonly url?: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

const all = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(all)];
const linksIn = (text: string): readonly (string | undefined)[] =>
  all(fromMarkdown(text) as Node)
    .filter(({ type }) => type === 'link')
    .map(({ url }) => url);
const wordsIn = (text: string): string =>
  all(fromMarkdown(text) as Node)
    .map(({ value }) => value ?? '')
    .join(' ');
const outlineOf = (text: string): readonly string[] =>
  all(fromMarkdown(text) as Node)
    .map(({ type }) => type)
    .filter((type) => !['link', 'text', 'break'].includes(type));

const DEAD = 'https://omnivore.app/me/a-quiet-walk-18e3f0a1b2c';
const HIGHLIGHT = `${DEAD}#11111111-2222-4333-8444-555555555555`;
const HEAD = '---\nid: 3f1c2b4a-5d6e-4f70-8a9b-0c1d2e3f4a5b\n---\n\n#Omnivore\n\n';
const ORIGINAL = '[Read Original](https://example.org/walk)\n\n';

type Choices = Readonly<{ articles: string; highlights: string }>;
const REMOVE: Choices = { articles: 'remove', highlights: 'remove' };
const ORIGINALS: Choices = { articles: 'original', highlights: 'original' };
const BLOCKS: Choices = { articles: 'keep', highlights: 'block' };

function repair(text: string, deadLinks: Choices): { after: string; left: readonly string[] } {
  const planner = plannerFor({
    repairs: {
      'draft-flag': false,
      dates: false,
      'proxied-images': false,
      'escaped-text': false,
      'dead-links': true,
    },
    deadLinks,
  });
  const { after, findings } = plan(text, 'Omnivore/note.md', planner);
  expect(plan(after, 'Omnivore/note.md', planner).after).toBe(after);
  return { after, left: findings.flatMap(({ unresolved }) => unresolved ?? []) };
}

/** The body after the repair, below a link to the original. */
function bodyAfter(body: string, choices: Choices): string {
  const { after } = repair(`${HEAD}${ORIGINAL}${body}`, choices);
  expect(after.startsWith(HEAD + ORIGINAL)).toBe(true);
  return after.slice(HEAD.length + ORIGINAL.length);
}

describe('removing a link keeps words that the template did not write', () => {
  test.each([
    ['a heading', `# [A quiet walk](${DEAD})`, '# A quiet walk'],
    ['a heading that is called Omnivore', `# [Omnivore](${DEAD})`, '# Omnivore'],
    [
      'words in a sentence',
      `see [the part on shoes](${HIGHLIGHT}) again.`,
      'see the part on shoes again.',
    ],
    ['a name in a sentence', `I used [Omnivore](${DEAD}) to read.`, 'I used Omnivore to read.'],
    [
      'a name in a long line',
      `${'word '.repeat(300)}[Omnivore](${DEAD})`,
      `${'word '.repeat(300)}Omnivore`,
    ],
    ['an item', `- [A walk](${DEAD})\n- b`, '- A walk\n- b'],
    ['an item that others hang on', `- [Omnivore](${DEAD})\n\t- b`, '- Omnivore\n\t- b'],
    ['an item with a loose child', `- [Omnivore](${DEAD})\n\n  b`, '- Omnivore\n\n  b'],
    ['an image', `[![a](b.png)](${DEAD})`, '![a](b.png)'],
    ['brackets', `[\\[1\\] a [b]](${DEAD})`, '\\[1\\] a [b]'],
    ['a link with a title', `[A walk](${DEAD} "title")`, 'A walk'],
    ['a link in angle brackets', `[A walk](<${DEAD}>)`, 'A walk'],
    ['a number', `- [1. A walk](${DEAD})`, '- 1\\. A walk'],
    ['a sign of a heading', `[# A walk](${DEAD})`, '\\# A walk'],
    ['a tag', `[#walk](${DEAD})`, '\\#walk'],
    ['a sign of an item', `[- A walk](${DEAD})`, '\\- A walk'],
    ['a rule', `a\n\n[---](${DEAD})`, 'a\n\n\\---'],
    ['a link with a user’s name', `[A walk](${DEAD.replace('/me/', '/jdoe/')})`, 'A walk'],
    ['emphasis', `[*A* walk](${DEAD})`, '*A* walk'],
  ])('%s', (_, before, after) => {
    expect(bodyAfter(`${before}\n`, REMOVE)).toBe(`${after}\n`);
    expect(outlineOf(after)).toEqual(outlineOf(before));
  });

  test.each([
    ['a line of its own', `[Read on Omnivore](${DEAD})\nb`, 'b'],
    ['an item of its own', `- [View in Omnivore](${DEAD})\n- b`, '- b'],
    ['the last item', `- b\n- [View in Omnivore](${DEAD})`, '- b\n'],
    [
      'the separator after it',
      `[Omnivore](${DEAD}) | [Web](https://a.example)`,
      '[Web](https://a.example)',
    ],
    [
      'the separator before it',
      `[Web](https://a.example) | [Omnivore](${DEAD})`,
      '[Web](https://a.example)',
    ],
    ['an arrow', `> a [⤴️](${HIGHLIGHT})  ^11111111`, '> a  ^11111111'],
    ['an arrow that something hangs on', `- [🔗](${HIGHLIGHT})\n\t- b`, '-\n\t- b'],
    ['nothing', `> a [](${HIGHLIGHT})`, '> a'],
    ['an arrow far in a line', `> ${'a'.repeat(99)} [⤴](${HIGHLIGHT})`, `> ${'a'.repeat(99)}`],
  ])('but the template’s are removed: %s', (_, before, after) => {
    expect(bodyAfter(before, REMOVE)).toBe(after);
  });
});

describe('a link stays, with a reason, if the rest of its line would become', () => {
  test.each([
    ['a fence', '```js\ncode\n```'],
    ['an item', '- b'],
    ['an ordered item', '1. b'],
    ['a heading', '# b'],
    ['math', '$$ x'],
    ['a comment', '%% x'],
    ['an element', '<pre>'],
    ['a fence, if two links go', `[⤴️](${HIGHLIGHT})\`\`\`js`],
    ['a closing fence', '```'],
  ])('%s', (_, rest) => {
    const before = `${HEAD}${ORIGINAL}[⤴️](${HIGHLIGHT})${rest}\n`;
    const { after, left } = repair(before, REMOVE);
    expect(after).toBe(before);
    expect(left[0]).toBe('would-open-block');
  });
});

test('a link stays if without its line other text would be code', () => {
  const body = `- \`\`\`\`\`unclosed\n[Read on Omnivore](${DEAD})\n  text\n\n   \`\`\`\n[Read on Omnivore](${DEAD}) 0\n  \`\`\`\n`;
  const before = `${HEAD}${ORIGINAL}${body}`;
  const { after, left } = repair(before, REMOVE);
  expect(after).toBe(before);
  expect(left).toEqual(['conflict']);
});

test('an original URL is found with or without a link to Omnivore before it', () => {
  const read = `[Read on Omnivore](${DEAD})`;
  const before = `# Title\n#Omnivore\n\n#Omnivore [Read Original](https://omnivore.app/attachments/x)\n\n\`\`\`\n${read} $$\n\n\n# A\n\n${read}\n[Read Original](https://example.com/a)\n\n> text [⤴️](${HIGHLIGHT})\n`;
  const { after, left } = repair(before, { articles: 'remove', highlights: 'original' });
  expect(after).toContain('> text [⤴️](https://example.com/a)\n');
  expect(left).toEqual(['would-open-block']);
  expect(repair(after, { articles: 'remove', highlights: 'original' }).after).toBe(after);
});

describe('a URL that is not repaired is listed', () => {
  test.each([
    ['a bare URL', `see ${DEAD} there`, 'no-markdown-link'],
    ['an autolink', `<${DEAD}>`, 'no-markdown-link'],
    ['a link in HTML', `<a href="${DEAD}">A walk</a>`, 'no-markdown-link'],
    ['a reference', `[a][1]\n\n[1]: ${DEAD}`, 'no-markdown-link'],
    ['a link if fences don’t pair up', `\`\`\`md\n\`\`\`js\n[a](${DEAD})\n\`\`\``, 'in-code'],
  ])('%s', (_, body, reason) => {
    for (const choices of [ORIGINALS, REMOVE]) {
      const before = `${HEAD}${ORIGINAL}${body}\n`;
      const { after, left } = repair(before, choices);
      expect(after).toBe(before);
      expect(left).toEqual([reason]);
    }
  });

  test('unless the user keeps such links, or it is code', () => {
    const kept = { articles: 'keep', highlights: 'keep' };
    expect(repair(`${HEAD}${ORIGINAL}see ${DEAD}\n`, kept).left).toEqual([]);
    expect(repair(`${HEAD}${ORIGINAL}see \`${DEAD}\`\n`, REMOVE).left).toEqual([]);
  });
});

describe('highlights', () => {
  test('link to their block', () => {
    const before = `> a [⤴️](${HIGHLIGHT})  ^11111111\n`;
    expect(bodyAfter(before, BLOCKS)).toBe('> a [⤴️](#^11111111)  ^11111111\n');
  });

  test.each([
    ['without a block', `> a [⤴️](${HIGHLIGHT})`],
    ['with the block of another', `> a [⤴️](${HIGHLIGHT})  ^22222222`],
    ['with a block that is part of a word', `> a [⤴️](${HIGHLIGHT}) x^11111111`],
  ])('%s are listed', (_, body) => {
    const text = `${HEAD}${ORIGINAL}${body}\n`;
    expect(repair(text, BLOCKS)).toEqual({ after: text, left: ['no-block'] });
  });
});

describe('a link is replaced by the original', () => {
  const noteOf = (url: string): string =>
    `---\nid: 3f1c2b4a-5d6e-4f70-8a9b-0c1d2e3f4a5b\nurl: ${JSON.stringify(url)}\n---\n\n[a](${DEAD})\n`;

  test.each([
    ['https://example.org/a_(b)'],
    ['https://example.org/a_(b'],
    ['https://example.org/a)b'],
    [`https://example.org/${'('.repeat(40)}${')'.repeat(40)}`],
    ['https://example.org/?a=1&b=2&copy=3'],
    ['https://example.org/路?q=é*_~'],
  ])('%s', (url) => {
    const { after, left } = repair(noteOf(url), ORIGINALS);
    expect(left).toEqual([]);
    expect(linksIn(after.slice(after.indexOf('[a]')))).toEqual([url]);
  });

  test.each([
    ['https://example.org/?a=1&amp;b=2'],
    ['https://example.org/a|b'],
    ['https://example.org/%%a'],
    ['https://example.org/[[a]]'],
  ])('%s can’t be written, and is listed', (url) => {
    expect(repair(noteOf(url), ORIGINALS)).toEqual({
      after: noteOf(url),
      left: ['unwritable-url'],
    });
  });

  const OTHER = 'https://omnivore.app/me/salt-and-stone-18e3d1a2b3d';
  const titled = (body: string): string =>
    `---\nid: 3f1c2b4a-5d6e-4f70-8a9b-0c1d2e3f4a5b\ndate_saved: 2024-03-14T08:21:56\ntitle: A Wälk by the sea\nurl: https://example.org/w/1\n---\n\n${body}\n`;

  test.each([
    ['in a sentence', `Compare it with [that essay](${OTHER}) about salt.`],
    ['with its title', `- [Salt and Stone](${OTHER})`],
    ['in angle brackets', `Compare [that](<${OTHER}> "t") too.`],
  ])('but not one to another article, %s', (_, body) => {
    expect(repair(titled(body), ORIGINALS)).toEqual({ after: titled(body), left: ['no-original'] });
    const own = titled(`[Read on Omnivore](https://omnivore.app/me/x-18e3d1a2b3c)\n\n${body}`);
    const first = repair(own, ORIGINALS);
    expect(first.after).toContain('[Read on Omnivore](https://example.org/w/1)');
    expect(first.left).toEqual(['no-original']);
    expect(repair(first.after, ORIGINALS)).toEqual(first);
  });

  test.each([
    [
      'with the title in its slug',
      'See [it](https://omnivore.app/me/a-walk-by-the-18e3d1a2b3c) again.',
    ],
    ['with the URL', 'See [it](https://omnivore.app/me/https-example-org-w-1-18e3d1a2b3c) again.'],
    ['with a timestamp only', 'See [it](https://omnivore.app/me/18e3d1a2b3c) again.'],
    ['named after Omnivore', `Saved with Omnivore: [it](${OTHER}).`],
    ['on a line of links', `[it](${OTHER}) | [web](https://example.org/w/1)`],
  ])('one in the text, %s', (_, body) => {
    const { after, left } = repair(titled(body), ORIGINALS);
    expect(left).toEqual([]);
    expect(after).toContain('[it](https://example.org/w/1)');
  });

  test('one in the text, with an escaped title in its slug', () => {
    const link = 'See [it](https://omnivore.app/me/salt-stone-18e3d1a2b3c) again.';
    const text = titled(link).replace('A Wälk by the sea', 'Salt &amp;amp; Stone');
    expect(repair(text, ORIGINALS).left).toEqual([]);
  });

  test('but not if it is unknown', () => {
    const text = `${HEAD}[Read on Omnivore](${DEAD})\n`;
    expect(repair(text, ORIGINALS)).toEqual({ after: text, left: ['no-original'] });
  });
});

test.each([
  ['an image', `![a](${DEAD})`],
  ['a URL in parentheses', `(${DEAD})`],
  ['a label that is not opened', `a](${DEAD})`],
  ['a label over two lines', `[a\nb](${DEAD})`],
  ['an angle bracket that is not closed', `[a](<${DEAD})`],
  ['a link that is not closed', `[a](${DEAD} b)`],
  ['a link in code', `\`[a](${DEAD})\``],
])('%s is not a link', (_, body) => {
  expect(bodyAfter(body, REMOVE)).toBe(body);
});

test('every written URL parses to the same URL', () => {
  const part = fc.oneof(
    fc.constantFrom(
      '(',
      ')',
      '&amp;',
      '&',
      ';',
      '\\',
      '<',
      '>',
      ' ',
      '\n',
      '"',
      "'",
      '|',
      '%%',
      '[[',
      '*',
      '_',
      '`',
      '#',
    ),
    fc.string({ unit: 'grapheme', maxLength: 3 }),
  );
  const url = fc
    .array(part, { maxLength: 8 })
    .map((parts) => `https://example.org/${parts.join('')}`);
  let written = 0;
  fc.assert(
    fc.property(url, fc.constantFrom('', 'text ', '- ', '> '), (each, before) => {
      const destination = linkDestination(each);
      if (destination === null) return;
      written++;
      expect(linksIn(`${before}[a](${destination}) b`)).toEqual([each]);
    }),
    { seed: 20241115, numRuns: 2000 },
  );
  expect(written).toBeGreaterThan(200);
  expect(linkDestination('')).toBeNull();
});

test('the words of any label and the note’s outline stay', () => {
  const word = fc.constantFrom(
    'a',
    'walk',
    '1.',
    '2)',
    '#',
    '##',
    '-',
    '+',
    '*',
    '>',
    '---',
    '===',
    '***',
    '~~~',
    '—',
  );
  const label = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
  const before = fc.constantFrom('', 'text ', '- ', '> ', '1. ', '# ', '- [ ] ');
  const behind = fc.constantFrom('', ' text', '\n- b', '\n\ntext');
  fc.assert(
    fc.property(label, before, behind, (words, start, end) => {
      const body = `${start}[${words}](${DEAD})${end}\n`;
      const after = bodyAfter(body, REMOVE);
      const spaces = (text: string): string => text.replace(/\s+/g, ' ').trim();
      expect(spaces(wordsIn(after))).toBe(spaces(wordsIn(body)));
    }),
    { seed: 20241115, numRuns: 1000 },
  );
});

test('links to highlights above the article’s own link do not hide the original', () => {
  const own = `> a [⤴️](${HIGHLIGHT})  ^11111111\n\n[Read on Omnivore](${DEAD})\n`;
  const choices = { articles: 'original', highlights: 'block' };
  const { after, left } = repair(
    `${HEAD}${own}[Read Original](https://example.org/walk)\n`,
    choices,
  );
  expect(left).toEqual([]);
  expect(linksIn(after)).toEqual([
    '#^11111111',
    'https://example.org/walk',
    'https://example.org/walk',
  ]);
});
