import { articleIn, ID, noteOf, ORIGINAL, READ } from './note-of';

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
  ['a URL', 'source: https://www.sea.example.org/x', 'sea.example.org'],
  ['no text, but a link', 'source: 7', 'harbour.example.org'],
  ['nothing, but a link', 'source: ""', 'harbour.example.org'],
  ['no property, but a link', 'title: Tides', 'harbour.example.org'],
])('the source by %s', (_, lines, source) => {
  expect(withProperties(lines).source).toBe(source);
});

test('no source without an original URL', () => {
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

test('the dates and the state are returned as written', () => {
  const lines = 'date_saved: " 25/07/2024"\ndate_published: 2024\nstate: reading';
  const { saved, published, state } = withProperties(lines);
  expect({ saved, published, state }).toEqual({
    ...{ saved: '25/07/2024', published: '2024', state: 'reading' },
  });
});
