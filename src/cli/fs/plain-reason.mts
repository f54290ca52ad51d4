import { en } from '../../core/i18n/en';
import { errorCode } from './system-error.mts';

/** By error code; shared with the plugin. */
const REASONS: Readonly<Record<string, string>> = en.runs.reasons;

/** Returns a system error as a sentence. */
export function systemReason(error: unknown): string {
  return (
    REASONS[errorCode(error) ?? ''] ?? (error instanceof Error ? error.message : String(error))
  );
}
