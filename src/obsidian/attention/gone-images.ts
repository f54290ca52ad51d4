import { TFile, type Plugin } from 'obsidian';
import { withOnlyImages } from '../../core/library/decisions';
import { imagesOfNote } from '../../core/runs/wanted-images';
import { withPauses } from '../../core/text/steps';
import { createYielder } from '../article-cache/yielder';
import { imageReader } from '../images/run-images';
import type { PluginContext } from '../plugin-context';

/** Stops listing an image that could not be saved as soon as its note does not show it any more. */
export function forgetGoneImages(plugin: Plugin, context: PluginContext): void {
  const { vault } = context.app;
  plugin.registerEvent(
    vault.on('modify', (file) => {
      const unsaved = context.decisions.current().get(file.path)?.images ?? [];
      if (file instanceof TFile && unsaved.length > 0) void forget(context, file);
    }),
  );
}

async function forget({ app, decisions, settings }: PluginContext, file: TFile): Promise<void> {
  try {
    const text = await app.vault.cachedRead(file);
    const steps = imagesOfNote(text, file.path, imageReader(settings()));
    const images = await withPauses(steps, createYielder());
    const urls = new Set(images.map(({ image }) => image.url));
    await decisions.change((all) => withOnlyImages(all, file.path, urls));
  } catch {
    // The note can't be read now, so nothing is known about its images.
  }
}
