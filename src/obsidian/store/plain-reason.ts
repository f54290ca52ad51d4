import { messages } from '../../core/i18n';

/**
 * Returns a sentence for a failed read or write, by its error code if it has one. It may not be an Error: on
 * phones, plain objects are thrown.
 */
export function plainReason(error: unknown): string {
  const details = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  const code = typeof details.code === 'string' ? details.code : '';
  const { reasons } = messages().runs;
  if (Object.hasOwn(reasons, code)) return reasons[code as keyof typeof reasons];
  return typeof details.message === 'string' ? details.message : String(error);
}
