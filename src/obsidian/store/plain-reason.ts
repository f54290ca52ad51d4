import { messages } from '../../core/i18n';

/** A failed read or write in a sentence, by the system's code where it gives one. It need not be an Error: a phone's bridge throws objects. */
export function plainReason(error: unknown): string {
  const said = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  const code = typeof said.code === 'string' ? said.code : '';
  const { reasons } = messages().runs;
  if (Object.hasOwn(reasons, code)) return reasons[code as keyof typeof reasons];
  return typeof said.message === 'string' ? said.message : String(error);
}
