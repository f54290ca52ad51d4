import type { PanelRow } from '../../core/library/view';
import type { PositionAt } from '../components/virtual-list';

/** Returns the position of each row in its own group of a tree, and the size of the group. */
export function treePositions(rows: readonly Pick<PanelRow, 'depth'>[]): PositionAt {
  const counts: number[] = [];
  const groups = new Int32Array(rows.length);
  const positions = new Int32Array(rows.length);
  /** For each depth, the group whose rows are being counted. */
  const open: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    const depth = rows[i]?.depth ?? 0;
    open.length = Math.min(open.length, depth + 1);
    const group = (open[depth] ??= counts.push(0) - 1);
    groups[i] = group;
    positions[i] = counts[group] = (counts[group] ?? 0) + 1;
  }
  return (index) => [positions[index] ?? 0, counts[groups[index] ?? 0] ?? 0];
}
