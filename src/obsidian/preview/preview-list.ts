import type { RepairId } from '../../core/repairs';
import { messages } from '../../core/i18n';
import type { Planner } from '../../core/repairs/plan';
import type { UnresolvedItem } from '../../core/report/json';
import { findingLine } from '../changes/finding-line';
import { measureWrapping, type Wrapping } from '../changes/wrapping';
import { onResize } from '../components/on-resize';
import { RowList } from '../components/virtual-list';
import { openAtLine } from '../open-at-line';
import type { PluginContext } from '../plugin-context';
import { compareNote } from './compare-note';
import { followVault } from './follow-vault';
import { drawPreviewRow } from './preview-row';
import { previewRows, type PreviewRow } from './preview-rows';
import type { PreviewState } from './preview-state';

/** What the list needs from its window. */
export interface ListHost {
  readonly planner: (repairs: Iterable<RepairId>) => Planner;
  /** Plans with all repairs, also those that are not chosen. */
  readonly plannerForAll: () => Planner;
  /** Called when the totals may have changed. */
  readonly onChange: () => void;
  /** Closes the window, because a note was opened. */
  readonly leave: () => void;
}

/** The notes of a preview with their changes. It follows the vault. */
export class PreviewList {
  readonly #context: PluginContext;
  readonly #state: PreviewState;
  readonly #host: ListHost;
  readonly #list: RowList<PreviewRow>;
  readonly #stopFollowing: () => void;
  /** Notes to read. */
  readonly #asked = new Set<string>();
  #isReading = false;
  #wrapping: Wrapping = { columns: 80, sideBySide: false };
  #width = -1;
  #closed = false;

  constructor(context: PluginContext, parent: HTMLElement, state: PreviewState, host: ListHost) {
    this.#context = context;
    this.#state = state;
    this.#host = host;
    this.#list = new RowList<PreviewRow>(parent, {
      label: messages().runs.preview.list,
      height: ({ height }) => height,
      draw: (row, el) => this.#drawRow(row, el),
      keepsPlace: true,
    });
    this.#stopFollowing = followVault(context.app, {
      changed: (path) => {
        if (state.has(path)) this.#askFor(path);
      },
      renamed: (from, to) => {
        if (!state.has(from)) return;
        state.rename(from, to);
        this.#askFor(to);
      },
    });
    onResize(this.#list.el, () => this.#measure());
  }

  close(): void {
    this.#closed = true;
    this.#stopFollowing();
  }

  /** Draws the notes that the state lists. */
  draw(): void {
    if (this.#closed) return;
    const { shown, repairs, opened, full } = this.#state;
    this.#list.el.toggleClass('is-empty', shown.length === 0);
    const wrapping = this.#wrapping;
    this.#list.setRows(previewRows(shown, { repairs, opened, full, wrapping }));
  }

  /** Expands or collapses all listed notes. Only those in view are read. */
  expandAll(expanded: boolean): void {
    const { opened, shown } = this.#state;
    for (const { path } of shown) {
      if (!expanded) opened.delete(path);
      else if (!opened.has(path)) opened.set(path, { kind: 'waiting' });
    }
    this.draw();
    this.#host.onChange();
  }

  /** Reads all notes again, because they may have changed while the window was closed. */
  readAgain(): void {
    for (const { path } of this.#state.notes) this.#askFor(path);
  }

  #measure(): void {
    const { el } = this.#list;
    if (this.#closed || el.clientWidth === this.#width) return;
    this.#width = el.clientWidth;
    this.#wrapping = measureWrapping(el, (sample, place, sideBySide) => {
      const row = { kind: 'place', key: '', path: '', height: 0, place, sideBySide } as const;
      this.#drawRow({ ...row, keys: [], isFirst: true, skipped: false }, sample);
    });
    this.draw();
  }

  #drawRow(row: PreviewRow, el: HTMLElement): void {
    const { path } = row;
    const state = this.#state;
    const comparison = state.opened.get(path);
    const isCurrent = comparison?.kind === 'ready' && comparison.version === state.versionOf(path);
    if (comparison && comparison.kind !== 'failed' && !isCurrent) this.#askFor(path);
    drawPreviewRow(row, el, {
      repairs: () => state.repairs,
      selectionOf: state.selectionOf,
      hasChanged: (changed) => state.changed.has(changed),
      choose: (note, wanted) => {
        state.choose(note, wanted);
        this.#update();
      },
      chooseChange: (of, keys, wanted) => {
        state.chooseChange(of, keys, wanted);
        this.#askFor(of);
      },
      toggle: (of) => {
        if (!state.opened.delete(of)) state.opened.set(of, { kind: 'waiting' });
        this.#update();
      },
      showAll: (section) => {
        state.full.add(section);
        this.draw();
      },
      openLine: (of, line, event) => void this.#openLine(of, line, event),
      openFinding: (of, item, event) => void this.#openFinding(of, item, event),
    });
  }

  #update(): void {
    this.#state.filter();
    this.draw();
    this.#host.onChange();
  }

  #askFor(path: string): void {
    this.#asked.add(path);
    if (!this.#isReading) void this.#readAsked();
  }

  /** Reads notes again: the list keeps only what it shows, and notes or choices may have changed. */
  async #readAsked(): Promise<void> {
    this.#isReading = true;
    for (const path of this.#asked) {
      this.#asked.delete(path);
      const hasChanged = await this.#read(path);
      if (this.#closed) return;
      if (hasChanged || this.#state.opened.has(path) || this.#asked.size === 0) this.#update();
    }
    this.#isReading = false;
  }

  /** Returns whether the note has changed. */
  async #read(path: string): Promise<boolean> {
    const compared = await compareNote(this.#context.store(), path, {
      all: this.#host.plannerForAll(),
      chosen: this.#host.planner(this.#state.repairs),
      dayFirst: this.#state.dayFirst,
      version: this.#state.versionOf(path),
    });
    return !this.#closed && this.#state.has(path) && this.#state.update(path, compared);
  }

  async #openLine(path: string, line: number, event: MouseEvent): Promise<void> {
    if (await openAtLine(this.#context.app, path, line, event)) this.#host.leave();
  }

  async #openFinding(path: string, item: UnresolvedItem, event: MouseEvent): Promise<void> {
    const planner = this.#host.plannerForAll();
    const line = await findingLine(this.#context.store(), path, planner, item);
    await this.#openLine(path, line, event);
  }
}
