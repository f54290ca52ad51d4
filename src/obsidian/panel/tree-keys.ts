import type { PanelRow } from '../../core/library/view';

/** The effect of a key in the tree. */
export type TreeStep =
  | { readonly kind: 'go'; readonly to: number }
  | { readonly kind: 'toggle'; readonly at: number }
  | { readonly kind: 'expand-all'; readonly depth: number }
  | { readonly kind: 'enter'; readonly at: number }
  | { readonly kind: 'menu'; readonly at: number }
  /** Selects the articles up to a row. */
  | { readonly kind: 'extend'; readonly to: number }
  | { readonly kind: 'toggle-selected'; readonly at: number }
  | { readonly kind: 'select-group'; readonly at: number }
  | { readonly kind: 'clear-selection' };

/** A key and its modifiers. `isMod` is Ctrl, or Command on a Mac. */
export interface PressedKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly isMod: boolean;
}

/**
 * Returns the effect of a key, as in the WAI-ARIA tree pattern with multiple selection. Null for a key
 * without an effect. Does not handle typing ahead. `at` is the index of the active row, or −1 if there is
 * none.
 */
export function treeStep(
  { key, shiftKey, isMod }: PressedKey,
  rows: readonly PanelRow[],
  at: number,
): TreeStep | null {
  const last = rows.length - 1;
  if (last < 0) return null;
  const row = rows[at];
  const kind = shiftKey ? 'extend' : 'go';
  switch (key) {
    case 'ArrowDown':
      return { kind, to: Math.min(at + 1, last) };
    case 'ArrowUp':
      return { kind, to: Math.max(at - 1, 0) };
    case 'Escape':
      return { kind: 'clear-selection' };
    case 'Home':
      return { kind, to: 0 };
    case 'End':
      return { kind, to: last };
  }
  if (!row) return null;
  if (isMod && key === ' ') return { kind: 'toggle-selected', at };
  if (isMod && key.toLowerCase() === 'a') return { kind: 'select-group', at };
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

/**
 * Returns the index of the next row whose name starts with the typed text, or null. The search wraps around.
 * It starts after the row `at`, or at that row if several different letters were typed.
 */
export function typeAhead(
  typed: string,
  rows: readonly PanelRow[],
  at: number,
  nameOf: (row: PanelRow) => string,
): number | null {
  const [letter = ''] = typed;
  // The same letter again moves to the next row. A longer text can still match the active row.
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

/** Letters belong to one word if each is typed within this time after the last one. */
const TYPE_AHEAD_MS = 600;

/** The word that the user types to find a row. */
export class TypedWord {
  #word = '';
  #typedAt = 0;

  /** Whether another letter would belong to the same word. */
  get isOpen(): boolean {
    return this.#word !== '' && performance.now() - this.#typedAt < TYPE_AHEAD_MS;
  }

  /** Adds a letter and returns the word. */
  add(letter: string): string {
    this.#word = (this.isOpen ? this.#word : '') + letter;
    this.#typedAt = performance.now();
    return this.#word;
  }
}
