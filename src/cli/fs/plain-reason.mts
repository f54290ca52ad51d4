import { en } from '../../core/i18n/en';
import { codeOf } from './system-error.mts';

/** By error code; shared with the plugin. */
const REASONS: Readonly<Record<string, string>> = en.runs.reasons;

/** Returns a system error as a sentence. */
export function plainReason(error: unknown): string {
  return REASONS[codeOf(error) ?? ''] ?? (error instanceof Error ? error.message : String(error));
}
