import type { PanelRow } from '../../core/library/view';

/** What a key does in the tree. */
export type TreeStep =
  | { readonly kind: 'go'; readonly to: number }
  | { readonly kind: 'toggle'; readonly at: number }
  | { readonly kind: 'expand-all'; readonly depth: number }
  | { readonly kind: 'enter'; readonly at: number }
  | { readonly kind: 'menu'; readonly at: number };

/** The keys of the WAI-ARIA tree pattern, but for typing ahead; null for a key that means nothing here. `at` is −1 before any row is chosen. */
export function treeStep(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  rows: readonly PanelRow[],
  at: number,
): TreeStep | null {
  const last = rows.length - 1;
  if (last < 0) return null;
  const row = rows[at];
  switch (key) {
    case 'ArrowDown':
      return { kind: 'go', to: Math.min(at + 1, last) };
    case 'ArrowUp':
      return { kind: 'go', to: Math.max(at - 1, 0) };
    case 'Home':
      return { kind: 'go', to: 0 };
    case 'End':
      return { kind: 'go', to: last };
  }
  if (!row) return null;
  const isOpen = row.kind === 'group' && row.expanded;
  switch (key) {
    case 'ArrowRight':
      if (row.kind === 'article') return null;
      return isOpen ? { kind: 'go', to: Math.min(at + 1, last) } : { kind: 'toggle', at };
    case 'ArrowLeft':
      return isOpen ? { kind: 'toggle', at } : { kind: 'go', to: parentOf(rows, at) };
    case 'Enter':
    case ' ':
      return { kind: 'enter', at };
    case '*':
      return { kind: 'expand-all', depth: row.depth };
    case 'ContextMenu':
      return { kind: 'menu', at };
    case 'F10':
      return shiftKey ? { kind: 'menu', at } : null;
  }
  return null;
}

/** The next row whose name begins with what was typed, from the row after `at` on and around; null where there is none. */
export function typeAhead(
  typed: string,
  rows: readonly PanelRow[],
  at: number,
  nameOf: (row: PanelRow) => string,
): number | null {
  const [letter = ''] = typed;
  // One more of the same letter goes on; a longer word may be the row's it is on.
  const isOneLetter = typed === letter.repeat(typed.length);
  const wanted = (isOneLetter ? letter : typed).toLocaleLowerCase();
  const from = isOneLetter ? at + 1 : Math.max(at, 0);
  for (let i = 0; i < rows.length; i++) {
    const index = (from + i) % rows.length;
    const row = rows[index];
    if (row && nameOf(row).toLocaleLowerCase().startsWith(wanted)) return index;
  }
  return null;
}

function parentOf(rows: readonly PanelRow[], at: number): number {
  const depth = rows[at]?.depth ?? 0;
  for (let i = at - 1; i >= 0; i--) if ((rows[i]?.depth ?? 0) < depth) return i;
  return at;
}
