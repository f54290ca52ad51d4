/** Generates saved articles. The same seed gives the same notes, byte by byte. */

import { CHINESE, ENGLISH } from './words.mjs';

/** The base URL of Omnivore's image proxy. */
export const PROXY = 'https://proxy-prod.omnivore-image-cache.app';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** A generator of numbers in [0, 1) (Mulberry32). */
function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function below(random, limit) {
  return Math.floor(random() * limit);
}

function pick(random, list) {
  return list[below(random, list.length)];
}

function letters(random, length, from = LETTERS) {
  let text = '';
  for (let i = 0; i < length; i++) text += from[below(random, from.length)];
  return text;
}

function hex(random, length) {
  return letters(random, length, '0123456789abcdef');
}

function two(n) {
  return String(n).padStart(2, '0');
}

function englishSentence(random) {
  const words = Array.from({ length: 6 + below(random, 18) }, () => pick(random, ENGLISH));
  const [first, ...others] = words;
  return `${first[0].toUpperCase()}${first.slice(1)} ${others.join(' ')}.`;
}

function chineseSentence(random) {
  const comma = 4 + below(random, 12);
  return `${letters(random, comma, CHINESE)}，${letters(random, 5 + below(random, 20), CHINESE)}。`;
}

function sentence(random, language) {
  return language === 'zh' ? chineseSentence(random) : englishSentence(random);
}

function paragraph(random, language) {
  const sentences = Array.from({ length: 2 + below(random, 6) }, () => sentence(random, language));
  if (random() < 0.15) sentences.push(`See [${pick(random, ENGLISH)}](${address(random)}).`);
  if (random() < 0.1)
    sentences.push(`Try \`${pick(random, ENGLISH)}.${pick(random, ENGLISH)}()\`.`);
  if (random() < 0.15) sentences.push(`This is **${pick(random, ENGLISH)}** and _so on_.`);
  return sentences.join(language === 'zh' ? '' : ' ');
}

function address(random) {
  const host = `${pick(random, ENGLISH)}-${pick(random, ENGLISH)}.example`;
  return `https://${host}/${2019 + below(random, 6)}/${pick(random, ENGLISH)}-${hex(random, 8)}`;
}

/** Paragraphs to choose from. Generating every word again would take longer than all measurements. */
function makeStock(random) {
  const paragraphs = (language) => Array.from({ length: 800 }, () => paragraph(random, language));
  return { en: paragraphs('en'), zh: paragraphs('zh') };
}

function block(random, language, stock) {
  const chance = random();
  const text = pick(random, stock[language]);
  if (chance < 0.05) return `## ${sentence(random, language)}`;
  if (chance < 0.09) return `> ${text}`;
  if (chance < 0.13) return `- ${text}\n- ${sentence(random, language)}`;
  if (chance < 0.14)
    return `\`\`\`js\nconst ${pick(random, ENGLISH)} = ${below(random, 99)};\n\`\`\``;
  return text;
}

function image(random) {
  const size = random() < 0.3 ? '0x0' : `${200 + below(random, 3800)}x${100 + below(random, 2000)}`;
  const alt = random() < 0.4 ? sentence(random, 'en').slice(0, 30) : '';
  const picture = `![${alt}](${PROXY}/${size},s${letters(random, 43)}/${address(random)}.png)`;
  return random() < 0.15 ? `[${picture}](${address(random)})` : picture;
}

function moment(random) {
  const day = `${2021 + below(random, 4)}-${two(1 + below(random, 12))}-${two(1 + below(random, 28))}`;
  return `${day} ${two(below(random, 24))}:${two(below(random, 60))}:${two(below(random, 60))}`;
}

function head(random, language) {
  const title = sentence(random, language).slice(0, 60).trim();
  const saved = moment(random);
  const published = moment(random);
  const id = `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-8${hex(random, 3)}-${hex(random, 12)}`;
  const slug = `${pick(random, ENGLISH)}-${pick(random, ENGLISH)}-18e${hex(random, 8)}`;
  return [
    ...['---', `id: ${id}`, 'title: |', `  ${title}`, 'author: |'],
    ...[`  ${pick(random, ENGLISH)} ${pick(random, ENGLISH)}`, 'tags:'],
    ...[`  - ${pick(random, ENGLISH)}`, `  - ${pick(random, ENGLISH)}`],
    ...[`date_saved: ${saved}`, `date_published: ${published}`, 'draft: true', '---', ''],
    ...[`# ${title}`, '#Omnivore', '', `[Read on Omnivore](https://omnivore.app/me/${slug})`, ''],
    ...[`[Read Original](${address(random)})`, '', `date_saved: ${saved}`, ''],
    ...[`date_published: ${published}`, '', '--- ', '', '# Full Content: ', ''],
  ].join('\n');
}

/** If fewer bytes than this are left, no further block is added: half a block, so that the total is right on average. */
const LAST_BLOCK = 200;

/** Returns one note of about `bytes` bytes of UTF-8, or slightly more if it has many images. */
function note(random, { bytes, images }, stock) {
  const language = random() < 0.5 ? 'zh' : 'en';
  const parts = [head(random, language)];
  let room = bytes - Buffer.byteLength(parts[0]);
  const pictures = Array.from({ length: images }, () => image(random));
  for (const picture of pictures) room -= picture.length + 2;
  const blocks = [];
  while (room > LAST_BLOCK) {
    const made = block(random, language, stock);
    room -= Buffer.byteLength(made) + 2;
    blocks.push(made);
  }
  for (const picture of pictures) blocks.splice(below(random, blocks.length + 1), 0, picture);
  return `${parts[0]}\n${blocks.join('\n\n')}\n`;
}

/** Splits a whole number by weights into shares that add up to it. */
function shares(total, weights) {
  const sum = weights.reduce((a, b) => a + b, 0);
  let passed = 0;
  let given = 0;
  return weights.map((weight) => {
    passed += weight;
    const upTo = Math.round((total * passed) / sum);
    const share = upTo - given;
    given = upTo;
    return share;
  });
}

/** Yields `count` notes as `{ path, text }`: most of them short, some long, as saved articles are. */
export function* makeNotes({ count, bytes, images, seed = 20241115 }) {
  const random = seeded(seed);
  const stock = makeStock(random);
  const weights = Array.from({ length: count }, () => 0.15 - Math.log(1 - random()));
  const imageWeights = weights.map((weight) => weight * (0.2 + random()));
  const sizes = shares(bytes, weights);
  const pictures = shares(images, imageWeights);
  for (let i = 0; i < count; i++) {
    const text = note(random, { bytes: sizes[i], images: pictures[i] }, stock);
    yield { path: `Omnivore/${String(i).padStart(5, '0')}.md`, text };
  }
}

/** Yields notes as people write them, `{ path, text }` of 2 KB on average. None of them is a saved article. */
export function* makeOrdinaryNotes(count, seed = 20250307) {
  const random = seeded(seed);
  const stock = makeStock(random);
  for (let i = 0; i < count; i++) {
    const language = random() < 0.3 ? 'zh' : 'en';
    const title = sentence(random, language).slice(0, 40).trim();
    const blocks = Array.from({ length: 1 + below(random, 8) }, () =>
      block(random, language, stock),
    );
    const tasks =
      random() < 0.3 ? `- [ ] ${pick(random, ENGLISH)}\n- [x] [[${title}]] #todo\n\n` : '';
    const text = `${ordinaryHead(random)}# ${title}\n\n${tasks}${blocks.join('\n\n')}\n`;
    yield { path: `${pick(random, ENGLISH)}/${i}.md`, text };
  }
}

function ordinaryHead(random) {
  if (random() < 0.4) return '';
  const tags = `tags:\n  - ${pick(random, ENGLISH)}\n  - ${pick(random, ENGLISH)}`;
  return `---\ncreated: ${moment(random)}\n${tags}\naliases: []\n---\n\n`;
}

/** Returns the total bytes and proxied images of `count` notes: 17 KB and 13 images per note. */
export function amounts(count) {
  return { count, bytes: 17_200 * count, images: Math.round(12.935 * count) };
}

/** Returns notes as if read from files: `{ path, text, bytes }`, each text a flat string. */
export function textsOf(count) {
  return Array.from(makeNotes(amounts(count)), ({ path, text }) => {
    const bytes = Buffer.from(text);
    return { path, text: bytes.toString('utf8'), bytes: bytes.length };
  });
}

/** Returns one note of a given size in bytes, with the same number of images per byte as the others. */
export function makeNote(bytes, seed = 1) {
  const random = seeded(seed);
  const images = Math.round((bytes * 12.935) / 17_200);
  return Buffer.from(note(random, { bytes, images }, makeStock(random))).toString('utf8');
}
