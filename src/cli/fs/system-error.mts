import { en } from '../../core/i18n/en';

/**
 * Returns the code of a system error (`ENOENT`), or null. The error can come from another realm: in
 * tests, Node's errors are not instances of the tests' Error.
 */
export function errorCode(error: unknown): string | null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : null;
}

/** Makes a sentence fit into the middle of an error message: `No permission.` → `no permission`. */
export function toErrorClause(sentence: string): string {
  const isWord = /^[A-Z](?:[a-z]| )/.test(sentence);
  const start = isWord ? sentence.charAt(0).toLowerCase() : sentence.charAt(0);
  return start + sentence.slice(1).replace(/\.$/, '');
}

/** Sentences by error code, shared with the plugin. */
const REASONS: Readonly<Record<string, string>> = en.runs.reasons;

/** Returns a system error as a sentence. */
export function systemReason(error: unknown): string {
  return (
    REASONS[errorCode(error) ?? ''] ?? (error instanceof Error ? error.message : String(error))
  );
}
