import { messages } from '../../core/i18n';
import type { ChangeKey } from '../../core/repairs/skipped-changes';
import type { UnresolvedItem } from '../../core/report/json';
import { foundIn, unresolvedIn, type Choice, type PreviewNote } from '../../core/report/preview';
import { drawChange } from '../changes/draw-change';
import { drawChevron, drawOpen } from '../changes/row-parts';
import type { PreviewRow } from './preview-rows';

/** What a user can do in the rows. */
export interface RowActions {
  readonly repairs: () => Choice['repairs'];
  readonly selectionOf: (note: PreviewNote) => 'all' | 'some' | 'none';
  readonly hasChanged: (path: string) => boolean;
  readonly choose: (note: PreviewNote, wanted: boolean) => void;
  readonly chooseChange: (path: string, keys: readonly ChangeKey[], wanted: boolean) => void;
  readonly toggle: (path: string) => void;
  readonly showAll: (section: string) => void;
  readonly openLine: (path: string, line: number, event: MouseEvent) => void;
  readonly openFinding: (path: string, item: UnresolvedItem, event: MouseEvent) => void;
}

/** Draws a row of the preview. Sets all content from notes as text, never as HTML. */
export function drawPreviewRow(row: PreviewRow, el: HTMLElement, actions: RowActions): void {
  el.className = `omnivore-rescue-row is-${row.kind}`;
  if (row.kind === 'note') return drawPreviewNote(row, el, actions);
  if (row.kind === 'place') return drawPreviewPlace(row, el, actions);
  if (row.kind === 'more') {
    const attr = { 'data-part': 'more' };
    const text = messages().runs.preview.showAll(row.count);
    const button = el.createEl('button', { text, attr });
    button.addEventListener('click', () => actions.showAll(row.section));
    return;
  }
  el.createSpan({ text: row.text });
  if (row.kind !== 'unresolved') return;
  const { path, item } = row;
  const { openFinding } = messages().runs.preview;
  drawOpen(el, openFinding, (event) => actions.openFinding(path, item, event));
}

function drawPreviewNote(
  { note, open }: Extract<PreviewRow, { kind: 'note' }>,
  el: HTMLElement,
  actions: RowActions,
): void {
  const { runs } = messages();
  const repairs = actions.repairs();
  const label = runs.preview.choose(note.title);
  const box = el.createEl('input', {
    type: 'checkbox',
    attr: { 'aria-label': label, 'data-part': 'choose' },
  });
  const selection = actions.selectionOf(note);
  box.checked = selection === 'all';
  box.indeterminate = selection === 'some';
  box.disabled = foundIn(note, repairs) === 0;
  box.addEventListener('change', () => actions.choose(note, box.checked));
  const button = el.createEl('button', {
    cls: 'omnivore-rescue-note-open',
    attr: { 'aria-expanded': String(open), 'data-part': 'open' },
  });
  drawChevron(button, open);
  button.createSpan({ cls: 'omnivore-rescue-note-title', text: note.title, attr: { dir: 'auto' } });
  const about = aboutOf(note, repairs, actions.hasChanged(note.path));
  button.createSpan({ cls: 'omnivore-rescue-note-path', text: about });
  button.createSpan({ cls: 'omnivore-rescue-note-findings', text: countedFindings(note, repairs) });
  button.addEventListener('click', () => actions.toggle(note.path));
}

function drawPreviewPlace(
  { path, place, sideBySide, keys, isFirst, skipped }: Extract<PreviewRow, { kind: 'place' }>,
  el: HTMLElement,
  actions: RowActions,
): void {
  const { preview } = messages().runs;
  const line = (place.before[0] ?? place.after[0])?.number ?? 1;
  el.toggleClass('is-skipped', skipped);
  const gutter = el.createDiv('omnivore-rescue-gutter');
  if (isFirst) {
    const box = gutter.createEl('input', {
      type: 'checkbox',
      attr: { 'aria-label': preview.chooseChange(line), 'data-part': 'change' },
    });
    box.checked = !skipped;
    box.addEventListener('change', () => actions.chooseChange(path, keys, box.checked));
  }
  drawChange(el, place, sideBySide);
  drawOpen(el, preview.openLine(line), (event) => actions.openLine(path, line, event));
}

/** Returns the path, why the note is skipped, and how many findings need the user's attention. */
function aboutOf(note: PreviewNote, repairs: Choice['repairs'], hasChanged: boolean): string {
  const { runs, noteSkipped } = messages();
  const { path, problem } = note;
  const unresolved = unresolvedIn(note, repairs).length;
  const why = problem && (typeof problem === 'string' ? noteSkipped[problem] : problem.error);
  return [
    hasChanged ? runs.preview.changedMeanwhile : null,
    path,
    why,
    unresolved > 0 ? runs.preview.unresolvedCount(unresolved) : null,
  ]
    .filter(Boolean)
    .join(' · ');
}

function countedFindings({ counts, skipped }: PreviewNote, repairs: Choice['repairs']): string {
  const chosen = Object.keys(counts).map((name) => {
    const id = name as keyof typeof counts;
    return [id, repairs.has(id) ? counts[id] + skipped[id] : 0];
  });
  return messages().runs.findings(Object.fromEntries(chosen) as typeof counts);
}
