import { messages } from '../../core/i18n';
import { noteName } from '../../core/text/paths';
import { openArchived } from '../attention/resolve';
import { drawAttentionRow } from '../attention/attention-rows';
import { drawChange } from '../changes/draw-change';
import { drawChevron, drawOpen } from '../changes/row-parts';
import { drawNoteLink } from '../components/note-link';
import type { PluginContext } from '../plugin-context';
import type { ChangedRow, RunWindowRow } from './run-rows';

/** What a user can do in the rows. */
export interface RunRowActions {
  readonly context: PluginContext;
  /** Closes the window, because something else is shown. */
  readonly leave: () => void;
  readonly toggle: (path: string) => void;
  readonly undo: (path: string) => void;
  readonly openLine: (path: string, line: number, event: MouseEvent) => void;
}

/** Draws a row about a run. Sets all content from notes as text, never as HTML. */
export function drawRunRow(row: RunWindowRow, el: HTMLElement, actions: RunRowActions): void {
  const { context, leave } = actions;
  el.className = `omnivore-rescue-row is-${row.kind}`;
  switch (row.kind) {
    case 'changed':
      return drawChanged(row, el, actions);
    case 'place':
      return drawRunPlace(row, el, actions);
    case 'note':
      drawNoteLink(el, row.path, context.app, leave);
      el.createSpan({ cls: 'omnivore-rescue-reason', text: row.reason });
      if (row.url !== undefined) drawArchiveLink(el, row.url);
      return;
    case 'file':
    case 'status':
      return void el.createSpan({ text: row.text });
    case 'heading':
      if ('text' in row) return void el.createSpan({ text: row.text });
      return drawAttentionRow(row, el, context, leave);
    default:
      return drawAttentionRow(row, el, context, leave);
  }
}

function drawChanged(
  { path, about, open, canUndo }: Extract<ChangedRow, { kind: 'changed' }>,
  el: HTMLElement,
  { toggle, undo }: RunRowActions,
): void {
  const { run } = messages().runs;
  const button = el.createEl('button', {
    cls: 'omnivore-rescue-note-open',
    attr: { 'aria-expanded': String(open), 'data-part': 'open' },
  });
  drawChevron(button, open);
  const title = noteName(path);
  button.createSpan({ cls: 'omnivore-rescue-note-title', text: title, attr: { dir: 'auto' } });
  button.createSpan({ cls: 'omnivore-rescue-note-path', text: path });
  button.createSpan({ cls: 'omnivore-rescue-note-findings', text: about });
  button.addEventListener('click', () => toggle(path));
  if (!canUndo) return;
  const attr = { 'aria-label': run.undoNote(title), 'data-part': 'undo' };
  const undoEl = el.createEl('button', { text: run.undo, attr });
  undoEl.addEventListener('click', () => undo(path));
}

function drawRunPlace(
  { path, place, sideBySide }: Extract<ChangedRow, { kind: 'place' }>,
  el: HTMLElement,
  { openLine }: RunRowActions,
): void {
  const line = (place.after[0] ?? place.before[0])?.number ?? 1;
  drawChange(el, place, sideBySide);
  drawOpen(el, messages().runs.preview.openLine(line), (event) => openLine(path, line, event));
}

/** Draws a link to the copies of an image in the Wayback Machine. */
function drawArchiveLink(el: HTMLElement, url: string): void {
  const text = messages().images.openArchived;
  const link = el.createEl('a', { cls: 'external-link', text, href: '#' });
  link.addEventListener('click', (event) => {
    event.preventDefault();
    openArchived(url);
  });
}
