import { en } from '../../core/i18n/en';
import { codeOf } from './system-error.mts';

/** By the system's codes; the plugin says the same. */
const REASONS: Readonly<Record<string, string>> = en.runs.reasons;

/** A system error in a sentence. */
export function plainReason(error: unknown): string {
  return REASONS[codeOf(error) ?? ''] ?? (error instanceof Error ? error.message : String(error));
}
