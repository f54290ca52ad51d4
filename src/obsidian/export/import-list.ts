import { messages } from '../../core/i18n';
import {
  selectionOf,
  type ImportPreview,
  type ImportPreviewNote,
} from '../../core/report/import-preview';
import { noteName } from '../../core/text/paths';
import { drawChange } from '../changes/draw-change';
import { drawChevron } from '../changes/row-parts';
import { measureWrapping, type Wrapping } from '../changes/wrapping';
import { onResize } from '../components/on-resize';
import { RowList } from '../components/virtual-list';
import { aboutNote, importRows, type ImportRow } from './import-rows';

/** The notes of an import with what is added to them, each with a checkbox. */
export class ImportList {
  /** Keys of the additions that the user unchecked, by path. */
  readonly unwanted = new Map<string, ReadonlySet<string>>();
  readonly #preview: ImportPreview;
  readonly #opened = new Set<string>();
  readonly #onChange: () => void;
  readonly #list: RowList<ImportRow>;
  #wrapping: Wrapping = { columns: 80, sideBySide: false };
  #width = -1;

  /** `onChange` is called when the user's choice changes. */
  constructor(parent: HTMLElement, preview: ImportPreview, onChange: () => void) {
    this.#preview = preview;
    this.#onChange = onChange;
    const [first] = preview.notes;
    if (first) this.#opened.add(first.path);
    this.#list = new RowList<ImportRow>(parent, {
      label: messages().importing.notes,
      height: ({ height }) => height,
      draw: (row, el) => this.#drawRow(row, el),
      keepsPlace: true,
    });
    onResize(this.#list.el, () => this.#measure());
    this.#draw();
  }

  /** Checks or unchecks all notes. */
  chooseAll(wanted: boolean): void {
    for (const note of this.#preview.notes) this.#choose(note, wanted);
    this.#update();
  }

  #choose({ path, additions }: ImportPreviewNote, wanted: boolean): void {
    if (wanted) this.unwanted.delete(path);
    else this.unwanted.set(path, new Set(additions.map(({ key }) => key)));
  }

  #update(): void {
    this.#draw();
    this.#onChange();
  }

  #draw(): void {
    this.#list.setRows(importRows(this.#preview, this.#opened, this.#wrapping));
  }

  #measure(): void {
    const { el } = this.#list;
    if (el.clientWidth === this.#width) return;
    this.#width = el.clientWidth;
    this.#wrapping = measureWrapping(el, (sample, place, sideBySide) => {
      sample.addClass('is-place');
      sample.createDiv('omnivore-rescue-gutter');
      drawChange(sample, place, sideBySide);
    });
    this.#draw();
  }

  #drawRow(row: ImportRow, el: HTMLElement): void {
    el.className = `omnivore-rescue-row is-${row.kind}`;
    if (row.kind === 'note') this.#drawNote(row, el);
    else if (row.kind === 'place') this.#drawPlace(row, el);
    else el.createSpan({ text: row.text, attr: { dir: 'auto' } });
  }

  #drawNote({ note, open }: Extract<ImportRow, { kind: 'note' }>, el: HTMLElement): void {
    const { importing } = messages();
    const { path } = note;
    const attr = { 'aria-label': importing.chooseNote(path), 'data-part': 'choose' };
    const box = el.createEl('input', { type: 'checkbox', attr });
    const selection = selectionOf(note, this.unwanted);
    box.checked = selection === 'all';
    box.indeterminate = selection === 'some';
    box.addEventListener('change', () => {
      this.#choose(note, box.checked);
      this.#update();
    });
    const button = el.createEl('button', {
      cls: 'omnivore-rescue-note-open',
      attr: { 'aria-expanded': String(open), 'data-part': 'open' },
    });
    drawChevron(button, open);
    button.createSpan({
      cls: 'omnivore-rescue-note-title',
      text: noteName(path),
      attr: { dir: 'auto' },
    });
    button.createSpan({ cls: 'omnivore-rescue-note-path', text: path });
    button.createSpan({ cls: 'omnivore-rescue-note-findings', text: aboutNote(note) });
    button.addEventListener('click', () => {
      if (!this.#opened.delete(path)) this.#opened.add(path);
      this.#draw();
    });
  }

  #drawPlace(row: Extract<ImportRow, { kind: 'place' }>, el: HTMLElement): void {
    const { note, addition, place, isFirst, sideBySide } = row;
    const { additions: names, importing } = messages();
    const without = this.unwanted.get(note.path) ?? new Set();
    const isSkipped = without.has(addition.key);
    el.toggleClass('is-skipped', isSkipped);
    const gutter = el.createDiv('omnivore-rescue-gutter');
    // A new note is chosen as a whole.
    if (isFirst && addition.addition !== null) {
      const line = (place.after[0] ?? place.before[0])?.number ?? 1;
      const label = importing.chooseAddition(names[addition.addition], line);
      const attr = { 'aria-label': label, 'data-part': 'change' };
      const box = gutter.createEl('input', { type: 'checkbox', attr });
      box.checked = !isSkipped;
      box.addEventListener('change', () =>
        this.#chooseAddition(note.path, addition.key, box.checked),
      );
    }
    drawChange(el, place, sideBySide);
  }

  #chooseAddition(path: string, key: string, wanted: boolean): void {
    const keys = new Set(this.unwanted.get(path));
    if (wanted) keys.delete(key);
    else keys.add(key);
    if (keys.size === 0) this.unwanted.delete(path);
    else this.unwanted.set(path, keys);
    this.#update();
  }
}
