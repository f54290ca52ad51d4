import { Modal } from 'obsidian';
import { noteName } from '../../core/text/paths';
import { messages } from '../../core/i18n';
import { hasChanged, readRun, runIds, type RunRecord } from '../../core/runs/read-journal';
import { messageOf } from '../../core/runs/error-message';
import { undoCountOf } from '../../core/runs/undo-run';
import type { PluginContext } from '../plugin-context';
import { PastRunModal, type ShownRun } from './past-run-modal';
import { undoRunOf } from './undo';

/** A run as the history lists it. Does not keep the run's steps, which may be megabytes. */
interface PastRun extends ShownRun {
  /** The names of some notes that it changed; can be empty. */
  readonly notes: string;
  /** The text next to the *Undo* button; can be empty. */
  readonly state: string;
  readonly canOpen: boolean;
}

/** Lists past runs, the last one first, each with an *Undo* button. */
export class HistoryModal extends Modal {
  readonly #context: PluginContext;

  constructor(context: PluginContext) {
    super(context.app);
    this.#context = context;
  }

  override onOpen(): void {
    this.modalEl.addClass('omnivore-rescue-history');
    this.setTitle(messages().runs.history.title);
    void this.#show();
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  /** Lists each run as soon as it has been read, because a journal can be large. */
  async #show(): Promise<void> {
    const { history } = messages().runs;
    const statusEl = this.contentEl.createEl('p');
    const list = this.contentEl.createDiv({ attr: { role: 'list' } });
    const { journal } = this.#context.runController;
    let count = 0;
    try {
      for (const id of [...(await runIds(journal))].reverse()) {
        const run = await readRun(journal, id).then(pastRun, (error) => unreadableRun(id, error));
        if (!this.contentEl.isConnected) return;
        if (!run) continue;
        statusEl.setText(history.about);
        this.#drawRun(list, run);
        count++;
      }
      if (count === 0) statusEl.setText(history.empty);
    } catch (error) {
      statusEl.setText(history.failed(messageOf(error)));
    }
  }

  #drawRun(list: HTMLElement, run: PastRun): void {
    const { id, when, extent, notes, state, canUndo } = run;
    const { history, run: words } = messages().runs;
    const row = list.createDiv({ cls: 'setting-item', attr: { role: 'listitem' } });
    const info = row.createDiv('setting-item-info');
    info.createDiv({ cls: 'setting-item-name', text: when });
    info.createDiv({ cls: 'setting-item-description', text: extent });
    if (notes !== '') info.createDiv({ cls: 'setting-item-description', text: notes });
    const control = row.createDiv('setting-item-control');
    if (state !== '') control.createSpan({ text: state });
    if (run.canOpen) {
      const attr = { 'aria-label': history.open(when) };
      const open = control.createEl('button', { text: words.show, attr });
      open.addEventListener('click', () => {
        this.close();
        const back = (): void => this.#context.open(new HistoryModal(this.#context));
        this.#context.open(new PastRunModal(this.#context, run, back));
      });
    }
    if (!canUndo) return;
    const attr = { 'aria-label': history.undo(when) };
    const button = control.createEl('button', { text: words.undo, attr });
    button.addEventListener('click', () => {
      this.close();
      void undoRunOf(this.#context, id);
    });
  }
}

/** Returns null for a run that changed nothing. */
function pastRun(record: RunRecord | null): PastRun | null {
  if (!record || !hasChanged(record)) return null;
  const { repairs: names, runKinds, runs } = messages();
  const { id, started, kind, repairs = [], undone, kept = 0 } = record;
  const instant = new Date(started);
  const isValid = !Number.isNaN(instant.getTime());
  const when = isValid ? runs.history.when(instant) : runs.history.unknownTime;
  const extent = runs.history.extent(
    undoCountOf(record),
    kind ? [runKinds[kind]] : repairs.map((repair) => names[repair]),
  );
  const state = undone ? runs.history.undone(kept) : '';
  const notes = namesOfRun(record);
  return { id, when, extent, notes, state, canUndo: !undone || kept > 0, canOpen: true };
}

/** How many notes of a run are named. */
const MAX_NAMED_IN_RUN = 3;

/** Returns the names of some notes that a run changed, which tell apart runs of the same day. */
function namesOfRun({ steps }: RunRecord): string {
  const paths = [...new Set(steps.map(({ path }) => path))];
  const names = paths.slice(0, MAX_NAMED_IN_RUN).map(noteName);
  return messages().runs.history.named(names, paths.length - names.length);
}

/** Such a run is listed with its ID, which is the time it started. */
function unreadableRun(id: string, error: unknown): PastRun {
  const extent = messageOf(error);
  return { id, when: id, extent, notes: '', state: '', canUndo: false, canOpen: false };
}
