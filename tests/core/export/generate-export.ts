import type { PlainFile } from './zip-of';

/** An article of a made-up library, with everything that its export contains about it. */
export interface MadeArticle {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly description: string | null;
  readonly author: string | null;
  readonly url: string;
  readonly state: 'Active' | 'Archived' | 'Unknown';
  readonly readingProgress: number;
  readonly labels: readonly string[];
  readonly savedAt: string;
  readonly updatedAt: string;
  readonly publishedAt: string | null;
  /** Sentences of its page; none if it has a PDF instead. */
  readonly paragraphs: readonly string[];
  /** Sentences of the page that were marked. */
  readonly highlights: readonly string[];
}

const WORDS =
  `tide clock harbour lantern ledger meadow granite willow copper signal anchor barley candle drizzle ember fathom gallery hollow
  island juniper kettle ladder marble needle orchard pebble quarry ribbon saddle thicket umbrella valley whistle yonder zephyr archive
  balance compass distant errand feather glacier horizon inkwell jigsaw kindle lattice mosaic narrow outpost parcel quiver ramble`.split(
    /\s+/,
  );
const LABELS = ['Long reads', 'RSS', 'history', 'work/later', 'maps & charts'];
const PROXY =
  'https://proxy-prod.omnivore-image-cache.app/0x0,sQ3xXYb0w1d2e3f4g5h6i7j8k9l0m1n2o3p4q5r6s7t8/';
const FIRST_SAVED = Date.UTC(2021, 9, 1);
const PAGE_SIZE = 20;

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A library of so many articles; the same for the same seed. */
export function makeLibrary(seed: number, count: number): readonly MadeArticle[] {
  const random = randomOf(seed);
  return Array.from({ length: count }, (_, i) => makeArticle(random, i));
}

function makeArticle(random: () => number, i: number): MadeArticle {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const words = (count: number): string =>
    Array.from({ length: count }, () => pick(WORDS)).join(' ');
  const sentence = (): string => capital(`${words(8 + Math.floor(random() * 14))} ${i}.`);
  const title = capital(`${words(3)} ${i}`);
  const saved = FIRST_SAVED + i * 7_200_000 + Math.floor(random() * 3_600_000);
  const hasPdf = i % 50 === 49;
  const paragraphs = hasPdf ? [] : Array.from({ length: 12 + Math.floor(random() * 30) }, sentence);
  const progress = pick([0, 0, 12, 57, 100]);
  return {
    id: uuidOf(random),
    slug: `${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${saved.toString(16)}`,
    title,
    description: random() < 0.7 ? sentence() : null,
    author: random() < 0.7 ? capital(words(2)) : null,
    url: i % 37 === 36 ? `https://omnivore.app/no_url?q=${uuidOf(random)}` : urlOf(words(1), i),
    state: i % 101 === 100 ? 'Unknown' : pick(['Active', 'Archived']),
    readingProgress: progress,
    labels: LABELS.filter(() => random() < 0.25),
    savedAt: new Date(saved).toISOString(),
    updatedAt: new Date(saved + 86_400_000).toISOString(),
    publishedAt: random() < 0.6 ? new Date(saved - 86_400_000).toISOString() : null,
    paragraphs,
    highlights: paragraphs.filter((_, at) => at % 9 === 4 && i % 3 === 0),
  };
}

function urlOf(host: string, i: number): string {
  return `https://${host}.example/articles/${i}?page=${i}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function uuidOf(random: () => number): string {
  const hex = Array.from({ length: 30 }, () => Math.floor(random() * 16).toString(16)).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-8${hex.slice(15, 18)}-${hex.slice(18)}`;
}

/** An article's page, as Omnivore made it readable. */
export function pageOf({ title, paragraphs, slug }: MadeArticle): string {
  const src = `https://images.example/${slug}.png`;
  const [first = '', ...rest] = paragraphs.map((it) => `<p data-omnivore-anchor-idx="3">${it}</p>`);
  return (
    `<DIV id="readability-content"><DIV class="page" id="readability-page-1"><h2>${title}</h2>${first}` +
    `<p><img src="${PROXY}${src}" data-omnivore-original-src="${src}" alt="A chart"></p>` +
    `${rest.join('\n')}<script>track()</script></DIV></DIV>`
  );
}

/** The highlights of an article, as Omnivore's export wrote them. */
function highlightsFileOf({ highlights }: MadeArticle): string {
  const noted = highlights.map(
    (quote, i) =>
      `> ${quote} ${i % 2 === 0 ? '\n\n#marked' : ''}${i % 3 === 0 ? '\n\nMy thought' : ''}`,
  );
  return noted.join('\n\n');
}

/** The files of the export of a library, in the order in which Omnivore wrote them. */
export function exportFilesOf(library: readonly MadeArticle[]): readonly PlainFile[] {
  const files: PlainFile[] = [];
  for (let from = 0; from < library.length; from += PAGE_SIZE) {
    const page = library.slice(from, from + PAGE_SIZE);
    const items = page.map(({ paragraphs: _, highlights: __, ...item }) => ({
      ...item,
      thumbnail: null,
    }));
    files.push({
      name: `metadata_${from}_to_${from + page.length}.json`,
      content: JSON.stringify(items, null, 2),
    });
    for (const [i, article] of page.entries())
      files.push(...filesOf(article, (from + i) % 11 === 10));
  }
  return files;
}

/** `twice`: as for an item that was not in Omnivore's cache. */
function filesOf(article: MadeArticle, twice: boolean): readonly PlainFile[] {
  const { slug, paragraphs, highlights } = article;
  const page =
    paragraphs.length > 0
      ? { name: `content/${slug}.html`, content: pageOf(article) }
      : { name: `content/${slug}.pdf`, content: `%PDF-1.4\n${slug}\n%%EOF\n` };
  const marked = { name: `highlights/${slug}.md`, content: highlightsFileOf(article) };
  return [page, ...(twice ? [page] : []), ...(highlights.length > 0 ? [marked] : [])];
}
