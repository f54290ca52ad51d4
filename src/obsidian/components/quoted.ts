import { messages } from '../../core/i18n';

/** Appends the text that a reason is about. */
export function quoted(reason: string, was: string): string {
  if (was.trim() === '') return reason;
  return messages().runs.named(reason, was.length > 80 ? `${was.slice(0, 80)}…` : was);
}
