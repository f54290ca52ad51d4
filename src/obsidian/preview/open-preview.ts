import { messages } from '../../core/i18n';
import type { RepairId } from '../../core/repairs';
import { notify } from '../components/notify';
import type { PluginContext } from '../plugin-context';
import { PreviewModal } from './preview-modal';

/** Opens the preview of a repair. While a run is active, shows a notice instead. */
export function openPreview(
  context: PluginContext,
  paths: readonly string[],
  only: readonly RepairId[] | null = null,
): void {
  if (context.runController.current) return void notify(messages().commands.isRunning);
  context.open(new PreviewModal(context, paths, only));
}

/** Like `openPreview`, for unproxying images in notes that are not saved articles. */
export function openOwnImagesPreview(context: PluginContext, paths: readonly string[]): void {
  if (context.runController.current) return void notify(messages().commands.isRunning);
  context.open(new PreviewModal(context, paths, ['proxied-images'], true));
}
