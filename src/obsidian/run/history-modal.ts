import { Modal } from 'obsidian';
import { messages } from '../../core/i18n';
import { hasChanged, readRun, runIds, type RunRecord } from '../../core/runs/read-journal';
import { messageOf } from '../../core/runs/error-message';
import { countOf } from '../../core/runs/undo-run';
import type { PluginContext } from '../plugin-context';
import { undoRunOf } from './undo';

/** A run as the history lists it. Does not keep the run's steps, which may be megabytes. */
interface PastRun {
  readonly id: string;
  readonly when: string;
  readonly extent: string;
  /** The text next to the *Undo* button; can be empty. */
  readonly state: string;
  readonly canUndo: boolean;
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

  async #show(): Promise<void> {
    const { history } = messages().runs;
    const statusEl = this.contentEl.createEl('p');
    try {
      const runs = await this.#pastRuns();
      statusEl.setText(runs.length === 0 ? history.empty : history.about);
      const list = this.contentEl.createDiv({ attr: { role: 'list' } });
      for (const run of runs) this.#drawRun(list, run);
    } catch (error) {
      statusEl.setText(history.failed(messageOf(error)));
    }
  }

  async #pastRuns(): Promise<readonly PastRun[]> {
    const { journal } = this.#context.runController;
    const runs: PastRun[] = [];
    for (const id of [...(await runIds(journal))].reverse()) {
      const run = await readRun(journal, id).then(pastRun, (error) => unreadableRun(id, error));
      if (run) runs.push(run);
    }
    return runs;
  }

  #drawRun(list: HTMLElement, { id, when, extent, state, canUndo }: PastRun): void {
    const { history, run } = messages().runs;
    const row = list.createDiv({ cls: 'setting-item', attr: { role: 'listitem' } });
    const info = row.createDiv('setting-item-info');
    info.createDiv({ cls: 'setting-item-name', text: when });
    info.createDiv({ cls: 'setting-item-description', text: extent });
    const control = row.createDiv('setting-item-control');
    if (state !== '') control.createSpan({ text: state });
    if (!canUndo) return;
    const attr = { 'aria-label': history.undo(when) };
    const button = control.createEl('button', { text: run.undo, attr });
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
    countOf(record),
    kind ? [runKinds[kind]] : repairs.map((repair) => names[repair]),
  );
  const state = undone ? runs.history.undone(kept) : '';
  return { id, when, extent, state, canUndo: !undone || kept > 0 };
}

/** Such a run is listed with its ID, which is the time it started. */
function unreadableRun(id: string, error: unknown): PastRun {
  return { id, when: id, extent: messageOf(error), state: '', canUndo: false };
}
