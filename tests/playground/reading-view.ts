import type { App } from '../simulator/app';
import { setIcon } from '../simulator/icons';
import { MarkdownView } from '../simulator/markdown-view';
import { renderNote } from './render-note';
import { standInImage } from './stand-in-images';

/** Shows open notes as the app's reading view does, with a button that switches to their text. */
export function showReadingViews(app: App): void {
  let isReading = true;
  const views = new Map<MarkdownView, ReadingView>();
  const show = (): void => {
    const open = new Set<MarkdownView>();
    app.workspace.iterateAllLeaves(({ view }) => {
      if (view instanceof MarkdownView && view.file) open.add(view);
    });
    for (const view of views.keys()) if (!open.has(view)) views.delete(view);
    for (const view of open) {
      const reading = views.get(view) ?? newReadingView(view, change);
      views.set(view, reading);
      reading.show(app, isReading);
    }
  };
  const change = (): void => {
    isReading = !isReading;
    show();
  };
  // After the app itself has followed the change.
  const later = (): void => void setTimeout(show);
  for (const event of ['file-open', 'layout-change', 'editor-change'] as const) {
    app.workspace.on(event, later);
  }
  for (const event of ['modify', 'create', 'delete'] as const) app.vault.on(event, later);
  later();
}

interface ReadingView {
  readonly show: (app: App, isReading: boolean) => void;
}

function newReadingView(view: MarkdownView, change: () => void): ReadingView {
  const { contentEl } = view;
  const button = contentEl.createEl('button', 'clickable-icon playground-mode');
  button.addEventListener('click', change);
  const el = contentEl.createDiv('playground-reading');
  let shown = '';
  return {
    show(app, isReading) {
      view.currentMode = { type: isReading ? 'preview' : 'source' };
      contentEl.classList.toggle('is-reading', isReading);
      button.setAttribute('aria-label', isReading ? 'Edit' : 'Read');
      setIcon(button, isReading ? 'pencil' : 'book-open');
      const html = renderNote(view.file?.basename ?? '', view.editor.getValue(), (source) =>
        pictureOf(app, view, source),
      );
      if (!isReading || html === shown) return;
      shown = html;
      el.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
    },
  };
}

/** Files of the vault come from it; for the web, the stand-in answers. */
function pictureOf(app: App, view: MarkdownView, source: string): string | null {
  const svg = standInImage(source);
  if (svg !== null) return `data:image/svg+xml,${encodeURIComponent(svg)}`;
  const path = source.includes('://') ? '' : decodeURI(source);
  const file = app.metadataCache.getFirstLinkpathDest(path, view.file?.path ?? '');
  const bytes = file && app.vault.disk.files.get(file.path)?.bytes;
  if (!file || !bytes) return null;
  const type = file.extension === 'svg' ? 'svg+xml' : file.extension;
  return `data:image/${type};base64,${btoa(String.fromCharCode(...bytes))}`;
}
