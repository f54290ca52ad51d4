import type { App } from 'obsidian';
import { messages } from '../../core/i18n';
import type { Candidate } from '../../core/duplicates/candidate';
import type { DuplicateGroup } from '../../core/duplicates/find-duplicates';
import { noteName } from '../../core/text/paths';
import type { ComparedText } from '../../core/report/compare-notes';
import { drawNoteLink } from '../components/note-link';

/** A group as the window shows it. */
export interface ShownDuplicates {
  readonly group: DuplicateGroup;
  /** In the order in which they were found, so that none moves if the user keeps another one. */
  readonly notes: readonly Candidate[];
  readonly chosen: boolean;
  /** False if a canvas shows the notes to remove, or they can't be read. */
  readonly canMerge: boolean;
  readonly open: boolean;
}

/** What an expanded group shows: the lines of its notes, and what a merge adds and updates. */
export interface GroupDetails {
  readonly texts: ReadonlyMap<string, ComparedText>;
  readonly added: readonly string[];
  readonly relinked: readonly string[];
}

/** What a user can do with a group. */
export interface DuplicateActions {
  readonly app: App;
  readonly choose: (wanted: boolean) => void;
  readonly toggle: () => void;
  readonly keep: (path: string) => void;
  readonly close: () => void;
}

/** Draws a group. Sets all content from notes as text, never as HTML. */
export function drawDuplicates(
  el: HTMLElement,
  shown: ShownDuplicates,
  details: GroupDetails | null,
  actions: DuplicateActions,
): void {
  el.empty();
  drawHead(el, shown, actions);
  if (!shown.open) return;
  const { keep } = shown.group;
  const words = messages().duplicates;
  const attr = { role: 'radiogroup', 'aria-label': words.keepWhich(keep.title) };
  const columns = el.createDiv({ cls: 'omnivore-rescue-duplicate-notes', attr });
  for (const note of shown.notes) {
    drawCandidate(columns, note, shown, details?.texts.get(note.path) ?? null, actions);
  }
  if (!details) return;
  drawAdded(el, noteName(keep.path), details.added);
  if (details.relinked.length === 0) return;
  el.createDiv({
    cls: 'omnivore-rescue-duplicate-heading',
    text: words.relinked(details.relinked.length),
  });
  for (const path of details.relinked)
    drawNoteLink(el.createDiv(), path, actions.app, actions.close);
}

function drawHead(
  el: HTMLElement,
  { group, notes, chosen, canMerge, open }: ShownDuplicates,
  { choose, toggle }: DuplicateActions,
): void {
  const words = messages().duplicates;
  const { title } = group.keep;
  const head = el.createDiv('omnivore-rescue-duplicate-head');
  const label = words.choose(title);
  const box = head.createEl('input', {
    type: 'checkbox',
    attr: { 'aria-label': label, 'data-part': 'choose' },
  });
  box.checked = chosen && canMerge;
  box.disabled = !canMerge;
  box.addEventListener('change', () => choose(box.checked));
  const attr = { 'aria-expanded': String(open), 'data-part': 'open' };
  const button = head.createEl('button', { cls: 'omnivore-rescue-note-open', attr });
  button.createSpan({ cls: 'omnivore-rescue-note-title', text: title, attr: { dir: 'auto' } });
  const about = words.about(words.by[group.by], notes.length);
  button.createSpan({ cls: 'omnivore-rescue-note-path', text: about });
  button.addEventListener('click', toggle);
}

function drawCandidate(
  el: HTMLElement,
  note: Candidate,
  { group }: ShownDuplicates,
  text: ComparedText | null,
  actions: DuplicateActions,
): void {
  const words = messages().duplicates;
  const isKept = note.path === group.keep.path;
  const column = el.createDiv('omnivore-rescue-duplicate-note');
  column.toggleClass('is-kept', isKept);
  const label = column.createEl('label');
  const name = `keep ${group.keep.keys[0] ?? ''}`;
  const radio = label.createEl('input', { type: 'radio', attr: { name, value: note.path } });
  radio.checked = isKept;
  radio.addEventListener('change', () => actions.keep(note.path));
  label.createSpan({ text: words.keep });
  drawNoteLink(column.createDiv(), note.path, actions.app, actions.close);
  const details = words.details(note.length, note.quotes, note.properties);
  column.createDiv({ cls: 'omnivore-rescue-reason', text: details });
  if (text) drawComparedText(column, note.path, text);
}

function drawComparedText(el: HTMLElement, path: string, { lines, more }: ComparedText): void {
  const words = messages().duplicates;
  // A part that scrolls must be reachable with the keyboard.
  const attr = { tabindex: '0', role: 'group', 'aria-label': path };
  const box = el.createDiv({ cls: 'omnivore-rescue-duplicate-text', attr });
  for (const { text, onlyHere } of lines) {
    const line = box.createDiv({ attr: { dir: 'auto' } });
    if (!onlyHere) line.setText(text);
    else {
      line.createSpan({ cls: 'omnivore-rescue-unseen', text: words.onlyHere });
      line.createEl('ins', { text });
    }
  }
  if (more > 0) box.createDiv({ cls: 'omnivore-rescue-reason', text: words.moreLines(more) });
}

function drawAdded(el: HTMLElement, name: string, added: readonly string[]): void {
  const words = messages().duplicates;
  const text = added.length === 0 ? words.nothingCarried(name) : words.carried(name);
  el.createDiv({ cls: 'omnivore-rescue-duplicate-heading', text });
  if (added.length === 0) return;
  const attr = { tabindex: '0', role: 'group', 'aria-label': text };
  const box = el.createDiv({ cls: 'omnivore-rescue-duplicate-text', attr });
  for (const line of added)
    box.createDiv({ attr: { dir: 'auto' } }).createEl('ins', { text: line });
}
