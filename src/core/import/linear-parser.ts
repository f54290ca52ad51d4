import type { Node } from 'node-html-parser';
import type { ParsePage } from './convert-pieces';

/** The converter's own (`nodeHtmlParserConfig` in its `utilities.ts`). */
const PARSER_OPTIONS = {
  lowerCaseTagName: true,
  comment: false,
  fixNestedATags: true,
  blockTextElements: { script: false, noscript: false, style: false },
};

/**
 * Loads the parser that the converter uses, and makes both take linear time. The parser creates each text
 * as a child of its element, and before it adds it to the element's children, it searches all of them for
 * it. It is never there, so with many short texts nearly all the time went into that.
 */
export async function loadParser(): Promise<ParsePage> {
  const { parse, HTMLElement } = await import('node-html-parser');
  HTMLElement.prototype.appendChild = function <T extends Node>(this: Node, node: T): T {
    if (node.parentNode !== this) node.remove();
    this.childNodes.push(node);
    node.parentNode = this as typeof node.parentNode;
    return node;
  };
  return (html) => parse(html, PARSER_OPTIONS);
}
