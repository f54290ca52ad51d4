import { Modal, Platform } from 'obsidian';
import { messages } from '../../core/i18n';
import { REPAIR_IDS, type RepairId } from '../../core/repairs';
import type { Planner } from '../../core/repairs/plan';
import { previewNotes, type PreviewResult } from '../../core/report/preview-notes';
import { shownNotes, totalsOf, type Choice, type PreviewNote } from '../../core/report/preview';
import { messageOf } from '../../core/runs/error-message';
import { activeRepairs, type Settings } from '../../core/settings/settings';
import { withOnly } from '../../core/settings/with-only';
import { plannerFrom } from '../store/planner';
import { stoppable } from '../run/stoppable';
import { nextTask } from '../article-cache/yielder';
import { askPublisher } from '../settings/ask-publisher';
import { addSearch } from '../components/add-search';
import { addLabel } from '../components/label';
import { notify } from '../components/notify';
import type { PluginContext } from '../plugin-context';
import { RowList } from '../components/virtual-list';
import { drawAllSwitch } from './all-switch';
import { compareNote } from './compare-note';
import { drawNothing, nothingToRepairText } from './empty-preview';
import { drawPreviewFooter } from './preview-footer';
import { drawPreviewRow, type RowActions } from './preview-row';
import { previewRows, type Comparison, type PreviewRow } from './preview-rows';
import { drawReading } from './reading-progress';
import { drawRepairChips } from './repair-chips';

/** Shows what a repair would change, note by note. Nothing is written before the user starts it. */
export class PreviewModal extends Modal {
  readonly #context: PluginContext;
  readonly #paths: readonly string[];
  #settings: Settings;
  readonly #repairs: Set<RepairId>;
  readonly #without = new Set<string>();
  readonly #open = new Map<string, Comparison>();
  readonly #full = new Set<string>();
  #preview: PreviewResult = { notes: [], articles: 0, dayFirst: null, seen: new Map() };
  #search = '';
  #shown: readonly PreviewNote[] = [];
  #closed = false;
  #list: RowList<PreviewRow> | null = null;
  #drawTotals: () => void = () => undefined;
  #drawAll: ReturnType<typeof drawAllSwitch> = () => undefined;
  readonly #ownNotes: boolean;

  /**
   * `only`: the repairs that are selected at first; without it, those of the settings. With `ownNotes`,
   * shows only the images in notes that are not saved articles.
   */
  constructor(
    context: PluginContext,
    paths: readonly string[],
    only: readonly RepairId[] | null = null,
    ownNotes = false,
  ) {
    super(context.app);
    this.#ownNotes = ownNotes;
    this.#context = context;
    this.#paths = paths;
    this.#settings = context.settings();
    this.#repairs = new Set(only ?? activeRepairs(this.#settings));
  }

  override onOpen(): void {
    this.modalEl.addClass('omnivore-rescue-preview');
    void this.#read();
  }

  override onClose(): void {
    this.#closed = true;
    this.contentEl.empty();
  }

  get #choice(): Choice {
    return { repairs: this.#repairs, without: this.#without };
  }

  /** Reads the notes with all repairs, so that the user can switch on one that is off. */
  async #read(): Promise<void> {
    this.setTitle(messages().runs.preview.reading);
    const reading = drawReading(this.contentEl, this.#paths.length, () => this.close());
    const isStopped = (): boolean => this.#closed;
    const store = stoppable(this.#context.store(), isStopped);
    const planner = this.#planner(REPAIR_IDS);
    try {
      this.#preview = await previewNotes(
        this.#paths,
        store,
        planner,
        reading.show,
        isStopped,
        this.#ownNotes,
      );
      // Drawing ten thousand notes takes a task of its own.
      await nextTask();
      if (!this.#closed) this.#show();
    } catch (error) {
      if (!this.#closed) reading.fail(messageOf(error));
    }
  }

  #show(): void {
    const { preview } = messages().runs;
    this.contentEl.empty();
    if (this.#preview.notes.length === 0) {
      this.setTitle(preview.nothingTitle);
      this.modalEl.removeClass('omnivore-rescue-preview');
      const text = this.#ownNotes
        ? preview.noOwnImages
        : nothingToRepairText(this.#paths.length, this.#preview.articles);
      return drawNothing(this.contentEl, text, () => this.close());
    }
    this.contentEl.tabIndex = -1;
    const promise = this.contentEl.createDiv('omnivore-rescue-promise');
    promise.setText(preview.promise);
    const { notes } = this.#preview;
    const isPublisherChosen =
      this.#settings.draftFlag.preset !== null || this.#repairs.has('draft-flag');
    const choose = (id: RepairId, on: boolean): void => {
      if (id === 'draft-flag' && !isPublisherChosen) this.#askPublisher();
      else this.#switch(id, on);
    };
    if (!this.#ownNotes) {
      drawRepairChips(this.contentEl, notes, this.#repairs, choose, isPublisherChosen);
    }
    const search = addSearch(this.contentEl).setPlaceholder(preview.search);
    addLabel(this.contentEl, search.inputEl, preview.search);
    search.onChange((text) => {
      this.#search = text;
      this.#drawRows();
    });
    this.#drawAll = drawAllSwitch(this.contentEl, (paths, wanted) => {
      for (const path of paths) this.#choose(path, wanted);
      this.#drawRows();
    });
    const actions: RowActions = {
      choice: () => this.#choice,
      choose: (path, wanted) => {
        this.#choose(path, wanted);
        this.#drawTotals();
      },
      toggle: (path) => this.#toggle(path),
      showAll: (section) => {
        this.#full.add(section);
        this.#drawList();
      },
    };
    this.#list = new RowList<PreviewRow>(this.contentEl, {
      label: preview.list,
      height: (row) => row.height,
      draw: (row, el) => drawPreviewRow(row, el, actions),
    });
    const empty = this.contentEl.createDiv('omnivore-rescue-nothing');
    this.#drawFooter(empty, promise);
    this.#drawRows();
    // On a phone, the keyboard would cover the preview.
    const first = Platform.isMobile ? this.contentEl : search.inputEl;
    first.focus();
  }

  /** Asks for the publisher, then reads the notes again, because each publisher uses its own property. */
  #askPublisher(): void {
    const readAgain = (): void => {
      this.#settings = this.#context.settings();
      this.#repairs.add('draft-flag');
      this.#open.clear();
      this.contentEl.empty();
      void this.#read();
    };
    askPublisher(this.#context, readAgain, () => this.#show());
  }

  #switch(repair: RepairId, wanted: boolean): void {
    if (wanted) this.#repairs.add(repair);
    else this.#repairs.delete(repair);
    for (const path of this.#open.keys()) void this.#compare(path);
    this.#drawRows();
  }

  #drawFooter(empty: HTMLElement, promise: HTMLElement): void {
    const { preview } = messages().runs;
    const showTotals = drawPreviewFooter(
      this.contentEl,
      () => this.close(),
      () => this.#begin(),
    );
    this.#drawTotals = () => {
      const totals = totalsOf(this.#preview.notes, this.#choice);
      const { needRepair, chosen } = totals;
      this.setTitle(needRepair === 0 ? preview.nothingTitle : preview.title(chosen.length));
      promise.toggle(needRepair > 0);
      showTotals(totals);
      this.#drawAll(this.#shown, this.#choice);
      empty.setText(this.#search === '' ? preview.noneOfThese : preview.notFound);
    };
  }

  #drawRows(): void {
    this.#shown = shownNotes(this.#preview.notes, this.#repairs, this.#search);
    this.#list?.el.toggleClass('is-empty', this.#shown.length === 0);
    this.#drawList();
    this.#drawTotals();
  }

  /** Draws the list. Expanding a note changes neither which notes are shown nor the totals. */
  #drawList(): void {
    this.#list?.setRows(previewRows(this.#shown, this.#repairs, this.#open, this.#full));
  }

  #choose(path: string, wanted: boolean): void {
    if (wanted) this.#without.delete(path);
    else this.#without.add(path);
  }

  #toggle(path: string): void {
    if (!this.#open.delete(path)) void this.#compare(path);
    this.#drawList();
  }

  /** Reads the note again, because only the changes of expanded notes are kept in memory. */
  async #compare(path: string): Promise<void> {
    this.#open.set(path, { kind: 'waiting' });
    const asked = [...this.#repairs].join();
    const comparison = await compareNote(
      this.#context.store(),
      path,
      this.#planner(this.#repairs),
      this.#preview.dayFirst,
    );
    const isWanted = this.#open.has(path) && asked === [...this.#repairs].join();
    if (this.#closed || !isWanted) return;
    this.#open.set(path, comparison);
    this.#drawList();
  }

  #planner(repairs: Iterable<RepairId>): Planner {
    return plannerFrom(withOnly(this.#settings, repairs), this.#ownNotes);
  }

  /** Starts the run. It reads dates such as `03/04/2024` as the preview did, even if fewer notes are chosen. */
  #begin(): void {
    const { chosen } = totalsOf(this.#preview.notes, this.#choice);
    const planner = this.#planner(this.#repairs);
    const { dayFirst, seen } = this.#preview;
    const run = this.#context.runController.repair(chosen, planner, { seen, order: dayFirst });
    if (!run) return void notify(messages().commands.isRunning);
    this.close();
    this.#context.show(run);
  }
}
