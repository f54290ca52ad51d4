const SITES = 400;
const TAGS = [
  'reading',
  'garden',
  'history/maps',
  'history/ports',
  'kitchen/bread',
  '城市',
  '厨房',
];
const WORDS = ['river', 'stone', 'market', 'engine', 'paper', 'garden', 'lantern', '磁带', '海港'];

/** Saved articles by path, the same each time: a title, a source and tags each, over some years; every third is a draft. */
export function manyArticles(count: number): Record<string, string> {
  const articles: Record<string, string> = {};
  for (let i = 0; i < count; i++) articles[`Omnivore/${i % 100}/Article ${i}.md`] = articleText(i);
  return articles;
}

function articleText(i: number): string {
  const day = new Date(Date.UTC(2021, 0, 1) + i * 2_000_000).toISOString();
  const saved = `${day.slice(0, 10)} ${day.slice(11, 19)}`;
  const word = (step: number): string => WORDS[(i * step) % WORDS.length] ?? '';
  const site = `https://site-${(i * 7) % SITES}.example.org/${i}`;
  const slug = `article-${i}-18e${(0x10000000 + i).toString(16)}`;
  return [
    '---',
    `id: 4a7c6a1e-e1f2-11ee-8a3c-${(0x100000000000 + i).toString(16)}`,
    `title: ${word(1)} ${word(5)} ${word(7)} ${i}`,
    'tags:',
    `  - ${TAGS[i % TAGS.length]}`,
    ...(i % 4 === 0 ? ['  - RSS'] : []),
    `date_saved: ${saved}`,
    ...(i % 3 === 0 ? ['draft: true'] : []),
    '---',
    '',
    `# ${word(1)} ${word(5)} ${word(7)} ${i}`,
    '#Omnivore',
    '',
    `[Read on Omnivore](https://omnivore.app/me/${slug})`,
    `[Read Original](${site})`,
    '',
    'One paragraph of what the article says, which is not long.',
    '',
  ].join('\n');
}
