import type { Outcome } from './outcome';
import type { Planned } from './plan-notes';

/** Returns what a run would do with a planned note, if nothing changes meanwhile. */
export function outcomeOf(planned: Planned): Outcome {
  if (planned.kind === 'failed') return planned;
  const { path, plan } = planned;
  if (plan.detection.kind !== 'saved' && plan.findings.length === 0) return { kind: 'other', path };
  if (planned.kind === 'invalid-utf8') return { kind: 'left', path, reason: 'invalid-utf8' };
  return { kind: plan.edits.length > 0 ? 'repaired' : 'fine', path, findings: plan.findings };
}
