import { messages } from '../../core/i18n';
import type { RepairId } from '../../core/repairs/repair';
import { notify } from '../components/notify';
import type { Rescue } from '../plugin-context';
import { PreviewModal } from './preview-modal';

/** Opens the preview of a repair, unless a run is going on. */
export function openPreview(
  rescue: Rescue,
  paths: readonly string[],
  only: readonly RepairId[] | null = null,
): void {
  if (rescue.runController.current) return void notify(messages().commands.isRunning);
  rescue.open(new PreviewModal(rescue, paths, only));
}

/** Opens the preview of unproxying images in notes that are not saved articles, unless a run is active. */
export function openOwnImagesPreview(rescue: Rescue, paths: readonly string[]): void {
  if (rescue.runController.current) return void notify(messages().commands.isRunning);
  rescue.open(new PreviewModal(rescue, paths, ['proxied-images'], true));
}
