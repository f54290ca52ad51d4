import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

/** A regular expression of the sources, and where it is. */
export interface SourceExpression {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression in a folder's TypeScript: literals, and `new RegExp` of texts that the same file names. */
export function expressionsIn(folder: string): readonly SourceExpression[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.m?ts$/.test(file))
    .sort()
    .flatMap((file) => expressionsOf(file, readFileSync(join(folder, file), 'utf8')));
}

/** Throws if a part of an expression is known only when the program runs. */
export function expressionsOf(file: string, text: string): readonly SourceExpression[] {
  const parsed = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: SourceExpression[] = [];
  const constants = new Map<string, ts.Expression>();
  const placeOf = (node: ts.Node): string =>
    `${file}:${String(parsed.getLineAndCharacterOfPosition(node.getStart()).line + 1)}`;
  const valueOf = (node: ts.Expression): string => {
    if (ts.isStringLiteralLike(node)) return node.text;
    if (ts.isIdentifier(node) && constants.has(node.text)) {
      return valueOf(constants.get(node.text) as ts.Expression);
    }
    const raw = ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'String.raw';
    const template = raw ? node.template : node;
    const textOf = (part: ts.TemplateLiteralLikeNode): string =>
      (raw ? part.rawText : part.text) ?? part.text;
    if (ts.isNoSubstitutionTemplateLiteral(template)) return textOf(template);
    if (ts.isTemplateExpression(template)) {
      const parts = template.templateSpans.map(
        (span) => valueOf(span.expression) + textOf(span.literal),
      );
      return textOf(template.head) + parts.join('');
    }
    if (ts.isBinaryExpression(node)) return valueOf(node.left) + valueOf(node.right);
    if (ts.isParenthesizedExpression(node)) return valueOf(node.expression);
    throw new Error(`${placeOf(node)}: a regular expression of unknown text`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) {
      constants.set(node.name.text, node.initializer);
    }
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({
        place: placeOf(node),
        source: node.text.slice(1, end),
        flags: node.text.slice(end + 1),
      });
    } else if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp') {
      const [source, flags] = node.arguments ?? [];
      if (source) {
        found.push({
          place: placeOf(node),
          source: valueOf(source),
          flags: flags ? valueOf(flags) : '',
        });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}
