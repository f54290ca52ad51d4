import { messages } from '../i18n';

/** A failed read or write in a sentence, by the system's code where it gives one. */
export function plainReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const { reasons } = messages().runs;
  if (code in reasons) return reasons[code as keyof typeof reasons];
  return error instanceof Error ? error.message : String(error);
}
