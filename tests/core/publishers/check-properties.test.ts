import { readFrontMatter } from '../../../src/core/markdown/front-matter/read-front-matter';
import { checkProperties } from '../../../src/core/publishers/check-properties';
import { PUBLISHERS, type PublisherId } from '../../../src/core/publishers/publishers';
import { parseYaml } from '../../../src/cli/parse-yaml.mts';

/** What is wrong with a note, and in which property. */
function problems(id: PublisherId, text: string): readonly string[] {
  const frontMatter = readFrontMatter(text, parseYaml);
  return checkProperties(text, frontMatter, PUBLISHERS[id]).map(({ problem, property }) =>
    property ? `${property.key}: ${problem}` : problem,
  );
}

test.each<[PublisherId, string, readonly string[]]>([
  ['hugo', 'draft: true', ['draft: publisher-hides']],
  ['hugo', 'draft: yes', ['draft: publisher-hides']],
  ['hugo', 'draft: false', []],
  ['hugo', '{"draft": true}', ['draft: publisher-hides']],
  ['hugo', '? draft\n: true\ntitle: A\ntitle: B', ['draft: publisher-hides']],
  ['digital-garden', '{"dg-publish":true,"permalink":"/a/"}', []],
  ['astro', '{"pubDate":"2024-03-14"}', []],
  ['hugo', 'draft: "false"', []],
  ['hugo', 'title: A', []],
  ['hugo', 'published: true', ['published: publisher-unread-date']],
  ['hugo', 'PubDate: sometime', ['PubDate: publisher-unread-date']],
  ['hugo', 'expiryDate: [2024-03-14]', ['expiryDate: publisher-unread-date']],
  ['hugo', 'date: 2024-03-14 08:21:56', []],
  ['hugo', 'date: 2024-03-14T08:21', ['date: publisher-unread-date']],
  ['hugo', 'date:', []],
  ['hugo', 'title: A\ntitle: B', []],
  ['quartz', 'draft: "true"', ['draft: publisher-hides']],
  ['quartz', 'date: sometime', []],
  ['quartz-explicit', 'title: A', ['publisher-hides']],
  ['quartz-explicit', 'publish: true', []],
  ['jekyll', 'published: false', ['published: publisher-hides']],
  ['jekyll', 'published: no', ['published: publisher-hides']],
  ['jekyll', 'published: "false"', []],
  ['jekyll', 'published:', ['published: publisher-hides']],
  ['jekyll', 'published: true', []],
  ['hexo', 'published: "false"', ['published: publisher-hides']],
  ['hexo', 'published:', []],
  ['jekyll', 'date:', ['date: publisher-unread-date']],
  ['jekyll', 'date: 2024/03/14', []],
  ['hexo', 'date: sometime', []],
  ['hexo', 'a: 1\na: 2', ['a: publisher-duplicate']],
  ['astro', 'title: A', ['publisher-no-date']],
  ['astro', 'pubDate: 2024-03-14', []],
  ['astro', 'pubDate: ""', []],
  ['astro', 'pubDate: 2024-03-14\ndraft: "true"', ['draft: publisher-flag']],
  ['astro', 'pubDate: 2024-03-14\ndraft:', ['draft: publisher-flag']],
  ['eleventy', 'draft: "false"', ['draft: publisher-hides']],
  ['eleventy', 'date: 2024-03-14 08:21:56', []],
  ['eleventy', 'date: "2024-03-14 08:21:56"', ['date: publisher-unread-date']],
  ['eleventy', 'date: "2024-03-14T08:21:56Z"', []],
  ['eleventy', 'date: 2024', ['date: publisher-unread-date']],
  ['zola', 'draft: true', ['draft: publisher-hides']],
  ['zola', 'draft: yes', ['draft: publisher-flag']],
  ['zola', 'a: 1\na: 2', []],
  ['zola', 'title: A\ntitle: B', ['title: publisher-duplicate']],
  ['zola', 'date:', ['date: publisher-unread-date']],
  ['zola', 'updated: 14 March 2024', ['updated: publisher-unread-date']],
  ['docusaurus', 'unlisted: true', ['unlisted: publisher-hides']],
  ['docusaurus', 'unlisted: false\ndraft: on', ['draft: publisher-flag']],
  ['docusaurus', 'date: 2024-03-14T08:21:56Z', []],
  ['docusaurus', 'date: "2024-03-14T08:21:56Z"', ['date: publisher-unread-date']],
  ['docusaurus', 'date:', ['date: publisher-unread-date']],
  ['docusaurus', 'draft: "true"', ['draft: publisher-hides']],
  ['docusaurus', 'draft: "false"', []],
  ['docusaurus', 'draft:', ['draft: publisher-flag']],
  ['mkdocs', 'date: "2024-03-14"', ['date: publisher-unread-date']],
  ['mkdocs', 'date: 2024-03-14', []],
  ['mkdocs', 'title: A', ['publisher-no-date']],
  ['digital-garden', 'dg-publish: false', ['dg-publish: publisher-hides']],
  ['enveloppe', 'share: true', []],
  ['publish', 'publish: off', ['publish: publisher-hides']],
])('%s, %j', (id, properties, expected) => {
  expect(problems(id, `---\n${properties}\n---\ntext\n`)).toEqual(expected);
});

const LIST = '---\n- id: a\n- id: b\n---\ntext\n';

test.each<[PublisherId, string, readonly string[]]>([
  ['hugo', 'text\n', []],
  ['hugo', '- item\n', ['publisher-no-front-matter']],
  ['zola', 'text\n', ['publisher-no-front-matter']],
  ['publish', 'text\n', ['publisher-hides']],
  ['hugo', LIST, ['publisher-list']],
  ['eleventy', LIST, []],
  ['publish', LIST, ['publisher-hides']],
  ['hugo', '---\na: [\n---\ntext\n', ['unsound-front-matter']],
])('%s, a note without properties of its own: %j', (id, text, expected) => {
  expect(problems(id, text)).toEqual(expected);
});

test('a publisher that needs only a date misses it in a note without properties', () => {
  const publisher = { ...PUBLISHERS.astro, refuses: [] };
  expect(checkProperties('text\n', null, publisher)).toEqual([
    { problem: 'publisher-no-date', property: null },
  ]);
});

test('a note that was made ready for a publisher has no problem', () => {
  for (const [id, { flag, date }] of Object.entries(PUBLISHERS)) {
    const lines = [
      `${flag.property}: ${flag.ready}`,
      ...(date ? [`${date.property}: 2024-03-14T08:21:56`] : []),
    ];
    expect(problems(id as PublisherId, `---\n${lines.join('\n')}\n---\n`)).toEqual([]);
    const hidden = `---\n${[`${flag.property}: ${flag.draft}`, ...lines.slice(1)].join('\n')}\n---\n`;
    expect(problems(id as PublisherId, hidden)).toEqual([`${flag.property}: publisher-hides`]);
  }
});
