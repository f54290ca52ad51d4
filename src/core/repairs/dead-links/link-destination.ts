/** Parsers give up on parentheses nested deeper. */
const MOST_NESTED = 30;
/** What ends a destination, a table's cell or the code before it, opens a comment or another link, or is read as something else. */
const NOT_WRITABLE = /[\s\p{Cc}<>"`|\\]|%%|\[\[|&(?:[a-z][a-z0-9]*|#[0-9]+|#x[0-9a-f]+);/iu;

/** How a URL is written as the destination of a Markdown link, so that parsers read exactly that URL; null where it can't be. */
export function linkDestination(url: string): string | null {
  if (url === '' || NOT_WRITABLE.test(url)) return null;
  return hasBalancedParentheses(url) ? url : `<${url}>`;
}

function hasBalancedParentheses(url: string): boolean {
  let depth = 0;
  for (const char of url) {
    if (char === '(') depth++;
    if (char === ')') depth--;
    if (depth < 0 || depth > MOST_NESTED) return false;
  }
  return depth === 0;
}
