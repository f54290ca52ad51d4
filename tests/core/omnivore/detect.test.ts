import { DETECT_DEFAULTS } from '../../../src/core/omnivore/detect';
import { SIGNALS, THRESHOLD, weigh } from '../../../src/core/omnivore/match-template';
import { TEMPLATES } from '../../../src/core/omnivore/templates';
import {
  detectIn,
  HIGHLIGHT,
  ID,
  IMAGE,
  noteOf,
  ORIGINAL,
  READ,
  URL_AT_OMNIVORE,
  UUID,
} from './note-of';

const PROSE = 'The harbour wakes early. Boats leave before the sun, and come back with the tide.';
const WALK = 'https://omnivore.app/me/walk-18e3d5b1a2d';

/** Notes as templates write them: known ones, and layouts that no test vault has. */
const SAVED: readonly (readonly [what: string, signal: string, text: string])[] = [
  [
    'the default template',
    'read-label',
    noteOf(ID, `# Tides\n#Omnivore\n\n${READ}\n${ORIGINAL}\n\n## Highlights`),
  ],
  [
    'the template of 2022, without properties',
    'read-label',
    `# Tides\n#Omnivore\n\n${READ}\n${ORIGINAL}\n\n${PROSE}\n`,
  ],
  ['links under a heading alone', 'read-label', `# Tides\n\n${READ}\n${ORIGINAL}\n\n${PROSE}\n`],
  [
    'an id of before March 2023',
    'read-label',
    noteOf('id: mL51bIYBKc5BngQz5_PS\ntitle: Tides', `# Tides\n\n${READ}`),
  ],
  ['an id in upper case', 'read-label', noteOf(`ID: ${UUID.toUpperCase()}`, `# Tides\n\n${READ}`)],
  [
    'an id that a template vault replaced',
    'read-label',
    noteOf('id: id-generated-by-omnivore', '[Read on Omnivore](https://omnivore.app/)'),
  ],
  [
    'several articles in a note',
    'single-file-marker',
    noteOf(`- ${ID}`, `%%${UUID}_start%%\n# Tides\n%%${UUID}_end%%`),
  ],
  [
    'links on one line with a bar',
    'read-label',
    noteOf(`${ID}\nlayout: default`, `# Tides\n\n${READ} | ${ORIGINAL}`),
  ],
  [
    'links at the end',
    'read-label',
    noteOf(ID, `# Tides\n\n${PROSE}\n\n# links\n- ${READ}；\n- ${ORIGINAL}；`),
  ],
  [
    'other labels',
    'read-label',
    noteOf(ID, `[Omnivore](${URL_AT_OMNIVORE}) |  [Web](https://harbour.example.org)`),
  ],
  [
    'a French label',
    'read-label',
    noteOf(
      ID,
      `# Marées\n\n🔗 [Lire dans Omnivore](${URL_AT_OMNIVORE}) · [Article d’origine](https://a.example.org)`,
    ),
  ],
  ['a Japanese label', 'read-label', noteOf(ID, `# 潮\n\n- [Omnivoreで読む](${URL_AT_OMNIVORE})`)],
  [
    'a Chinese label before a colon',
    'read-label',
    noteOf(ID, `# 潮汐\n\n在 Omnivore 中阅读：[链接](${URL_AT_OMNIVORE})`),
  ],
  [
    'a plain URL after Omnivore’s name',
    'read-label',
    noteOf(ID, `# Tides\n\nOmnivoreURL: ${URL_AT_OMNIVORE}`),
  ],
  [
    'a Dataview field',
    'read-label',
    noteOf(ID, `# Tides\n\nomnivore:: ${URL_AT_OMNIVORE}\nauthor:: A. Writer`),
  ],
  [
    'a title that is a link',
    'article-link',
    noteOf(ID, `# [Tides](${URL_AT_OMNIVORE})\n\n> [!info] About\n> ${PROSE}`),
  ],
  [
    'the title as the only link',
    'article-link',
    noteOf(ID, `[Tides](${URL_AT_OMNIVORE})\n\n${PROSE}`),
  ],
  ['a bare URL', 'article-link', noteOf(ID, `${URL_AT_OMNIVORE}\n\n${PROSE}`)],
  [
    'a link with the user’s name',
    'read-label',
    noteOf(ID, '[Read on Omnivore](https://omnivore.app/somebody/tides-18192f7ac5a)'),
  ],
  ['no link to Omnivore left', 'original-label', noteOf(ID, `# Tides\n#Omnivore\n\n${ORIGINAL}`)],
  [
    'both links leading to the original, after a repair',
    'read-label',
    noteOf(ID, `# Tides\n#Omnivore\n\n[Read on Omnivore](https://a.example.org)\n${ORIGINAL}`),
  ],
  [
    'Omnivore’s URL in a property',
    'omnivore-property',
    noteOf(`${ID}\nomnivore_url: ${URL_AT_OMNIVORE}`, '# Tides'),
  ],
  [
    'a property in the user’s spelling',
    'omnivore-property',
    noteOf(`${ID}\nOmnivore-URL: ${URL_AT_OMNIVORE}`, '# Tides'),
  ],
  [
    'a property named as the variable of the template',
    'omnivore-property',
    noteOf(`${ID}\nomnivoreUrl: ${URL_AT_OMNIVORE}`, '# Tides'),
  ],
  [
    'a list of sources',
    'omnivore-url',
    noteOf(`${ID}\nSources:\n  - ${URL_AT_OMNIVORE}\ntags:\n  - omnivore`, '# Tides'),
  ],
  [
    'properties without a link',
    'article-properties',
    noteOf(`${ID}\ntitle: Tides\ndate_saved: 2024-03-14 08:21:56`, PROSE),
  ],
  [
    'a state in Omnivore’s words',
    'article-properties',
    noteOf(`${ID}\nstate: READING\ndate_read: 2024-03-14`, PROSE),
  ],
  ['a file class', 'omnivore-type', noteOf(`${ID}\nfileClass: omnivore`, PROSE)],
  [
    'footnotes named by the id',
    'id-reference',
    noteOf(`${ID}\ntags:\n  - omnivore`, `> The tide waits[^${UUID}]\n\n## Highlights`),
  ],
  [
    'fields in the body',
    'inline-fields',
    noteOf(ID, 'Title:: Tides\nDate:: 2023-11-08 19:00:00\nLink:: https://a.example.org/tides'),
  ],
  ['highlights alone', 'highlight-link', noteOf(ID, `## Highlights\n\n${HIGHLIGHT}`)],
  [
    'highlights without block references',
    'highlight-link',
    noteOf(
      ID,
      `${HIGHLIGHT.replace(/ {2}\^.*/, '')}\n\n${HIGHLIGHT.replace('8f14', '9f14').replace(/ {2}\^.*/, '')}`,
    ),
  ],
  [
    'highlights in color',
    'highlight-mark',
    noteOf(ID, '> <mark class="omni omni-red">The tide waits.</mark>'),
  ],
  ['content alone, with an image', 'proxied-image', noteOf(ID, `${PROSE}\n\n${IMAGE}`)],
  [
    'an image next to properties',
    'proxied-image',
    noteOf(`${ID}\nauthor: A\nsite_name: Harbour`, IMAGE),
  ],
  [
    'an HTML body',
    'content-html',
    noteOf(
      ID,
      '<DIV id="readability-content"><DIV data-omnivore-anchor-idx="1" class="page"></DIV></DIV>',
    ),
  ],
  [
    'a template that failed',
    'omnivore-error',
    noteOf(
      `${ID}\nomnivore_error: There was an error parsing the front matter template. See console for details.`,
      PROSE,
    ),
  ],
  ['an empty note', 'sole-id', noteOf(ID, '')],
  ['front matter that is not YAML', 'read-label', noteOf(`${ID}\n\ttags: [`, `# Tides\n\n${READ}`)],
  [
    'a page of the Logseq plugin',
    'logseq-item',
    `- [Tides](${URL_AT_OMNIVORE})\n  site:: harbour.example.org\n  date-saved:: [[2024-03-14]]\n`,
  ],
  [
    'a Logseq page of 2022',
    'logseq-item',
    '- ## 🔖 Articles\n\t- [Tides](https://omnivore.app/somebody/tides-18192f7ac5a)\n\t          collapsed:: true\n\t          date:: Fri Jun 24 2022\n',
  ],
  [
    'a Logseq page that begins with a link of the user’s own',
    'logseq-item',
    `- Reading [an article](${URL_AT_OMNIVORE}) today\n- [Tides](${URL_AT_OMNIVORE})\n  id:: 65f3a1b2-0000-4000-8000-000000000001\n  author:: A\n`,
  ],
  [
    'a Logseq page that git could not merge',
    'logseq-item',
    `- [Tides](${URL_AT_OMNIVORE})\n  <<<<<<< HEAD\n  collapsed:: true\n  =======\n  >>>>>>> b823651\n  site:: [a](https://a.example.org)\n`,
  ],
];

/** Notes that look like it, or mention it. */
const OTHERS: readonly (readonly [what: string, text: string])[] = [
  [
    'an essay about Omnivore',
    noteOf(
      'title: Why I left\ntags:\n  - omnivore',
      `#Omnivore\n\nI used [Omnivore](https://omnivore.app/) for years. ${PROSE}`,
    ),
  ],
  [
    'a draft with a UUID and a link in a sentence',
    noteOf(
      `${ID}\ndraft: true`,
      `# Mine\n\nAmong others I had kept [this piece](${URL_AT_OMNIVORE}).`,
    ),
  ],
  [
    'a draft with a UUID and a short sentence',
    noteOf(
      `${ID}\ndraft: true`,
      `# Smith\nRead in [Omnivore](${URL_AT_OMNIVORE}), p. 3: nonsense.`,
    ),
  ],
  ['a sentence around the usual label', noteOf(`${ID}\ndraft: true`, `I read ${READ} yesterday.`)],
  [
    'a sentence in Chinese',
    noteOf(
      `${ID}\ndraft: true`,
      `我昨天在 Omnivore 上读了[这篇文章](${URL_AT_OMNIVORE})，很有意思。`,
    ),
  ],
  [
    'a note about the app with a UUID',
    noteOf(
      `${ID}\ntags: [omnivore, apps]\ndraft: true`,
      '# Omnivore\n\n- [Omnivore](https://omnivore.app/)\n- [Omnivore plugin](https://github.com/omnivore-app/obsidian-omnivore)',
    ),
  ],
  [
    'an id that a person wrote',
    noteOf('id: essay-on-reading-001\ndraft: true', `# Tides\n\n[Tides](${URL_AT_OMNIVORE})`),
  ],
  [
    'a list of links next to a UUID',
    noteOf(
      ID,
      `- [Tides](${URL_AT_OMNIVORE})\n- [Walk](${WALK})\n- [Rain](https://omnivore.app/me/rain-18e3d5b1a2e)`,
    ),
  ],
  ['a reading list', `# To read\n\n- [Tides](${URL_AT_OMNIVORE})\n- [Walk](${WALK})\n`],
  [
    'a lecture with links pasted below',
    `#### A lecture\n\n${PROSE} ${PROSE}\n\n${READ}\n${ORIGINAL}\n\n[Read on Omnivore](${WALK})\n`,
  ],
  [
    'a recipe for omnivores',
    noteOf(
      'date: 2024-03-14\ndraft: true',
      `# Beef stew\n#omnivore #dinner\n\n${ORIGINAL}\n\n2 onions`,
    ),
  ],
  [
    'an animal',
    noteOf(`${ID}\ntype: omnivore\ndiet: omnivore`, '# Bear\n\nBears are #omnivore animals.'),
  ],
  [
    'release notes',
    `# Omnivore 1.10\n\n- [Read on Omnivore](https://omnivore.app/) works again\n- [Docs](https://docs.omnivore.app/)\n`,
  ],
  [
    'a template in a fence',
    noteOf(ID, `How it looks:\n\n\`\`\`md\n# {{{title}}}\n#Omnivore\n${READ}\n\`\`\``),
  ],
  [
    'a template that the user keeps in the vault',
    noteOf(
      'id: {{{id}}}\ndate_saved: {{{dateSaved}}}\ndate_published: {{{datePublished}}}\ndraft: true',
      '# {{{title}}}\n#Omnivore\n\n[Read on Omnivore]({{{omnivoreUrl}}})\n[Read Original]({{{originalUrl}}})',
    ),
  ],
  [
    'a template without properties',
    '# {{title}}\n#Omnivore\n\n[Read on Omnivore]({{{omnivoreUrl}}})\n[Read Original]({{{originalUrl}}})\n',
  ],
  ['a link in code next to an id', noteOf(ID, `\`${READ}\``)],
  [
    'Cubox',
    noteOf(
      'id: "7421757645058477792"\ncubox_url: https://cubox.pro/web/card/7421757645058477792',
      `# Closed\n\n[Read in Cubox](https://cubox.pro/x)\n${ORIGINAL}\n\nThe people behind [[Omnivore]] said so.`,
    ),
  ],
  [
    'Cubox with a UUID',
    noteOf(ID, `# Closed\n#Omnivore\n\n[Read in Cubox](https://cubox.pro/x)\n${ORIGINAL}`),
  ],
  [
    'highlights from Omnivore that Readwise exported',
    noteOf(
      `url: ${URL_AT_OMNIVORE}\ndate: 03/04/2024`,
      `# Tides\n\n## Metadata\n- Author: [[Ann]]\n- Full Title: Tides\n- Category: #articles\n- URL: ${URL_AT_OMNIVORE}\n\n## Highlights\n- The moon ([View Highlight](https://read.readwise.io/read/1))`,
    ),
  ],
  ['Readwise', noteOf(`${ID}\nreadwise_id: 12`, `# Tides\n#Readwise\n\n${ORIGINAL}`)],
  [
    'Raindrop',
    noteOf('raindrop_id: 463201425\ndate_saved: 2023-06-27', `# Tides\n#omnivore\n\n${ORIGINAL}`),
  ],
  ['Instapaper', noteOf(`${ID}\ninstapaper_url: https://www.instapaper.com/read/1`, ORIGINAL)],
  [
    'Matter',
    '## Metadata\n* URL: [https://getmatter.com/x](https://getmatter.com/x)\n\n## Highlights\n* Moved here from Omnivore\n',
  ],
  [
    'Web Clipper',
    noteOf(
      'title: Omnivore closes\nsource: https://a.example.org\ntags:\n  - clippings',
      `${PROSE}\n\nOmnivore closed.`,
    ),
  ],
  [
    'Web Clipper with a UUID',
    noteOf(`${ID}\ndate_published: 2024-01-01\ntags:\n  - clippings\n  - omnivore`, PROSE),
  ],
  [
    'an error of the plugin’s fork',
    noteOf(`${ID}\nomnivore_error: 模板解析失败`, '公众号名称：某某'),
  ],
  ['an id alone next to text', noteOf(ID, 'Text of mine.')],
  ['an id and fields without a link', noteOf(ID, 'Title:: Tides\nRating:: 5')],
  [
    'fields and a UUID among other properties',
    noteOf(`${ID}\nrating: 5`, 'Title:: Tides\nLink:: https://a.example.org'),
  ],
  ['one date of reading', noteOf(`${ID}\ndate_read: 2024-01-01`, '# A novel\n\nGood.')],
  ['a proxied image in a note of the user’s own', `# My summary\n\n${IMAGE}\n`],
  [
    'a proxied image in a draft with a UUID',
    noteOf(`${ID}\ndraft: true`, `# My summary\n\n${PROSE}\n\n${IMAGE}`),
  ],
  ['a highlight that was copied', noteOf('tags:\n  - tides', `${HIGHLIGHT}\n\n${PROSE}`)],
  [
    'an issue that quotes HTML',
    '# Images fail\n\n```html\n<img data-omnivore-anchor-idx="7">\n```\n',
  ],
  ['a bullet in a journal', `- [Tides](${URL_AT_OMNIVORE})\n  collapsed:: true\n\t- good\n`],
  [
    'an item deep in a journal',
    `- Scratch\n\t- later\n\t\t- [Tides](${URL_AT_OMNIVORE})\n\t\t  site:: [a](https://a.example.org)\n`,
  ],
  ['nothing of it', '# Shopping\n\n- bread\n'],
  ['an empty note', ''],
];

test.each(SAVED)('%s: saved, by %s', (_, signal, text) => {
  expect(detectIn(text)).toMatchObject({ kind: 'saved', signal });
});

test.each(OTHERS)('%s: no saved article', (_, text) => {
  expect(detectIn(text)).toEqual({ kind: 'other' });
});

test.each(TEMPLATES)('the example of $id is recognized by this template', ({ id, example }) => {
  expect(detectIn(example)).toMatchObject({ kind: 'saved', template: { id } });
});

test.each([
  ['omnivore-folder', { ...DETECT_DEFAULTS, omnivoreFolder: 'Reading' }],
  ['own-property', { ...DETECT_DEFAULTS, ownKeys: ['read it on'] }],
])('with matching settings, an id is enough: %s', (signal, options) => {
  const text = noteOf(`${ID}\nread it on: 2024-03-14`, 'Text of mine.');
  expect(detectIn(text)).toEqual({ kind: 'other' });
  expect(detectIn(text, options)).toMatchObject({
    kind: 'saved',
    signal,
    template: { id: 'bare' },
  });
});

test('in Omnivore’s folder, notes without an id are the user’s own', () => {
  const options = { ...DETECT_DEFAULTS, omnivoreFolder: 'Reading' };
  expect(detectIn(`# An index of what I read with Omnivore\n\n- ${READ}\n`, options)).toEqual({
    kind: 'other',
  });
  const text = noteOf(ID, 'Text of mine.');
  expect(detectIn(text, options, 'Other/note.md')).toEqual({ kind: 'other' });
});

test('signals that users may write themselves never decide, not even two of them', () => {
  const weak = SIGNALS.filter(({ weight }) => weight > 0 && weight <= 5);
  expect(weak.length).toBeGreaterThan(4);
  for (const one of weak) {
    for (const other of weak) expect(weigh([one, other])).toBeLessThan(THRESHOLD);
  }
});

test('of signals that say the same, only the strongest counts', () => {
  const links = 'links' as const;
  expect(weigh([{ weight: 9, group: links }, { weight: 7, group: links }, { weight: 3 }])).toBe(12);
});

test('no two signals or templates have the same id', () => {
  for (const ids of [SIGNALS.map(({ id }) => id), TEMPLATES.map(({ id }) => id)]) {
    expect(new Set(ids).size).toBe(ids.length);
  }
});
