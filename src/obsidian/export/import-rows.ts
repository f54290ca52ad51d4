import { messages } from '../../core/i18n';
import { ADDITION_IDS } from '../../core/import/addition';
import type { ImportItem } from '../../core/import/import-item';
import { countAdditions } from '../../core/report/import-report';
import { hash } from '../../core/text/hash';
import type { MeasuredRow } from '../components/virtual-list';

/** A note that an import would complete or create. Does not keep its text. */
export interface ImportRow extends MeasuredRow {
  readonly kind: 'complete' | 'create';
  readonly path: string;
  /** `Full text · Highlights (3)`. */
  readonly text: string;
  /** The hash of the note when it was read; '' for a new note. */
  readonly hash: string;
}

const ROW_PX = 44;

/** Returns the row of an item, or null if the user can't select it. */
export function importRow(item: ImportItem): ImportRow | null {
  const { additions: names, importing } = messages();
  if (item.kind === 'create') {
    const { path } = item;
    return { key: path, height: ROW_PX, kind: 'create', path, text: importing.newNote, hash: '' };
  }
  if (item.kind !== 'complete') return null;
  const { path, additions } = item;
  const counts = countAdditions(additions);
  const text = ADDITION_IDS.filter((id) => counts[id] > 0)
    .map((id) => importing.addition(names[id], counts[id]))
    .join(' · ');
  return { key: path, height: ROW_PX, kind: 'complete', path, text, hash: hash(item.text) };
}
