import { messages } from '../../core/i18n';

/** Appends the text that a reason is about. */
export function reasonWithQuote(reason: string, quote: string): string {
  if (quote.trim() === '') return reason;
  return messages().runs.named(reason, quote.length > 80 ? `${quote.slice(0, 80)}…` : quote);
}
