import { Modal, Platform, type Notice } from 'obsidian';
import { messages } from '../../core/i18n';
import { REPAIR_IDS, type RepairId } from '../../core/repairs';
import type { Planner } from '../../core/repairs/plan';
import { previewNotes } from '../../core/report/preview-notes';
import { messageOf } from '../../core/runs/error-message';
import { activeRepairs, type Settings } from '../../core/settings/settings';
import { withOnly } from '../../core/settings/with-only';
import { plannerFrom } from '../store/planner';
import { stoppable } from '../../core/runs/stoppable';
import { nextTask } from '../article-cache/yielder';
import { askPublisher } from '../settings/ask-publisher';
import { notify, notifyUntilClosed } from '../components/notify';
import type { PluginContext } from '../plugin-context';
import { drawNothing, nothingToRepairText } from './empty-preview';
import { drawPreviewFooter } from './preview-footer';
import { PreviewList } from './preview-list';
import { PreviewState } from './preview-state';
import { drawPreviewTools, type PreviewTools } from './preview-tools';
import { drawReading } from './reading-progress';
import { drawRepairChips } from './repair-chips';

/** Shows what a repair would change, note by note. Nothing is written before the user starts it. */
export class PreviewModal extends Modal {
  readonly #context: PluginContext;
  readonly #paths: readonly string[];
  readonly #ownNotes: boolean;
  readonly #state: PreviewState;
  #settings: Settings;
  /** Reopens this window after a note was opened. */
  #notice: Notice | null = null;
  #isRead = false;
  #isOpen = false;
  #list: PreviewList | null = null;
  #tools: PreviewTools | null = null;
  #updateTotals: () => void = () => undefined;

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
    this.#state = new PreviewState(only ?? activeRepairs(this.#settings));
  }

  /** Shows the same choices again if the window was closed to open a note. */
  override onOpen(): void {
    this.#isOpen = true;
    this.#notice?.hide();
    this.modalEl.addClass('omnivore-rescue-preview');
    if (!this.#isRead) return void this.#read();
    this.#show();
    this.#list?.readAgain();
  }

  override onClose(): void {
    this.#isOpen = false;
    this.#list?.close();
    this.contentEl.empty();
  }

  /** Reads the notes with all repairs, so that the user can switch on one that is off. */
  async #read(): Promise<void> {
    this.setTitle(messages().runs.preview.reading);
    const reading = drawReading(this.contentEl, this.#paths.length, () => this.close());
    const isStopped = (): boolean => !this.#isOpen;
    const store = stoppable(this.#context.store(), isStopped);
    const planner = this.#plannerForAll();
    try {
      const result = await previewNotes(
        this.#paths,
        store,
        planner,
        reading.show,
        isStopped,
        this.#ownNotes,
      );
      // Drawing ten thousand notes takes a task of its own.
      await nextTask();
      if (!this.#isOpen) return;
      this.#state.setResult(result);
      this.#isRead = true;
      this.#show();
    } catch (error) {
      if (this.#isOpen) reading.fail(messageOf(error));
    }
  }

  #show(): void {
    const { preview } = messages().runs;
    this.contentEl.empty();
    const { notes, articles } = this.#state;
    if (notes.length === 0) {
      this.setTitle(preview.nothingTitle);
      this.modalEl.removeClass('omnivore-rescue-preview');
      const text = this.#ownNotes
        ? preview.noOwnImages
        : nothingToRepairText(this.#paths.length, articles);
      return drawNothing(this.contentEl, text, () => this.close());
    }
    this.contentEl.tabIndex = -1;
    const promise = this.contentEl.createDiv('omnivore-rescue-promise');
    const updateChips = this.#ownNotes ? () => undefined : this.#drawChips();
    this.#tools = drawPreviewTools(this.contentEl, {
      search: (text) => {
        this.#state.search = text;
        this.#filter();
      },
      chooseShown: (wanted) => {
        for (const note of this.#state.shown) this.#state.choose(note, wanted);
        this.#filter();
      },
      onlyThese: () => {
        this.#state.chooseOnlyShown();
        this.#filter();
      },
      expandAll: (expanded) => this.#list?.expandAll(expanded),
    });
    this.#list = new PreviewList(this.#context, this.contentEl, this.#state, {
      planner: (repairs) => this.#planner(repairs),
      plannerForAll: () => this.#plannerForAll(),
      onChange: () => this.#updateTotals(),
      leave: () => this.#leave(),
    });
    this.#drawFooter(promise, updateChips);
    this.#filter();
    // On a phone, the keyboard would cover the preview.
    const first = Platform.isMobile ? this.contentEl : this.#tools.searchEl;
    first.focus();
  }

  #drawChips(): () => void {
    const { repairs } = this.#state;
    const isPublisherChosen = this.#settings.draftFlag.preset !== null || repairs.has('draft-flag');
    const choose = (id: RepairId, on: boolean): void => {
      if (id === 'draft-flag' && !isPublisherChosen) return this.#askPublisher();
      if (on) repairs.add(id);
      else repairs.delete(id);
      this.#filter();
    };
    return drawRepairChips(this.contentEl, this.#state, choose, isPublisherChosen);
  }

  /** Asks for the publisher, then reads the notes again, because each publisher uses its own property. */
  #askPublisher(): void {
    const readAgain = (): void => {
      this.#settings = this.#context.settings();
      this.#state.repairs.add('draft-flag');
      this.#isRead = false;
      this.#list?.close();
      this.contentEl.empty();
      void this.#read();
    };
    const showAgain = (): void => {
      this.#list?.close();
      this.#show();
    };
    askPublisher(this.#context, readAgain, showAgain);
  }

  #drawFooter(promise: HTMLElement, updateChips: () => void): void {
    const { preview } = messages().runs;
    const empty = this.contentEl.createDiv('omnivore-rescue-nothing');
    const showTotals = drawPreviewFooter(
      this.contentEl,
      () => this.close(),
      () => this.#begin(),
    );
    this.#updateTotals = () => {
      const { totals, shown, search, articles } = this.#state;
      const { needRepair, chosen } = totals;
      this.setTitle(needRepair === 0 ? preview.nothingTitle : preview.title(chosen.length));
      const isAllFine = !this.#state.needsAnyRepair;
      promise.setText(
        isAllFine ? nothingToRepairText(this.#paths.length, articles) : preview.promise,
      );
      promise.toggle(needRepair > 0 || isAllFine);
      updateChips();
      showTotals(totals, search.trim() === '' ? null : shown.length);
      this.#tools?.update(this.#state);
      empty.setText(search === '' ? preview.noneOfThese : preview.notFound);
    };
  }

  #filter(): void {
    this.#state.filter();
    this.#list?.draw();
    this.#updateTotals();
  }

  /** Plans with all repairs. Only a known publisher's date can be filled in. */
  #plannerForAll(): Planner {
    const isKnown = this.#settings.draftFlag.preset !== null;
    const { repairs } = this.#state;
    return this.#planner(
      REPAIR_IDS.filter((id) => id !== 'publisher-date' || isKnown || repairs.has(id)),
    );
  }

  #planner(repairs: Iterable<RepairId>): Planner {
    const planner = plannerFrom(withOnly(this.#settings, repairs), this.#ownNotes);
    return { ...planner, skips: this.#state.skips };
  }

  /** Closes the window, because it would cover the note. A notice reopens it. */
  #leave(): void {
    this.close();
    const { isWaiting, back } = messages().runs.preview;
    this.#notice = notifyUntilClosed(isWaiting, {
      label: back,
      act: () => this.#context.open(this),
    });
  }

  /**
   * Starts the run. It reads dates such as `03/04/2024` as the preview did, even if fewer notes are chosen. Its
   * summary also lists the notes that only need attention.
   */
  #begin(): void {
    const { totals, repairs, dayFirst, seen, needAttention } = this.#state;
    const options = { seen, order: dayFirst, reportOnly: new Set(needAttention) };
    const paths = [...totals.chosen, ...needAttention];
    const run = this.#context.runController.repair(paths, this.#planner(repairs), options);
    if (!run) return void notify(messages().commands.isRunning);
    this.close();
    this.#context.show(run);
  }
}
