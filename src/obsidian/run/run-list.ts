import { messages } from '../../core/i18n';
import { shownPlaces } from '../../core/report/note-changes';
import { showSteps } from '../../core/report/history';
import type { Step } from '../../core/runs/journal-format';
import { messageOf } from '../../core/runs/error-message';
import { onlyNote, stepsOf, type RunRecord } from '../../core/runs/read-journal';
import { measureWrapping, type Wrapping } from '../changes/wrapping';
import { notify } from '../components/notify';
import { onResize } from '../components/on-resize';
import { RowList } from '../components/virtual-list';
import { openAtLine } from '../open-at-line';
import type { PluginContext } from '../plugin-context';
import { drawRunRow } from './draw-run-row';
import { reasonText } from './summary-rows';
import {
  changedRows,
  fileRows,
  type ChangedNoteRow,
  type OpenedChanges,
  type RunWindowRow,
} from './run-rows';

/** What a run did, for its list. */
export interface RunContent {
  /** The run's journal; null if it changed nothing. */
  readonly record: RunRecord | null;
  /** What it changed in notes, by path. */
  readonly about: ReadonlyMap<string, string>;
  /** Notes that are in the journal, but could not be written. */
  readonly unchanged: ReadonlySet<string>;
  readonly created: readonly string[];
  readonly removed: readonly string[];
  /** What was not done, and what needs attention. */
  readonly others: readonly RunWindowRow[];
}

/** How many changed places of a note are shown. */
const MAX_PLACES = 1000;

/** Lists what a run did. The changes of a note are read from the journal when the user expands it. */
export class RunList {
  readonly #context: PluginContext;
  readonly #leave: () => void;
  readonly #list: RowList<RunWindowRow>;
  readonly #opened = new Map<string, OpenedChanges>();
  /** What has happened to notes in this window. */
  readonly #since = new Map<string, string>();
  #content: RunContent | null = null;
  #wrapping: Wrapping = { columns: 80, sideBySide: false };
  #width = -1;

  constructor(context: PluginContext, parent: HTMLElement, label: string, leave: () => void) {
    this.#context = context;
    this.#leave = leave;
    this.#list = new RowList<RunWindowRow>(parent, {
      label,
      height: ({ height }) => height,
      draw: (row, el) => this.#drawRow(row, el),
      isSame: (a, b) => JSON.stringify(a) === JSON.stringify(b),
      keepsPlace: true,
    });
    onResize(this.#list.el, () => this.#measure());
  }

  setContent(content: RunContent): void {
    this.#content = content;
    this.#draw();
  }

  /** Replaces what was not done and what needs attention. */
  setOthers(others: readonly RunWindowRow[]): void {
    if (this.#content) this.setContent({ ...this.#content, others });
  }

  /** Returns the notes that the run changed, each once. */
  private get notes(): readonly ChangedNoteRow[] {
    const { record, about, unchanged } = this.#content ?? {};
    const paths = [...new Set((record?.steps ?? []).map(({ path }) => path))];
    const changed = paths.filter((path) => unchanged?.has(path) !== true);
    return changed.map((path) => {
      const since = this.#since.get(path);
      return { path, about: since ?? about?.get(path) ?? '', canUndo: since === undefined };
    });
  }

  /** Returns all rows, with the changes of expanded notes if wanted. */
  rows(opened: ReadonlyMap<string, OpenedChanges> = new Map()): readonly RunWindowRow[] {
    const { created = [], removed = [], others = [] } = this.#content ?? {};
    const { run } = messages().runs;
    const { notes } = this;
    return [
      ...others,
      ...changedRows(run.changed(notes.length), notes, opened, this.#wrapping),
      ...fileRows(run.created(created.length), created),
      ...fileRows(run.removed(removed.length), removed),
    ];
  }

  #draw(): void {
    const rows = this.rows(this.#opened);
    this.#list.el.toggle(rows.length > 0);
    this.#list.setRows(rows);
  }

  #measure(): void {
    const { el } = this.#list;
    if (el.clientWidth === this.#width) return;
    this.#width = el.clientWidth;
    this.#wrapping = measureWrapping(el, (sample, place, sideBySide) =>
      this.#drawRow({ kind: 'place', key: '', path: '', height: 0, place, sideBySide }, sample),
    );
    this.#draw();
  }

  #drawRow(row: RunWindowRow, el: HTMLElement): void {
    drawRunRow(row, el, {
      context: this.#context,
      leave: this.#leave,
      toggle: (path) => this.#toggle(path),
      undo: (path) => void this.#undo(path),
      openLine: (path, line, event) => void this.#openLine(path, line, event),
    });
  }

  #toggle(path: string): void {
    if (!this.#opened.delete(path)) void this.#open(path);
    this.#draw();
  }

  async #open(path: string): Promise<void> {
    this.#opened.set(path, messages().runs.preview.comparing);
    const changes = await this.#changesOf(path);
    if (!this.#opened.has(path)) return;
    this.#opened.set(path, changes);
    this.#draw();
  }

  async #changesOf(path: string): Promise<OpenedChanges> {
    const record = this.#content?.record;
    if (!record) return '';
    try {
      const steps: Step[] = [];
      const { journal } = this.#context.runController;
      for await (const step of stepsOf(journal, onlyNote(record, path))) steps.push(step);
      const shown = await showSteps(path, steps, this.#context.store());
      if (shown.state === 'failed') return shown.error ?? '';
      const { before, edits } = shown;
      if (before === undefined || edits === undefined) {
        return shown.state === 'restored' ? messages().runs.run.asBefore : reasonText(shown.state);
      }
      return shownPlaces(before, edits, MAX_PLACES);
    } catch (error) {
      return messageOf(error);
    }
  }

  /** Undoes the changes of one note. */
  async #undo(path: string): Promise<void> {
    const record = this.#content?.record;
    if (!record) return;
    const started = this.#context.runController.undo(record, path);
    if (!started) return void notify(messages().commands.isRunning);
    started.run.shown = true;
    const { report, error } = await started.run.ended();
    const [left] = report.left;
    if (error !== null) notify(error);
    else this.#since.set(path, left ? reasonText(left.reason) : messages().runs.run.undone);
    if (this.#opened.has(path)) void this.#open(path);
    this.#draw();
  }

  async #openLine(path: string, line: number, event: MouseEvent): Promise<void> {
    if (await openAtLine(this.#context.app, path, line, event)) this.#leave();
  }
}
