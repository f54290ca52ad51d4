import { messages } from '../../core/i18n';
import { changesIn, unresolvedIn, type Choice, type PreviewNote } from '../../core/report/preview';
import type { PreviewRow } from './preview-rows';

/** What a user can do in the rows. */
export interface RowActions {
  readonly choice: () => Choice;
  readonly choose: (path: string, wanted: boolean) => void;
  readonly toggle: (path: string) => void;
  readonly showAll: (section: string) => void;
}

/** Draws a row of the preview. Sets all content from notes as text, never as HTML. */
export function drawPreviewRow(row: PreviewRow, el: HTMLElement, actions: RowActions): void {
  el.className = `omnivore-rescue-row is-${row.kind}`;
  if (row.kind === 'note') drawNote(row, el, actions);
  if (row.kind === 'heading' || row.kind === 'left') el.createSpan({ text: row.text });
  if (row.kind === 'line') drawLine(row, el);
  if (row.kind === 'more') {
    const attr = { 'data-part': 'more' };
    const button = el.createEl('button', { text: messages().runs.preview.showAll, attr });
    button.addEventListener('click', () => actions.showAll(row.section));
  }
}

function drawNote(
  { note, open }: Extract<PreviewRow, { kind: 'note' }>,
  el: HTMLElement,
  { choice, choose, toggle }: RowActions,
): void {
  const { runs } = messages();
  const { repairs, without } = choice();
  const canRepair = changesIn(note, repairs) > 0;
  const label = runs.preview.choose(note.title);
  const box = el.createEl('input', {
    type: 'checkbox',
    attr: { 'aria-label': label, 'data-part': 'choose' },
  });
  box.checked = canRepair && !without.has(note.path);
  box.disabled = !canRepair;
  box.addEventListener('change', () => choose(note.path, box.checked));
  const button = el.createEl('button', {
    cls: 'omnivore-rescue-note-open',
    attr: { 'aria-expanded': String(open), 'data-part': 'open' },
  });
  button.createSpan({ cls: 'omnivore-rescue-note-title', text: note.title, attr: { dir: 'auto' } });
  button.createSpan({ cls: 'omnivore-rescue-note-path', text: aboutOf(note, repairs) });
  button.createSpan({ cls: 'omnivore-rescue-note-findings', text: findingsOf(note, repairs) });
  button.addEventListener('click', () => toggle(note.path));
}

/** Returns the path, why the note is skipped, and how many findings need the user's attention. */
function aboutOf(note: PreviewNote, repairs: Choice['repairs']): string {
  const { runs, noteSkipped } = messages();
  const { path, problem } = note;
  const unresolved = unresolvedIn(note, repairs).length;
  const why = problem && (typeof problem === 'string' ? noteSkipped[problem] : problem.error);
  return [path, why, unresolved > 0 ? runs.preview.unresolvedCount(unresolved) : null]
    .filter(Boolean)
    .join(' · ');
}

function findingsOf({ counts }: PreviewNote, repairs: Choice['repairs']): string {
  const chosen = Object.entries(counts).map(([id, count]) => {
    return [id, repairs.has(id as keyof typeof counts) ? count : 0];
  });
  return messages().runs.findings(Object.fromEntries(chosen) as typeof counts);
}

function drawLine({ sign, line }: Extract<PreviewRow, { kind: 'line' }>, el: HTMLElement): void {
  const { named, preview } = messages().runs;
  const gone = sign === '−';
  el.addClass(gone ? 'is-before' : 'is-after');
  el.createSpan({ cls: 'omnivore-rescue-sign', text: sign, attr: { 'aria-hidden': 'true' } });
  el.createSpan({
    cls: 'omnivore-rescue-unseen',
    text: named(gone ? preview.before : preview.after, ''),
  });
  const code = el.createEl('code');
  for (const { text, changed } of line) {
    if (changed) code.createEl(gone ? 'del' : 'ins', { text });
    else code.appendText(text);
  }
}
