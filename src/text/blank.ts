import type { Span } from './edit';

/** The same text with the spans blanked by spaces; offsets and line breaks are kept. */
export function blank(text: string, spans: readonly Span[]): string {
  let result = '';
  let at = 0;
  for (const { from, to } of spans) {
    result += text.slice(at, from) + text.slice(from, to).replace(/[^\r\n]/g, ' ');
    at = to;
  }
  return result + text.slice(at);
}
