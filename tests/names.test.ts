import ts from 'typescript';
import { sourceFiles } from './source-files';

/** Words that names must not contain, with the standard words to use instead. */
const INSTEAD: Readonly<Partial<Record<string, string>>> = {
  address: 'url',
  addresses: 'urls',
  anew: 'again',
  board: 'group index',
  desk: 'controller or context',
  dialect: 'template',
  due: 'needs repair',
  fact: 'details or properties',
  facts: 'details or properties',
  fold: 'collapse',
  folded: 'collapsed',
  foot: 'footer',
  heard: 'what was passed in',
  look: 'read or scan',
  looked: 'the result of what was read',
  looking: 'reading or scanning',
  mend: 'fix',
  mended: 'fixed',
  remember: 'cache',
  remembered: 'cached',
  remembers: 'caches',
  said: 'text or result',
  shelf: 'group',
  shelves: 'groups',
  sound: 'valid',
  stead: 'empty state',
  stretch: 'range',
  stretches: 'ranges',
  tell: 'detect or show',
  telling: 'specific',
  told: 'detected',
  unfold: 'expand',
  unfolded: 'expanded',
  unsound: 'invalid',
};

/** Words that names must not contain next to each other. */
const INSTEAD_OF_PAIRS: Readonly<Partial<Record<string, string>>> = {
  'in hand': 'active or current',
  'known by': 'recognized by',
  'left out': 'excluded',
  'pass over': 'skip',
  'passed over': 'skipped',
  'start anew': 'reset',
  'take back': 'undo',
  'take over': 'import or replace',
  'taken over': 'imported or replaced',
  'way back': 'undo',
};

interface Exception {
  /** Why the word is right there. */
  readonly reason: string;
  readonly word: string;
  readonly files: readonly string[];
}

/** Files in which such a word has its standard sense. */
const EXCEPTIONS: readonly Exception[] = [
  {
    reason: 'an IP address, in the code that refuses private hosts',
    word: 'address',
    files: ['src/cli/images/checked-lookup.mts', 'src/core/images/private-hosts.ts'],
  },
  {
    reason: 'IP addresses, in the code that refuses private hosts',
    word: 'addresses',
    files: ['src/cli/images/checked-lookup.mts'],
  },
  {
    reason: 'a field of the JSON that `scan --json` prints, whose names never change',
    word: 'dialect',
    files: ['src/core/report/json.ts'],
  },
];

interface Name {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** All identifiers of a source text, found by the compiler's own parser: never parts of strings or comments. */
function namesIn(file: string, text: string): readonly Name[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const names: Name[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      names.push({ file, line: line + 1, text: node.text });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

/** The words of a name, in lowercase: `takeOver` → `take over`. */
function wordsOf(name: string): string {
  const parts = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2');
  return parts
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** What to say instead of a name; null for a good one. */
function betterName({ text, file }: Name): string | null {
  const words = wordsOf(text);
  const pair = Object.keys(INSTEAD_OF_PAIRS).find((phrase) => ` ${words} `.includes(` ${phrase} `));
  if (pair !== undefined) return INSTEAD_OF_PAIRS[pair] ?? null;
  const allowed = EXCEPTIONS.filter(({ files }) => files.includes(file)).map(({ word }) => word);
  const wrong = words.split(' ').find((word) => !allowed.includes(word) && INSTEAD[word]);
  return wrong === undefined ? null : (INSTEAD[wrong] ?? null);
}

test('names in src use the standard words', () => {
  const wrong = sourceFiles().flatMap(({ path, text }) => {
    const file = `src/${path}`;
    return namesIn(file, text).flatMap((name) => {
      const better = betterName(name);
      return better === null ? [] : [`${file}:${name.line}: ${name.text}, say ${better}`];
    });
  });
  expect(wrong).toEqual([]);
});

test.each([
  ['const toldBy = 1;', 'toldBy'],
  ['interface A { readonly takeOver: () => void }', 'takeOver'],
  ['class A { #shelf = 0 }', '#shelf'],
  ['const MAX_ADDRESS_LENGTH = 1;', 'MAX_ADDRESS_LENGTH'],
  ['const { desk: a } = b;', 'desk'],
])('%s is found', (text, name) => {
  const wrong = namesIn('src/a.ts', text).filter((one) => betterName(one) !== null);
  expect(wrong.map((one) => one.text)).toEqual([name]);
});

test('strings, comments and longer words are not names', () => {
  const text = "// The desk\nconst footer = 'shelf'; const soundness = `told`;";
  expect(namesIn('src/a.ts', text).filter((one) => betterName(one) !== null)).toEqual([]);
});
