import { withOwnNames } from '../../src/omnivore/property-names';
import { RECOGNISE_DEFAULTS } from '../../src/omnivore/recognise';
import { titleOf } from '../../src/omnivore/article';
import { articleIn, ID, noteOf, ORIGINAL, READ, detectIn } from './note-of';

/** The article of a note with these lines more in its properties. */
function withProperties(lines: string) {
  return articleIn(noteOf(`${ID}\n${lines}`, `${READ}\n${ORIGINAL}`));
}

/** The article of a note with this body, and no more properties than the id. */
function withBody(body: string) {
  return articleIn(noteOf(ID, body));
}

test.each([
  ['title: Tides', 'Tides'],
  ['title: 1984', '1984'],
  ['title: " Two\\nlines "', 'Two lines'],
  ['title: ""', null],
  ['title: []', null],
  ['title: "\\u200F"', null],
  ['tags: [sea]', null],
])('the title by %j', (lines, title) => {
  expect(withProperties(lines).title).toBe(title);
});

test.each([
  ['a heading', `# Low tide\n\n${READ}`, 'Low tide'],
  ['a heading of the template’s own', `# Highlights\n\n${READ}`, null],
  ['none', READ, null],
])('the title by %s in the text', (_, body, title) => {
  expect(withBody(body).title).toBe(title);
});

test.each([
  ['Reading/Low tide.md', 'Low tide'],
  ['Low\u202Etide.MD', 'Lowtide'],
])('without a title it is called as its file %j', (path, title) => {
  expect(titleOf(withBody(READ), path)).toBe(title);
  expect(titleOf(withProperties('title: Tides'), path)).toBe('Tides');
});

test.each([
  ['author: Ada', 'Ada'],
  ['author: [Ada, " Bo "]', 'Ada, Bo'],
  ['author: "[[People/Ada|Ada L.]]"', 'Ada L.'],
  ['author: [unknown, Ada, ""]', 'Ada'],
  ['author: unknown', null],
  ['author: "\\u200F"', null],
  ['author: {name: Ada}', null],
  ['author: [7, true]', '7'],
  ['title: Tides', null],
])('the author by %j', (lines, author) => {
  expect(withProperties(lines).author).toBe(author);
});

test.each([
  ['a name', 'source: Harbour Weekly', 'Harbour Weekly'],
  ['a link', 'source: "[[Sources/Harbour]]"', 'Sources/Harbour'],
  ['an address', 'source: https://www.sea.example.org/x', 'sea.example.org'],
  ['no text, but a link', 'source: 7', 'harbour.example.org'],
  ['nothing, but a link', 'source: ""', 'harbour.example.org'],
  ['no property, but a link', 'title: Tides', 'harbour.example.org'],
])('the source by %s', (_, lines, source) => {
  expect(withProperties(lines).source).toBe(source);
});

test('no source where there is no original address', () => {
  expect(withBody(READ)).toMatchObject({ source: null, url: null });
});

test.each([
  ['tags: [sea, salt, sea]', ['sea', 'salt']],
  ['tags: "#sea, salt  wind"', ['sea', 'salt', 'wind']],
  ['tags: ["[[Tags/sea|Sea]]", "##salt", "#"]', ['Sea', 'salt']],
  ['tags: [7, null, true]', ['7']],
  ['tags: sea\nlabels: [salt]', ['sea', 'salt']],
  ['title: Tides', []],
])('the tags by %j', (lines, tags) => {
  expect(withProperties(lines).tags).toEqual(tags);
});

test.each([
  ['links to tags', `# Tides\n${READ}\n[[Sources/Tags/salt]] [[A/Tags/sea]]`, ['salt', 'sea']],
  ['a line of tags', `tags:: #sea, #salt\n${READ}`, ['sea', 'salt']],
  ['an empty line of tags', `tags:: \n${READ}`, []],
  ['none', READ, []],
])('the tags by %s in the text', (_, body, tags) => {
  expect(withBody(body).tags).toEqual(tags);
});

test('the dates and the state are as they were written', () => {
  const lines = 'date_saved: " 25/07/2024"\ndate_published: 2024\nstate: reading';
  const { saved, published, state } = withProperties(lines);
  expect({ saved, published, state }).toEqual({
    ...{ saved: '25/07/2024', published: '2024', state: 'reading' },
  });
});

describe('the instant of saving', () => {
  const SLUG_CLOCK = 0x18e3d5b1a2c;

  test.each([
    ['the slug of the link', noteOf(ID, READ), SLUG_CLOCK],
    [
      'the slug in a property',
      noteOf(`${ID}\nomnivore_url: https://omnivore.app/me/tides-18e3d5b1a2c`, ORIGINAL),
      SLUG_CLOCK,
    ],
    [
      'an id of version 1',
      noteOf(
        'id: 4a7c6a1e-e1f2-11ee-8a3c-6f2b1c9d0e11',
        '[Read on Omnivore](https://omnivore.app/me/tides)',
      ),
      Date.UTC(2024, 2, 14),
    ],
  ])('by %s', (_, text, instant) => {
    const { clock } = articleIn(text);
    expect(Math.abs((clock ?? 0) - instant)).toBeLessThan(86_400_000);
  });

  test('is not known where nothing tells it', () => {
    expect(articleIn(noteOf(ID, '[Read on Omnivore](https://omnivore.app/me/tides)')).clock).toBe(
      null,
    );
  });
});

test('the link is not looked for in code', () => {
  const code = '`https://omnivore.app/me/other-18e3d5b1a2d`';
  expect(withBody(`Not ${code}.\n\n${READ}`).omnivoreUrl).toBe(
    'https://omnivore.app/me/tides-18e3d5b1a2c',
  );
});

test('the anchor is not part of the address', () => {
  const { omnivoreUrl } = withBody(
    '[Read on Omnivore](https://omnivore.app/me/tides-18e3d5b1a2c#x)',
  );
  expect(omnivoreUrl).toBe('https://omnivore.app/me/tides-18e3d5b1a2c');
});

test('properties by the user’s own names', () => {
  const names = withOwnNames({ author: ['By'] });
  const found = detectIn(noteOf(`${ID}\nby: Ada`, `${READ}\n${ORIGINAL}`), {
    ...RECOGNISE_DEFAULTS,
    names,
  });
  expect(found.kind === 'saved' && found.articles[0]?.author).toBe('Ada');
});
