import type { Row } from '../../library/view';
import type { PlaceAt } from '../row-list';

/** Where each row of a tree stands among those of its own shelf. */
export function placesInTree(rows: readonly Pick<Row, 'depth'>[]): PlaceAt {
  const counts: number[] = [];
  const shelves = new Int32Array(rows.length);
  const positions = new Int32Array(rows.length);
  /** By depth, the shelf whose rows are being counted. */
  const open: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    const depth = rows[i]?.depth ?? 0;
    open.length = Math.min(open.length, depth + 1);
    const shelf = (open[depth] ??= counts.push(0) - 1);
    shelves[i] = shelf;
    positions[i] = counts[shelf] = (counts[shelf] ?? 0) + 1;
  }
  return (index) => [positions[index] ?? 0, counts[shelves[index] ?? 0] ?? 0];
}
