/** Markdown parsers reject deeper nesting of parentheses. */
const MAX_NESTED = 30;
/** Characters that end a link, a table cell or code, open a comment or another link, or are decoded (`&amp;`). */
const NOT_WRITABLE = /[\s\p{Cc}<>"`|\\]|%%|\[\[|&(?:[a-z][a-z0-9]*|#[0-9]+|#x[0-9a-f]+);/iu;

/** Writes a URL as the destination of a Markdown link that parsers read as exactly this URL. Null if impossible. */
export function linkDestination(url: string): string | null {
  if (url === '' || NOT_WRITABLE.test(url)) return null;
  return hasBalancedParentheses(url) ? url : `<${url}>`;
}

function hasBalancedParentheses(url: string): boolean {
  let depth = 0;
  for (const char of url) {
    if (char === '(') depth++;
    if (char === ')') depth--;
    if (depth < 0 || depth > MAX_NESTED) return false;
  }
  return depth === 0;
}
