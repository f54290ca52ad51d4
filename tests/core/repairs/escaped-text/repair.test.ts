import { plan } from '../../../../src/core/repairs/plan';
import { plannerFor } from '../../../planner-for';

const ONLY = {
  repairs: {
    'draft-flag': false,
    dates: false,
    'proxied-images': false,
    'escaped-text': true,
    'dead-links': false,
  },
};
const ID = 'id: 3f1c2b4a-5d6e-4f70-8a9b-0c1d2e3f4a5b';
const LINKS =
  '[Read on Omnivore](https://omnivore.app/me/a-quiet-walk-18e3f0a1b2c)\n[Read Original](https://example.org/walk)';
/** An escaped sentence that leaves no doubt. */
const ESCAPED = 'I don&#39;t. See [there](https:&#x2F;&#x2F;example.org&#x2F;a).';
const UNESCAPED = "I don't. See [there](https://example.org/a).";

const note = (content: string, { title = 'A quiet walk', properties = '' } = {}): string =>
  `---\n${ID}\n${properties}---\n\n# ${title}\n#Omnivore\n\n${LINKS}\n\n${content}\n`;

interface Repaired {
  readonly after: string;
  readonly left: readonly string[];
  readonly second: string;
}

function repair(text: string): Repaired {
  const { after, findings } = plan(text, 'note.md', plannerFor(ONLY));
  const left = findings.flatMap(({ unresolved: reason, before }) =>
    reason ? [`${reason}: ${before}`] : [],
  );
  return { after, left, second: plan(after, 'note.md', plannerFor(ONLY)).after };
}

/** A note's content after the repair; checks that a second pass changes nothing. */
function content(before: string, options = {}): { after: string; left: readonly string[] } {
  const { after, left, second } = repair(note(before, options));
  expect(second).toBe(after);
  const start = after.indexOf(LINKS) + LINKS.length + 2;
  return { after: after.slice(start, -1), left };
}

describe('text that only escaping can have written is unescaped', () => {
  test.each([
    ['a URL', ESCAPED, UNESCAPED],
    ['a URL in capitals', 'HTTPS:&#x2F;&#x2F;example.org', 'HTTPS://example.org'],
    ['three words', 'It&#39;s, he&#39;s and she&#39;s.', "It's, he's and she's."],
    ['three quotations', '&quot;a&quot; and &quot;b&quot;', '"a" and "b"'],
    ['equations', 'a&#x3D;b, c&#x3D;d, e&#x3D;f', 'a=b, c=d, e=f'],
    [
      'a fence in a language that is only shown',
      `${ESCAPED}\n\n&#x60;&#x60;&#x60;js\nlet a &#x3D; &#39;b&#39;\n&#x60;&#x60;&#x60;`,
      `${UNESCAPED}\n\n\`\`\`js\nlet a = 'b'\n\`\`\``,
    ],
    [
      'markup inside of code',
      `${ESCAPED}\n\n&#x60;&#x60;&#x60;html\n&lt;script src&#x3D;a&gt;&lt;&#x2F;script&gt;\n&#x60;&#x60;&#x60;\n\n&#x60;&lt;iframe&gt;&#x60;`,
      `${UNESCAPED}\n\n\`\`\`html\n<script src=a></script>\n\`\`\`\n\n\`<iframe>\``,
    ],
    ['operators in inline code', `${ESCAPED} &#x60;&#x3D;&gt;&#x60;`, `${UNESCAPED} \`=>\``],
    [
      'next to a tag and a line of links',
      `By: [A](https://a.example/b)\n\n${ESCAPED}`,
      `By: [A](https://a.example/b)\n\n${UNESCAPED}`,
    ],
    ['below a field', `site:: "a/b"\n\n${ESCAPED}`, `site:: "a/b"\n\n${UNESCAPED}`],
    ['next to a date with slashes', `03/14/2024\n\n${ESCAPED}`, `03/14/2024\n\n${UNESCAPED}`],
    [
      'next to a few lines that the user added',
      `${ESCAPED}\n${ESCAPED}\n${ESCAPED}\n\nIt's mine`,
      `${UNESCAPED}\n${UNESCAPED}\n${UNESCAPED}\n\nIt's mine`,
    ],
  ])('%s', (_, before, after) => {
    expect(content(before)).toEqual({ after, left: [] });
  });

  test('below a heading with slashes and quotation marks of its own', () => {
    const title = 'Talks / Notes // "A" site\'s';
    expect(content(ESCAPED, { title })).toEqual({ after: UNESCAPED, left: [] });
  });

  test('the highlights, whatever the content is', () => {
    const before = `It's mine: "a/b".\n\n## Highlights\n\n> ${ESCAPED}`;
    expect(content(before)).toEqual({ after: before.replace(ESCAPED, UNESCAPED), left: [] });
  });

  test('a label, and nothing else', () => {
    const before = `> Write &lt;main&gt;, it's &amp;nbsp; [⤴️](https://omnivore.app/me/a-18e3f0a1b2c#1)  #web&#x2F;html  ^11111111`;
    const after = before.replace('#web&#x2F;html', '#web/html');
    expect(content(before)).toEqual({ after, left: [] });
  });

  test('a label that would look escaped again stays', () => {
    const before = '> A thought. #a&amp;#x2F;b  ^11111111';
    expect(content(before)).toEqual({ after: before, left: ['escaped-twice: #a&amp;#x2F;b'] });
  });

  test('a link of the template, and nothing else', () => {
    const original = '[Read Original](https:&#x2F;&#x2F;example.org&#x2F;a?b&#x3D;c)';
    const before = `---\n${ID}\n---\n# It's\n\n[Read on Omnivore](https://omnivore.app/me/a-18e3f0a1b2c)\n${original}\n\n"It's" &lt;b&gt;\n`;
    const { after, left } = repair(before);
    expect(after).toBe(before.replace(original, '[Read Original](https://example.org/a?b=c)'));
    expect(left).toEqual([]);
  });
});

describe('what may be the article’s own text stays and is listed', () => {
  test.each([
    [
      'a list of entities',
      '* slash to &#x2F;\n* equals to &#x3D;\n* backtick to &#x60;\n* quote to &#39;\n* and &amp;',
      'maybe-escaped: &#x2F;',
    ],
    ['a table of entities', '| slash | &#x2F; |\n| equals | &#x3D; |', 'maybe-escaped: &#x2F;'],
    [
      'a mention of escaping',
      'A slash becomes &#x2F; and an equals sign &#x3D;, so &lt;iframe src&#x3D;x&gt; is harmless.',
      'maybe-escaped: &#x2F;',
    ],
    ['one word', 'I don&#39;t know.', 'maybe-escaped: &#39;'],
    ['one slash in an article', `It's "a" 'b' & "c" and &#x2F;`, 'maybe-escaped: &#x2F;'],
    [
      'escaped text next to much that is not',
      `${ESCAPED}\n\nIt's "mine", 'mine' & "mine" <b>\n\n${'`a` '.repeat(20)}`,
      'mixed-escaping: &#39;',
    ],
    [
      'text that would look escaped again',
      `https:&#x2F;&#x2F;a.example\n\n${'it&amp;#39;s '.repeat(5)}`,
      `escaped-twice: https:&#x2F;&#x2F;a.example`,
    ],
  ])('%s', (_, before, reason) => {
    expect(content(before)).toEqual({ after: before, left: [reason] });
  });
});

describe('text that would run or load something stays escaped and is listed', () => {
  const escape = (text: string): string =>
    text.replace(/[&<>"'`=/]/g, (char) => {
      const names: Record<string, string> = {
        '&': 'amp',
        '<': 'lt',
        '>': 'gt',
        '"': 'quot',
        "'": '#39',
      };
      return `&${names[char] ?? `#x${char.charCodeAt(0).toString(16).toUpperCase()}`};`;
    });

  test.each([
    ['a fence that Dataview runs', '```dataviewjs\na("b")\n```'],
    ['one in a quotation', '> ```dataviewjs\n> a("b")\n> ```'],
    ['one in an item', '- ```js-engine\n  a("b")\n  ```'],
    ['one in tildes', '````tasks\n"a"\n````'],
    ['one that is not closed', '```button\n"a"'],
    ['a fence of an unknown plugin', '```my-plugin {a}\n"b"\n```'],
    ['a component', '```jsx:component:A\n<b>"c"</b>\n```'],
    ['an inline query', '`= this.file.name`'],
    ['an inline script', '`$= dv.pages()`'],
    ['an input of Meta Bind', '`INPUT[toggle:a]`'],
    ['a command of Templater', '<% tp.file.title %>'],
    ['a shortcode of Hugo', '{{< readfile "a" >}}'],
    ['a script', '<script>a</script>'],
    ['a frame', '<iframe src="https://a.example"></iframe>'],
    ['an object', '<OBJECT data=a>'],
    ['an element that embeds', '<embed src=a>'],
    ['an element without an end', '<iframe src=a'],
    ['an image with a handler', '<img src=x onerror="a()">'],
    ['a handler after a quoted bracket', '<img alt=">" onerror=a()>'],
    ['a handler on the next line', '<svg\nonload=a()>'],
    ['a link that runs', '<a href="javascript:a()">b</a>'],
    ['a page in a link', '<a href="data:text/html,b">c</a>'],
    ['an embedded note', '![[Private/Note]]'],
    ['an element in an element', '<pre><script>a</script></pre>'],
  ])('%s', (_, live) => {
    const lines = live.startsWith('> ') ? escape(live).replaceAll('&gt; ', '> ') : escape(live);
    const { after, left } = content(`${ESCAPED}\n\n${lines}\n\n${ESCAPED}`);
    expect(after.startsWith(UNESCAPED)).toBe(true);
    expect(left.length).toBeGreaterThan(0);
    for (const reason of left) expect(reason).toMatch(/^(?:would-run|maybe-escaped): /);
    const open = live.split('\n')[0]?.replace('> ', '').slice(0, 12) ?? '';
    expect(after).not.toContain(open);
  });

  test('a command in code, but not the code around it', () => {
    const { after, left } = content(`${ESCAPED}\n\n${escape('```js\n<%* a() %>\n```')}`);
    expect(after).toBe(`${UNESCAPED}\n\n\`\`\`js\n&lt;%* a() %&gt;\n\`\`\``);
    expect(left).toEqual(['would-run: &lt;%* a() %&gt;']);
  });

  test('an image with brackets in its text is not an embedded note', () => {
    const { after } = content(`${ESCAPED}\n\n![[a&#x2F;b]](c)`);
    expect(after).toBe(`${UNESCAPED}\n\n![[a/b]](c)`);
  });

  test('a property', () => {
    const properties = 'title: "&lt;script&gt; &quot;a&quot;"\n';
    const { after, left } = repair(note('Text.', { properties }));
    expect(after).toContain(properties);
    expect(left).toEqual(['would-run: "&lt;script&gt; &quot;a&quot;"']);
  });
});

test('a note without a heading is repaired too', () => {
  const text = `---\n${ID}\ntitle: A &amp; B\n---\n${LINKS}\n\n${ESCAPED}\n`;
  const { after, left } = repair(text);
  expect(after).toBe(text.replace(ESCAPED, UNESCAPED));
  expect(left).toEqual(['maybe-escaped: A &amp; B']);
});

test('unproxying an image does not change what a second run unescapes', () => {
  const proxied =
    'HTTPS:&#x2F;&#x2F;proxy-prod.omnivore-image-cache.app&#x2F;0x0,s3xXYAesk0QkvbVYh9g5r4pSzGk4tOyW_9vJ-2uQ1abc&#x2F;https:&#x2F;&#x2F;example.com&#x2F;a.png';
  const text = note(
    [
      'a&#x2F;b&#x2F;c&#x3D;d &#x60;e&#x60; f&#x2F;g',
      '&#x60;&#x60;&#x60;&#x60;&#x60;unclosed',
      '[Read on Omnivore](https:&#x2F;&#x2F;omnivore.app&#x2F;me&#x2F;a-quiet-walk-18e3f0a1b2c)',
      `\n![](${proxied})`,
      `\n&#x60;&#x60;&#x60;\n![](${proxied.replace('HTTPS', 'https')}) 0\n&#x60;&#x60;&#x60;`,
      '\nby hand: a/b=`c`',
    ].join('\n'),
  );
  const first = plan(text, 'note.md', plannerFor()).after;
  expect(first).not.toContain('proxy-prod');
  expect(plan(first, 'note.md', plannerFor()).after).toBe(first);
});

test('an escape next to a link counts as it does without the link', () => {
  const text = [
    '# Title',
    '#Omnivore',
    '',
    '[Read on Omnivore](https://omnivore.app/me/a-title-18e3d1a2b3c)',
    '[Read Original](https://example.com/a)',
    '',
    'a&#x2F;b&#x2F;c&#x3D;d &#x60;e&#x60; f&#x2F;g',
    '&gt; &#x60;&#x60;&#x60;',
    '&gt; &gt; text [⤴️](https:&#x2F;&#x2F;omnivore.app&#x2F;me&#x2F;a-title-18e3d1a2b3c) ^0f8a9e3c 0',
    '&gt; &#x60;&#x60;&#x60;',
    '',
    '&gt; [ref]: https:&#x2F;&#x2F;proxy-prod.omnivore-image-cache.app&#x2F;0x0,s3xXYAesk0QkvbVYh9g5r4pSzGk4tOyW_9vJ-2uQ1abc&#x2F;https:&#x2F;&#x2F;example.com&#x2F;a.png &quot;title&quot;',
    '',
    '$$',
    '[Read on Omnivore](https:&#x2F;&#x2F;omnivore.app&#x2F;me&#x2F;a-title-18e3d1a2b3c)&#x60;',
    '',
    '&gt; a [⤴️](https:&#x2F;&#x2F;omnivore.app&#x2F;me&#x2F;a-title-18e3d1a2b3c)  ^0f8a9e3c',
    '',
    'by hand: a/b=`c`',
    '',
    '',
    '![](https://proxy-prod.omnivore-image-cache.app/320x0,s3xXYAesk0QkvbVYh9g5r4pSzGk4tOyW/data:image/svg+xml;base64,PHN2Zz4=)',
    '',
    '',
    'It&#39;s said: see https:&#x2F;&#x2F;example.org&#x2F;a?b&#x3D;c &amp; more.',
    '',
  ].join('\n');
  const planner = plannerFor({
    repairs: { 'dead-links': true },
    deadLinks: { articles: 'remove', highlights: 'block' },
  });
  const { after } = plan(text, 'note.md', planner);
  expect(plan(after, 'note.md', planner).after).toBe(after);
});

test('a URL in capitals in a line of links counts like any other', () => {
  const proxy =
    'HTTPS://proxy-prod.omnivore-image-cache.app/0x0,s3xXYAesk0QkvbVYh9g5r4pSzGk4tOyW_9vJ-2uQ1abc/';
  const text = `# Title\n#Omnivore\n\n${LINKS}\n\n ${proxy}https://example.com/a.png \n\n\n${ESCAPED}\n`;
  const { after } = plan(text, 'note.md', plannerFor());
  expect(after).toBe(text.replace(proxy, '').replace(ESCAPED, UNESCAPED));
});

test('code, comments and math in an escaped text are not touched, and are listed', () => {
  const code = ['~~~html\n&lt;b&gt;\n~~~', '%% R&amp;D &lt;3 %%', '$$\na &lt; b\n$$'].join('\n\n');
  const { after, left } = content(`${ESCAPED}\n\n${code}`);
  expect(after).toBe(`${UNESCAPED}\n\n${code}`);
  expect(left).toEqual(['escaped-code: &lt;']);
});

describe('a heading', () => {
  const headed = (
    heading: string,
    title: string | null,
  ): { after: string; left: readonly string[] } => {
    const properties = title === null ? '' : `title: ${JSON.stringify(title)}\n`;
    const { after, left, second } = repair(note('Text.', { title: heading, properties }));
    expect(second).toBe(after);
    return { after: /^# (.*)$/m.exec(after)?.[1] ?? '', left };
  };

  test.each([
    ['that its words show to be escaped', 'Don&#39;t &amp; do', null, "Don't & do", []],
    ['that the title proves', 'Tips &amp; tricks', 'Tips & tricks', 'Tips & tricks', []],
    ['with a title that is escaped too', 'Don&#39;t', 'Don&#39;t', "Don't", []],
    [
      'about a sign',
      'What is &amp; ?',
      null,
      'What is &amp; ?',
      ['maybe-escaped: What is &amp; ?'],
    ],
    ['that is its title', 'A &amp; B', 'A &amp; B', 'A &amp; B', ['maybe-escaped: "A &amp; B"']],
    ['with signs of its own', `"A" &amp; B`, null, `"A" &amp; B`, ['maybe-escaped: "A" &amp; B']],
  ])('%s', (_, heading, title, after, left) => {
    expect(headed(heading, title)).toEqual({ after, left });
  });

  test('is unescaped with the content', () => {
    const { after } = repair(note(ESCAPED, { title: 'A &amp; B' }));
    expect(after).toContain('# A & B\n');
  });

  test('proves the title', () => {
    const properties = 'title: A &amp; B\n';
    const { after, left } = repair(note('Text.', { title: 'A & B', properties }));
    expect(after).toContain('title: A & B\n');
    expect(left).toEqual([]);
  });
});

describe('a property', () => {
  test.each([
    ['as a plain value', 'author: O&#39;Neil &amp; Sons', "author: O'Neil & Sons"],
    ['in single quotes', "author: 'O&#39;Neil'", "author: 'O''Neil'"],
    [
      'in double quotes',
      'description: "a &quot;small&quot; thing"',
      'description: "a \\"small\\" thing"',
    ],
    ['as a block', 'author: |\n  O&#39;Neil', "author: |\n  O'Neil"],
    [
      'in a list',
      'tags:\n  - web_dev&#x2F;arch\n\n  - "b&#x2F;c"\n  - \'d&#x2F;e\'\n  - 1',
      'tags:\n  - web_dev/arch\n\n  - "b/c"\n  - \'d/e\'\n  - 1',
    ],
    ['that is a URL', 'url: https:&#x2F;&#x2F;a.example&#x2F;b', 'url: https://a.example/b'],
  ])('%s', (_, before, after) => {
    const repaired = repair(note('Text.', { properties: `${before}\n` }));
    expect(repaired.after).toBe(note('Text.', { properties: `${after}\n` }));
    expect(repaired.second).toBe(repaired.after);
    expect(repaired.left).toEqual([]);
  });

  test.each([
    ['about a sign', 'description: the &amp; sign', ['maybe-escaped: the &amp; sign']],
    ['of the user’s own', 'mine: a&#x2F;b', ['maybe-escaped: a&#x2F;b']],
    ['of the user’s own about a sign', 'mine: the &amp; sign', []],
    [
      'that is escaped twice',
      'author: 1&#x2F;2 a&amp;#x2F;b',
      ['escaped-twice: 1&#x2F;2 a&amp;#x2F;b'],
    ],
    ['in a flow list', 'tags: [a&#x2F;b]', ['not-editable: [a&#x2F;b]']],
    ['in a list with a comment', 'tags:\n  - a&#x2F;b # c', ['not-editable: a&#x2F;b # c']],
    ['without escapes', 'author: A & B', []],
    ['that is a list of numbers', 'tags: [1, 2] # a & b', []],
    ['that is a map', 'author: { name: a&#x2F;b }', []],
    ['in nested lists', 'tags:\n  - - a&#x2F;b\n  - c', []],
    ['in a list over lines', 'tags:\n  - a&#x2F;b\n    c', ['not-editable: - a&#x2F;b\n    c']],
  ])('%s stays', (_, properties, left) => {
    const text = note('Text.', { properties: `${properties}\n` });
    const repaired = repair(text);
    expect(repaired.after).toBe(text);
    expect(repaired.left).toEqual(left);
  });
});
