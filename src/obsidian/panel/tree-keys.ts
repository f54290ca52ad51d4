import type { PanelRow } from '../../core/library/view';

/** What a key does in the tree. */
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

/** A key, and what was held down with it; `isMod`: Ctrl, on a Mac Command. */
export interface PressedKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly isMod: boolean;
}

/** The keys of the WAI-ARIA tree pattern with several selected rows, except for typing ahead; null for a key without a meaning here. `at` is −1 before any row is active. */
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

/** Letters that are typed within this time of each other belong to one word. */
const TYPE_AHEAD_MS = 600;

/** The word that is being typed to find a row. */
export class TypedWord {
  #word = '';
  #typedAt = 0;

  /** Whether another letter would belong to the same word. */
  get isOpen(): boolean {
    return this.#word !== '' && performance.now() - this.#typedAt < TYPE_AHEAD_MS;
  }

  /** Adds a letter, and returns the word. */
  add(letter: string): string {
    this.#word = (this.isOpen ? this.#word : '') + letter;
    this.#typedAt = performance.now();
    return this.#word;
  }
}
