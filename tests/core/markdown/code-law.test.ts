import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as specification from 'commonmark-spec';
import * as fc from 'fast-check';
import { parseYaml } from '../../../src/cli/parse-yaml.mts';
import { parseNote } from '../../../src/core/markdown/note';
import { plan } from '../../../src/core/repairs/plan';
import { LAWS, planCase } from '../../laws';
import { anyCase } from '../../generate-notes';
import { plannerFor } from '../../planner-for';
import { allFixtures } from '../../read-fixtures';
import { placesIn, placeToMarkdownIt, type Place } from './independent-code';

/**
 * Code is never edited, and prose is never skipped silently: both ways, as independent parsers see it.
 * `LAW_RUNS` and `LAW_SEED` choose more notes and others; `OMNIVORE_CORPUS` names a folder of real notes.
 */
const RUNS = Number(process.env.LAW_RUNS ?? 2000);
const SEED = Number(process.env.LAW_SEED ?? 20241115);
const MINUTES = 60_000;
const CORPUS = process.env.OMNIVORE_CORPUS ?? '';

const PROXY = 'https://proxy-prod.omnivore-image-cache.app/0x0,s3xXYAesk0QkvbVYh9g5r4/';

type Ours = 'code' | 'doubtful' | 'prose';

function contradicts(theirs: Place, ours: Ours): boolean {
  return (theirs === 'code' && ours === 'prose') || (theirs === 'prose' && ours === 'code');
}

/** Obsidian's comments, which CommonMark does not know: between two `%%`. */
function isBetweenPercents(body: string, offset: number): boolean {
  return body.lastIndexOf('%%', offset) >= 0 && body.includes('%%', offset);
}

/** Where we contradict the parsers about one of the offsets. A place that they judge differently is not asked about. */
function contradictions(text: string, offsets: readonly number[]): readonly string[] {
  const note = parseNote(text, parseYaml);
  const body = text.slice(note.bodyFrom);
  let places: ReturnType<typeof placesIn> | null = null;
  return offsets.flatMap((offset) => {
    const at = offset - note.bodyFrom;
    if (at < 0) return [];
    const ours = note.inDoubtfulCode(offset) ? 'doubtful' : note.inCode(offset) ? 'code' : 'prose';
    const theirs = (places ??= placesIn(body))(at);
    if (!contradicts(theirs, ours)) return [];
    if (ours === 'code' && isBetweenPercents(body, at)) return [];
    if (!body.includes('$$')) {
      const marked = `${body.slice(0, at)}qqq${body.slice(at)}`;
      if (!contradicts(placeToMarkdownIt(marked, 'qqq'), ours)) return [];
    }
    return [`${JSON.stringify(body.slice(Math.max(0, at - 60), at + 20))}: ${theirs}, not ${ours}`];
  });
}

function offsetsOf(text: string, word: string): readonly number[] {
  return [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => index);
}

const INDENTS = ['', '', '', '', ' ', '  ', '   ', '    ', '\t', '      ', '\t\t', '  \t'];
const MARKERS = [
  '',
  '',
  '',
  '> ',
  '>',
  '- ',
  '* ',
  '1. ',
  '> > ',
  '> - ',
  '- - ',
  '-\t',
  '-     ',
  '[^1]: ',
];
const LINES = [
  '',
  '',
  '```',
  '```',
  '```js',
  '~~~',
  '~~~~ a',
  '````',
  '$$',
  '$$ x',
  '---',
  '===',
  '***',
  '# h ` @',
  '|-|-|',
  ':-:|--',
  '<!--',
  '-->',
  'x -->',
  '<pre>',
  '</pre>',
  '<div>',
  '<DIV @>',
  '</div>',
  '<script>',
  '</script>',
  '<i>',
  '<i a="',
  '<style @',
  '<?php',
  '?>',
  '<!X',
  '| a | ` | @',
  '-',
  '1.',
  '>',
  '<img src="@">',
  '<textarea>',
  '@',
  '` @',
  '@ `',
];
const BITS = [
  '@',
  '@',
  ' @ ',
  'word ',
  '`',
  '``',
  '```',
  '\\`',
  '\\\\',
  '<!--',
  '-->',
  '<pre>',
  '</pre>',
  '<code>',
  '</code>',
  '$$',
  '$',
  '<a href="`">',
  "<b c='",
  '<ftp:a`>',
  '|',
  '\\|',
  '<?',
  '?>',
  '<!A',
  '>',
  '<![CDATA[',
  ']]>',
  '<x@y.z>',
  '"',
  '<div>',
  '<br/>',
];
const strayLine: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...INDENTS),
    fc.constantFrom(...MARKERS),
    fc.oneof(
      fc.constantFrom(...LINES),
      fc.array(fc.constantFrom(...BITS), { maxLength: 6 }).map((bits) => bits.join('')),
    ),
  )
  .map((parts) => parts.join(''));
/** Bodies full of delimiters that belong to nothing. */
const strayBody = fc
  .tuple(fc.array(strayLine, { minLength: 1, maxLength: 9 }), fc.constantFrom('\n', '\n', '\r\n'))
  .map(([lines, end]) => lines.join(end) + end);

test(
  'in bodies full of stray delimiters',
  () => {
    fc.assert(
      fc.property(strayBody, (body) => {
        const text = body.replaceAll('@', 'PLACE');
        expect(contradictions(text, offsetsOf(text, 'PLACE'))).toEqual([]);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  },
  60 * MINUTES,
);

/** What a plan does with each proxied image must fit what the parsers call its place. */
function imagesContradict(text: string): readonly string[] {
  const { findings } = plan(
    text,
    'Omnivore/a.md',
    plannerFor({ repairs: { 'escaped-text': false } }),
  );
  const images = findings.filter(({ repair }) => repair === 'proxied-images');
  const wrong = contradictions(text, offsetsOf(text, 'https://proxy-prod\\.'));
  const note = parseNote(text, parseYaml);
  const edited = images.filter(({ edits, from }) => edits.length > 0 && note.inCode(from));
  return [...wrong, ...edited.map(({ before }) => `${before}: edited in code`)];
}

test(
  'in generated notes',
  () => {
    const holds = fc.property(anyCase, ({ text }) => {
      expect(imagesContradict(text)).toEqual([]);
    });
    fc.assert(holds, { seed: SEED, numRuns: RUNS });
  },
  60 * MINUTES,
);

test.each(allFixtures().map(({ name, before }) => [name, before]))('in %s', (_, text) => {
  expect(imagesContradict(text)).toEqual([]);
});

const corpus = existsSync(CORPUS) ? corpusNotes(CORPUS) : [];
(corpus.length > 0 ? test : test.skip)(
  `in the notes of a corpus (${corpus.length > 0 ? CORPUS : 'skipped: OMNIVORE_CORPUS names none'})`,
  () => {
    const wrong = corpus.flatMap((file) =>
      imagesContradict(readFileSync(file, 'utf8')).map((what) => `${file}: ${what}`),
    );
    expect(wrong).toEqual([]);
  },
  60 * MINUTES,
);

function corpusNotes(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join(folder, file));
}

describe('CommonMark’s own examples, with a proxied image in them', () => {
  const image = `![](${PROXY}https://example.org/a.png)`;
  const head =
    '---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\n---\n[Read on Omnivore](https://omnivore.app/me/a-18e3d1a2b3c)\n\n';
  /** The image instead of the first word, on a line of its own before and after, and inside each line. */
  const variants = (markdown: string): readonly string[] => [
    head + markdown.replace(/[A-Za-z]+/, () => image),
    `${head}${markdown}\n${image}\n`,
    `${head}${image}\n\n${markdown}`,
    head + markdown.replace(/\n/g, () => ` ${image}\n`),
  ];
  const examples = specification.tests.map(
    ({ section, number, markdown }) =>
      [`${number} (${section})`, markdown.replaceAll('→', '\t')] as const,
  );

  test('there are as many as the specification has', () => {
    expect(examples.length).toBeGreaterThan(600);
  });

  test.each(examples)('%s', (_, markdown) => {
    for (const text of variants(markdown)) {
      expect(imagesContradict(text)).toEqual([]);
      const planned = planCase({ text, settings: {}, dayFirst: null });
      for (const [, holds] of LAWS) holds(planned);
    }
  });
});
