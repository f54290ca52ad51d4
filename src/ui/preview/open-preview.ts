import { messages } from '../../i18n';
import type { RepairId } from '../../repairs/repair';
import { notify } from '../notify';
import type { Rescue } from '../rescue';
import { PreviewModal } from './preview-modal';

/** Opens the preview of a repair, unless a run is going on. */
export function openPreview(
  rescue: Rescue,
  paths: readonly string[],
  only: readonly RepairId[] | null = null,
): void {
  if (rescue.desk.current) return void notify(messages().commands.isRunning);
  rescue.open(new PreviewModal(rescue, paths, only));
}
