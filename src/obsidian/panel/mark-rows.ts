import type { PanelRow } from '../../core/library/view';
import type { RowList } from '../components/virtual-list';
import type { Selection } from './selection';

/**
 * Marks the active row and the selected rows, visually and for screen readers. Without a selection, the
 * active row counts as selected.
 */
export function markRows(
  list: RowList<PanelRow>,
  active: string | null,
  { keys }: Selection,
): void {
  list.forEachDrawn((key, el) => {
    const isActive = key === active;
    el.toggleClass('is-active', isActive);
    el.toggleClass('is-selected', keys.has(key));
    const isSelected = keys.size > 0 ? keys.has(key) : isActive;
    if (isSelected) el.setAttribute('aria-selected', 'true');
    else el.removeAttribute('aria-selected');
  });
  const id = active === null ? null : (list.elementOf(active)?.id ?? null);
  if (id === null) list.all.removeAttribute('aria-activedescendant');
  else list.all.setAttribute('aria-activedescendant', id);
}
