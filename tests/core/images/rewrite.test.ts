import * as fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { parse } from 'yaml';
import { remoteImages } from '../../../src/core/images/collect';
import { imageFileName } from '../../../src/core/images/file-name';
import { relativePath } from '../../../src/core/images/link-path';
import { relativeLink, rewriteImage, type SavedLink } from '../../../src/core/images/rewrite';
import { parseNote } from '../../../src/core/markdown/note';
import { invertEdits, applyEdits } from '../../../src/core/text/edits';
import { articleIn, ID, noteOf, ORIGINAL, READ } from '../omnivore/note-of';

const A = 'https://a.example.org/1.png';
const HASH = '0123456789abcdef'.repeat(4);
const EMBEDDED: SavedLink = { destination: 'x.png', embed: 'x.png', property: '[[x.png]]' };

function rewritten(body: string, link: SavedLink, properties = ID): string {
  const text = noteOf(properties, `${READ}\n${ORIGINAL}\n\n${body}`);
  const images = remoteImages(parseNote(text, parse), articleIn(text));
  const edits = images.flatMap((image) => rewriteImage(text, image, link));
  expect(applyEdits(applyEdits(text, edits), invertEdits(text, edits))).toBe(text);
  return applyEdits(text, edits);
}

describe('an image that was saved', () => {
  const link = relativeLink('Reading/note.md', 'files/a b (1).png');

  test.each([
    [`![a|300](${A} "Low")`, '![a|300](../files/a%20b%20%281%29.png "Low")'],
    [
      `[![a](<${A}>)](https://b.example.org)`,
      '[![a](../files/a%20b%20%281%29.png)](https://b.example.org)',
    ],
    [
      `<img alt="x" src="${A}" width=5>`,
      '<img alt="x" src="../files/a%20b%20%281%29.png" width=5>',
    ],
    [`<img src=${A}>`, '<img src="../files/a%20b%20%281%29.png">'],
    [
      `<img src="${A}" srcset="${A}?1 500w, ${A}?2 900w">`,
      '<img src="../files/a%20b%20%281%29.png" srcset="../files/a%20b%20%281%29.png">',
    ],
  ])('%s', (before, after) => {
    expect(rewritten(before, link)).toContain(`\n\n${after}\n`);
  });

  test.each([
    [`![](${A})`, '![[x.png]]'],
    [`> ![tide|300](${A})`, '> ![[x.png|tide|300]]'],
    [`![200](${A})`, '![[x.png|200]]'],
    [`![a](${A} "Low")`, '![a](x.png "Low")'],
    [`[![a](${A})](https://b.example.org)`, '[![a](x.png)](https://b.example.org)'],
    [`| ![a](${A}) |`, '| ![a](x.png) |'],
    [`![a [b]](${A})`, '![a [b]](x.png)'],
    [`![*a*](${A})`, '![*a*](x.png)'],
    [`<img src="${A}">`, '<img src="x.png">'],
  ])('if the vault uses embeds: %s', (before, after) => {
    expect(rewritten(before, EMBEDDED)).toContain(`\n\n${after}\n`);
  });

  test('with a label changes its definition, unless a link uses it too', () => {
    const body = `![a|300][tide] ![Tide]\n\n[tide]: ${A} "Low"`;
    expect(rewritten(body, EMBEDDED)).toContain('![a|300][tide] ![Tide]\n\n[tide]: x.png "Low"');
    expect(rewritten(`[more][tide]\n${body}`, EMBEDDED)).toContain(`[tide]: ${A} "Low"`);
    expect(rewritten(`[tide]\n${body}`, EMBEDDED)).toContain(`[tide]: ${A} "Low"`);
  });

  test('in a property keeps its quotes', () => {
    const text = rewritten('', EMBEDDED, `${ID}\ncover: '${A}' # mine`);
    expect(text).toContain("cover: '[[x.png]]' # mine");
    expect(rewritten('', EMBEDDED, `${ID}\nimage: ${A}`)).toContain('image: "[[x.png]]"');
  });

  test.each([
    [EMBEDDED, `cover:\n  - ${A}\n  - mine`, 'cover:\n  - "[[x.png]]"\n  - mine'],
    [link, `cover: [mine, '${A}']`, "cover: [mine, '../files/a b (1).png']"],
    [link, `cover: [${A}, mine]`, 'cover: ["../files/a b (1).png", mine]'],
    [relativeLink('a.md', 'a, b/1.png'), `cover: [${A}]`, 'cover: ["a, b/1.png"]'],
    [relativeLink('a.md', 'a, b/1.png'), `cover:\n  - ${A}`, 'cover:\n  - a, b/1.png'],
  ])('in a list changes nothing else', (to, before, after) => {
    expect(rewritten('', to, `${ID}\n${before}`)).toContain(`\n${after}\n`);
  });

  test.each([`cover: >-\n  ${A}`, `cover: &c ${A}`, `cover:\n  - url: ${A}`])(
    'stays if it can’t be changed in place',
    (property) => {
      expect(rewritten('', EMBEDDED, `${ID}\n${property}`)).toContain(`\n${property}\n`);
    },
  );
});

type Node = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>['children'][number];

interface ParsedImage {
  readonly url: string;
  readonly alt: string;
  readonly title: string;
}

/** The definitions of a text by their labels; the first of a label counts. */
function definitionsOf(node: Node, found = new Map<string, ParsedImage>()) {
  if (node.type === 'definition' && !found.has(node.identifier)) {
    found.set(node.identifier, { url: node.url, alt: '', title: node.title ?? '' });
  }
  if ('children' in node) for (const child of node.children) definitionsOf(child, found);
  return found;
}

function imagesOf(
  node: Node,
  definitions: ReadonlyMap<string, ParsedImage>,
): readonly ParsedImage[] {
  if (node.type === 'image') {
    return [{ url: node.url, alt: node.alt ?? '', title: node.title ?? '' }];
  }
  if (node.type === 'imageReference') {
    const { url = '', title = '' } = definitions.get(node.identifier) ?? {};
    return [{ url, alt: node.alt ?? '', title }];
  }
  return 'children' in node ? node.children.flatMap((child) => imagesOf(child, definitions)) : [];
}

/** The destinations of all links. */
function linksOf(node: Node, definitions: ReadonlyMap<string, ParsedImage>): readonly string[] {
  const own =
    node.type === 'link'
      ? [node.url]
      : node.type === 'linkReference'
        ? [definitions.get(node.identifier)?.url ?? '']
        : [];
  const inner = 'children' in node ? node.children.flatMap((one) => linksOf(one, definitions)) : [];
  return [...own, ...inner];
}

/** Without GitHub's bare URLs, which swallow an image that follows one without a space. */
function parsed(body: string): readonly ParsedImage[] {
  const tree = fromMarkdown(body);
  return imagesOf(tree, definitionsOf(tree));
}

const word = fc.constantFrom(
  'tide',
  'a b',
  '[x]',
  '\\]',
  '`]`',
  '*low*',
  '潮',
  '&amp;',
  '(a)',
  '|300',
);
const alt = fc.array(word, { maxLength: 4 }).map((words) => words.join(''));
const url = fc
  .array(
    fc.constantFrom('a', '(1)', '%20', '&amp;', '?x=y.png', '#top', ',', '!', '潮', '~', "'", '_'),
    {
      maxLength: 5,
    },
  )
  .map((parts) => `https://a.example.org/${parts.join('')}`);
const title = fc.constantFrom('', ' "Low"', " 'Low (water)'", ' (Low)', '\n"a\nb"');
const image = fc.tuple(alt, url, title).map(([words, to, name]) => `![${words}](${to}${name})`);
const piece = fc.oneof(
  image,
  image.map((inner) => `[${inner}](https://b.example.org)`),
  image.map((inner) => `\`${inner}\``),
  image.map((inner) => `\n\n\`\`\`\n${inner}\n\`\`\`\n\n`),
  image.map((inner) => `\n\n> - ${inner.replaceAll('\n', ' ')}\n\n`),
  fc.constantFrom('text ', '\n', '\n\n', '!', '[', ']', '\\', '\n\n# ', '\n- '),
);
const bodies = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
const title_ = fc.string({ unit: 'grapheme', maxLength: 60 });
const folder = fc.constantFrom(
  'files',
  'a b',
  'c#d',
  '潮 (1)',
  'x,y',
  "it's",
  '100%',
  '[a]',
  '$',
  'a&amp;b',
  'a:b',
);

/** `LAW_RUNS` chooses more notes. */
const RUNS = Number(process.env['LAW_RUNS'] ?? 500);

test('an independent parser finds that rewritten images point to the file, and nothing else changes', () => {
  let found = 0;
  fc.assert(
    fc.property(bodies, title_, folder, (body, name, to) => {
      const head = `${READ}\n${ORIGINAL}\n\n`;
      const text = noteOf(ID, head + body);
      const file = `${to}/${imageFileName(name, HASH, 'png')}`;
      const link = relativeLink('Reading/note.md', file);
      const images = remoteImages(parseNote(text, parse), articleIn(text));
      const edits = images.flatMap((one) => rewriteImage(text, one, link));
      const after = applyEdits(text, edits);
      expect(applyEdits(after, invertEdits(text, edits))).toBe(text);
      const [theirs, now] = [parsed(text), parsed(after)];
      const expected = theirs.map((one) => ({ ...one, url: fileOf(one.url) }));
      expect(now.map((one) => ({ ...one, url: fileOf(one.url) }))).toEqual(expected);
      function fileOf(at: string): string {
        return at.startsWith('http') ? file : decodeURIComponent(at).replace(/^\.\.\//, '');
      }
      found += images.length;
      expect(images.map((one) => one.url).length).toBe(theirs.length);
    }),
    { numRuns: RUNS },
  );
  expect(found).toBeGreaterThan(RUNS / 10);
});

describe('the path from a note to a file', () => {
  test.each([
    ['note.md', 'a.png', 'a.png'],
    ['a/note.md', 'a.png', '../a.png'],
    ['a/b/note.md', 'a/c/x.png', '../c/x.png'],
    ['a/note.md', 'a/x.png', 'x.png'],
    ['x.png/note.md', 'x.png', '../x.png'],
  ])('%s → %s', (note, file, path) => {
    expect(relativePath(note, file)).toBe(path);
  });
});

const label = fc.constantFrom('tide', 'Tide  TABLE', 'tide table', '1', 'a\\]b');
const reference = fc.oneof(
  fc.tuple(alt, label).map(([words, name]) => `![${words}][${name}]`),
  label.map((name) => `![${name}][]`),
  label.map((name) => `![${name}]`),
  label.map((name) => `[![x][${name}]](https://b.example.org)`),
);
const definition = fc
  .tuple(
    label,
    url,
    fc.constantFrom('', ' "Low"', ' (Low)', ' junk'),
    fc.constantFrom('', '> ', 'x\n'),
  )
  .map(([name, to, after, before]) => `\n${before}[${name}]: ${to}${after}\n`);
const referencePieces = fc.oneof(
  { arbitrary: reference, weight: 3 },
  { arbitrary: definition, weight: 3 },
  { arbitrary: piece, weight: 1 },
  label.map((name) => `[text][${name}] `),
  label.map((name) => `\n[${name}]\n`),
);

test('images with definitions point to the file, or are skipped if a link would change too', () => {
  let [found, shared] = [0, 0];
  fc.assert(
    fc.property(fc.array(referencePieces, { maxLength: 8 }), (pieces) => {
      const text = noteOf(ID, `${READ}\n${ORIGINAL}\n\n${pieces.join('')}`);
      const images = remoteImages(parseNote(text, parse), articleIn(text));
      const link: SavedLink = { ...EMBEDDED, destination: 'x.png' };
      const edits = images.flatMap((one) => rewriteImage(text, one, link));
      const sorted = [...edits].sort((a, b) => a.from - b.from);
      const after = applyEdits(text, sorted);
      expect(applyEdits(after, invertEdits(text, sorted))).toBe(text);
      const [before, now] = [fromMarkdown(text), fromMarkdown(after)];
      expect(linksOf(now, definitionsOf(now))).toEqual(linksOf(before, definitionsOf(before)));
      const kept = new Set(
        images.flatMap((one) => (one.kind === 'reference' && one.isShared ? [one.url] : [])),
      );
      const remote = parsed(after).filter((one) => one.url.startsWith('http'));
      for (const one of images) if (one.kind === 'reference') found++;
      shared += kept.size;
      const left = new Set(remote.map((one) => decodeURI(one.url)));
      expect(left.size).toBeLessThanOrEqual(kept.size);
    }),
    { numRuns: RUNS },
  );
  expect(found).toBeGreaterThan(RUNS / 10);
  expect(shared).toBeGreaterThan(RUNS / 50);
});
