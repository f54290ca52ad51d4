import ts from 'typescript';
import { sourceFiles } from './source-files';

/** Names that several files may declare, because they mean the same in each. */
const SAME_MEANING: readonly { readonly reason: string; readonly names: readonly string[] }[] = [
  {
    reason: 'a part of a repair; each repair names its parts alike',
    names: ['docs', 'en', 'examples', 'find', 'options', 'zh'],
  },
  {
    reason: 'the texts of the repairs in the language of the file',
    names: ['texts'],
  },
  {
    reason: 'what both programs do, each with the means of its own platform',
    names: [
      ...['createYielder', 'missingFolders', 'plannerFrom', 'removeIfEmpty', 'sleep'],
      ...['exportList', 'repair', 'scan', 'undo'],
    ],
  },
  {
    reason: 'flags of the operating system, taken from Node',
    names: ['O_CREAT', 'O_EXCL', 'O_WRONLY'],
  },
];

/**
 * Files that translate each other declare the same names: those of languages, and those of a repair in a language.
 * They count as one.
 */
function placeOf(path: string): string {
  return path
    .replace(/^core\/i18n\/[a-z]{2}(?:-\w+)?\//, 'core/i18n/*/')
    .replace(/^(core\/repairs\/[^/]+)\/[a-z]{2}(?:-\w+)?\.ts$/, '$1/*.ts');
}

/** Returns the names that a file declares at its top level, without those that it imports. */
function declaredNames(text: string): readonly string[] {
  const file = ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest);
  return file.statements.flatMap((statement) => {
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.flatMap(({ name }) => namesOf(name));
    }
    const isNamed =
      ts.isFunctionDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement);
    return isNamed && statement.name ? [statement.name.text] : [];
  });
}

function namesOf(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) =>
    ts.isBindingElement(element) ? namesOf(element.name) : [],
  );
}

/** Returns the names that files in several places declare, with the paths of the files. */
function homonyms(
  files: readonly { readonly path: string; readonly text: string }[],
): ReadonlyMap<string, readonly string[]> {
  const paths = new Map<string, Set<string>>();
  for (const { path, text } of files) {
    for (const name of declaredNames(text)) {
      paths.set(name, (paths.get(name) ?? new Set()).add(path));
    }
  }
  const several = [...paths].filter(([, all]) => new Set([...all].map(placeOf)).size > 1);
  return new Map(several.map(([name, all]) => [name, [...all].sort()]));
}

const FOUND = homonyms(sourceFiles());
const ALLOWED = SAME_MEANING.flatMap(({ names }) => names);

test('no name means two things: give one of them another name, or define it once and import it', () => {
  const wrong = [...FOUND].filter(([name]) => !ALLOWED.includes(name));
  expect(Object.fromEntries(wrong)).toEqual({});
});

test('every name that may be declared several times still is', () => {
  expect(ALLOWED.filter((name) => !FOUND.has(name))).toEqual([]);
});

test('names are found in all kinds of declarations, and only at the top level', () => {
  const text = `
    import { imported } from './b';
    const first = 1, { second, third: { fourth } } = { second: 2, third: { fourth: 4 } };
    export function fifth() { const inner = 1; return inner; }
    class Sixth {}
    interface Seventh {}
    type Eighth = string;
    export { first as ninth };
  `;
  expect(declaredNames(text)).toEqual([
    ...['first', 'second', 'fourth', 'fifth', 'Sixth', 'Seventh', 'Eighth'],
  ]);
});

test.each([
  ['core/a.ts', 'cli/b.mts', true],
  ['core/i18n/en/panel.ts', 'core/i18n/zh/panel.ts', false],
  ['core/i18n/en/panel.ts', 'core/i18n/pt-br/panel.ts', false],
  ['core/i18n/en/panel.ts', 'core/i18n/en/runs.ts', true],
  ['core/repairs/dates/en.ts', 'core/repairs/dates/zh.ts', false],
  ['core/repairs/dates/en.ts', 'core/repairs/dead-links/en.ts', true],
])('a name in %s and %s means two things: %s', (one, other, isHomonym) => {
  const text = 'export const texts = 1;';
  expect(
    homonyms([
      { path: one, text },
      { path: other, text },
    ]).has('texts'),
  ).toBe(isHomonym);
});
