import { messages } from '../../core/i18n';
import type { RepairId } from '../../core/repairs';
import { notify } from '../components/notify';
import type { PluginContext } from '../plugin-context';
import { PreviewModal } from './preview-modal';

/** Opens the preview of a repair, unless a run is going on. */
export function openPreview(
  context: PluginContext,
  paths: readonly string[],
  only: readonly RepairId[] | null = null,
): void {
  if (context.runController.current) return void notify(messages().commands.isRunning);
  context.open(new PreviewModal(context, paths, only));
}

/** Opens the preview of unproxying images in notes that are not saved articles, unless a run is active. */
export function openOwnImagesPreview(context: PluginContext, paths: readonly string[]): void {
  if (context.runController.current) return void notify(messages().commands.isRunning);
  context.open(new PreviewModal(context, paths, ['proxied-images'], true));
}
