import ts from 'typescript';
import { repairTexts } from '../../../src/core/i18n/repair-texts';
import { localeOf } from '../../../src/core/text/locale';
import { sourceFiles } from '../../source-files';

/** The files with texts: those of the languages, those of the repairs in a language, and what the command line prints. */
const FILES = sourceFiles().filter(({ path }) =>
  /^core\/i18n\/.*\.ts$|^core\/repairs\/[^/]+\/[a-z]{2}(?:-\w+)?\.ts$|^cli\/output\/[^/]+\.mts$/.test(
    path,
  ),
);

const { SyntaxKind } = ts;
const COMPARISONS: readonly ts.SyntaxKind[] = [
  SyntaxKind.EqualsEqualsToken,
  SyntaxKind.EqualsEqualsEqualsToken,
  SyntaxKind.ExclamationEqualsToken,
  SyntaxKind.ExclamationEqualsEqualsToken,
  SyntaxKind.GreaterThanToken,
  SyntaxKind.LessThanEqualsToken,
];

function isOne(node: ts.Node): boolean {
  return ts.isNumericLiteral(node) && node.text === '1';
}

/** Returns the comparisons with 1 in a source text. */
function comparedWithOne(source: string): readonly string[] {
  const file = ts.createSourceFile('a.ts', source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && COMPARISONS.includes(node.operatorToken.kind)) {
      if (isOne(node.left) || isOne(node.right)) found.push(node.getText());
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

test('no text decides by a comparison with 1 whether it is about one thing', () => {
  const wrong = FILES.flatMap(({ path, text }) =>
    comparedWithOne(text).map((comparison) => `${path}: ${comparison}`),
  );
  expect(wrong).toEqual([]);
  expect(FILES.length).toBeGreaterThan(40);
});

test.each([
  ['const a = (n: number) => (n === 1 ? "note" : "notes");', ['n === 1']],
  ['const a = notes.length > 1 ? "s" : "";', ['notes.length > 1']],
  ['const a = 1 == n;', ['1 == n']],
  ['const a = n === 0 || n === 10 || n + 1 > m;', []],
])('in %j it finds %j', (source, comparisons) => {
  expect(comparedWithOne(source)).toEqual(comparisons);
});

test.each([
  ['en', 1, 'exactly one'],
  ['en', 2, 'others'],
  ['zh', 1, 'exactly one'],
  ['zh', 21, 'others'],
  // In Russian, the form `one` is also for 21.
  ['ru', 1, 'exactly one'],
  ['ru', 21, 'ends in one'],
])('in %s, the text about %i things: %s', (tag, count, text) => {
  const forms = { '=1': 'exactly one', other: 'others' };
  const russian = { ...forms, one: 'ends in one' };
  expect(localeOf(tag).plural(count, tag === 'ru' ? russian : forms)).toBe(text);
});

test.each([
  ['en', 0, '0 images'],
  ['en', 1, '1 image'],
  ['en', 1480, '1,480 images'],
  ['zh', 1, '1 张图片'],
  ['zh', 1480, '1,480 张图片'],
] as const)('in %s, the images that are found: %i', (language, count, text) => {
  expect(repairTexts(language)['proxied-images'].found(count)).toBe(text);
});
