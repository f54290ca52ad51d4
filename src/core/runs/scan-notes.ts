import type { NoteStore } from './note-store';
import type { Surveyed } from './outcome';
import { plannedNotes, type Planned, type PlannerMaker } from './plan-notes';

/** Checks what is there and what would be repaired. Keeps no text. */
export async function* survey(
  paths: Iterable<string>,
  store: Pick<NoteStore, 'read'>,
  plannerFor: PlannerMaker,
): AsyncGenerator<Surveyed> {
  for await (const planned of plannedNotes(paths, store, plannerFor)) yield surveyed(planned);
}

/** Returns what a scan keeps of a planned note. */
export function surveyed(planned: Planned): Surveyed {
  if (planned.kind === 'failed') return planned;
  const { path, plan } = planned;
  const reason = planned.kind === 'invalid-utf8' ? planned.kind : null;
  if (plan.detection.kind !== 'saved') {
    const { findings } = plan;
    return findings.length > 0 ? { kind: 'own', path, findings, reason } : { kind: 'other', path };
  }
  const { articles, template, signal } = plan.detection;
  const note = { path, articles, template: template.id, signal, findings: plan.findings };
  return reason === null ? { kind: 'saved', ...note } : { kind: 'unwritable', reason, ...note };
}
