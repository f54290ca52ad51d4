/** A system error's code, as `ENOENT`; null where it has none. It need not be an Error of this realm: Node's own are not in a test's. */
export function codeOf(error: unknown): string | null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : null;
}

/** A sentence of the system's as it stands in the middle of an error: `No permission.` → `no permission`. */
export function inError(sentence: string): string {
  const isWord = /^[A-Z](?:[a-z]| )/.test(sentence);
  const start = isWord ? sentence.charAt(0).toLowerCase() : sentence.charAt(0);
  return start + sentence.slice(1).replace(/\.$/, '');
}
