import { Modal } from 'obsidian';
import type { DuplicateGroup } from '../../core/duplicates/find-duplicates';
import type { MergePlan } from '../../core/duplicates/plan-merges';
import { messages } from '../../core/i18n';
import { messageOf } from '../../core/runs/error-message';
import { notify } from '../components/notify';
import type { PluginContext } from '../plugin-context';
import { drawReading, type Reading } from '../preview/reading-progress';
import { drawDuplicates, type ShownDuplicates } from './draw-group';
import { findMerges, type FoundMerges } from './find-merges';
import { canMerge, detailsOf, isSamePlan, keepNote } from './merge-details';

/** Shows the notes of the same article side by side, and merges those that the user selects. */
export class DuplicatesModal extends Modal {
  readonly #context: PluginContext;
  readonly #open = new Set<string>();
  readonly #without = new Set<string>();
  readonly #kept = new Map<string, string>();
  #found: FoundMerges = { groups: [], plan: () => Promise.reject(new Error('Not read yet.')) };
  #plan: MergePlan = { merges: [], links: [], skipped: [], failed: [] };
  #closed = false;
  #problemsEl: HTMLElement | null = null;
  #drawTotals: () => void = () => undefined;

  constructor(context: PluginContext) {
    super(context.app);
    this.#context = context;
  }

  override onOpen(): void {
    this.modalEl.addClasses(['omnivore-rescue-preview', 'omnivore-rescue-duplicates']);
    void this.#read();
  }

  override onClose(): void {
    this.#closed = true;
    this.contentEl.empty();
  }

  async #read(): Promise<void> {
    const words = messages().duplicates;
    const titles = { articles: words.reading, links: words.readingLinks };
    let fail: Reading['fail'] = () => undefined;
    const begin = (part: keyof typeof titles, total: number): (() => void) => {
      this.setTitle(titles[part]);
      this.contentEl.empty();
      const reading = drawReading(this.contentEl, total, () => this.close());
      fail = reading.fail;
      let done = 0;
      return () => reading.show(++done);
    };
    try {
      this.#found = await findMerges(this.#context, { isStopped: () => this.#closed, begin });
      await this.#planAgain();
      if (!this.#closed) this.#show();
    } catch (error) {
      if (!this.#closed) fail(words.failed(messageOf(error)));
    }
  }

  async #planAgain(): Promise<void> {
    this.#plan = await this.#found.plan(this.#groups());
  }

  /** Returns the groups, each with the note that the user keeps. */
  #groups(): readonly DuplicateGroup[] {
    return this.#found.groups.map((group) => keepNote(group, this.#kept.get(keyOf(group))));
  }

  #show(): void {
    const words = messages().duplicates;
    this.contentEl.empty();
    if (this.#found.groups.length === 0) return this.#showNothing();
    this.setTitle(words.title(this.#found.groups.length));
    this.contentEl.createDiv({ cls: 'omnivore-rescue-promise', text: words.promise });
    const attr = { role: 'list', 'aria-label': words.list };
    const list = this.contentEl.createDiv({ cls: 'omnivore-rescue-duplicate-list', attr });
    if (this.#found.groups.length === 1) this.#open.add(keyOf(this.#found.groups[0]));
    for (const group of this.#found.groups) {
      const el = list.createDiv({ cls: 'omnivore-rescue-duplicate', attr: { role: 'listitem' } });
      this.#drawGroup(el, group);
    }
    this.#problemsEl = list.createDiv({ attr: { role: 'listitem' } });
    this.#drawProblems();
    this.#drawFooter();
    list.querySelector<HTMLElement>('button')?.focus();
  }

  #showNothing(): void {
    const words = messages().duplicates;
    this.setTitle(words.noneTitle);
    this.modalEl.removeClass('omnivore-rescue-preview');
    this.contentEl.createEl('p', { text: words.none, attr: { role: 'status' } });
    const buttons = this.contentEl.createDiv('modal-button-container');
    const close = buttons.createEl('button', { text: messages().runs.preview.close });
    close.addEventListener('click', () => this.close());
    close.focus();
  }

  #drawGroup(el: HTMLElement, found: DuplicateGroup, focus: string | null = null): void {
    const key = keyOf(found);
    const group = keepNote(found, this.#kept.get(key));
    const shown: ShownDuplicates = {
      ...{ group, notes: [found.keep, ...found.remove] },
      ...{ chosen: !this.#without.has(key), open: this.#open.has(key) },
      canMerge: canMerge(this.#plan, group),
    };
    const details = shown.open ? detailsOf(this.#plan, group) : null;
    drawDuplicates(el, shown, details, {
      app: this.app,
      close: () => this.close(),
      choose: (wanted) => {
        if (wanted) this.#without.delete(key);
        else this.#without.add(key);
        this.#drawTotals();
      },
      toggle: () => {
        if (!this.#open.delete(key)) this.#open.add(key);
        this.#drawGroup(el, found, '[data-part=open]');
      },
      keep: (path) => {
        this.#kept.set(key, path);
        void this.#planAgain().then(() => {
          if (this.#closed) return;
          this.#drawGroup(el, found, 'input[type=radio]:checked');
          this.#drawProblems();
          this.#drawTotals();
        });
      },
    });
    if (focus !== null) el.querySelector<HTMLElement>(focus)?.focus();
  }

  #drawProblems(): void {
    const words = messages().duplicates;
    const { skipped, failed } = this.#plan;
    const problems = [
      ...skipped.map(({ path, reason }) => ({ path, why: words.skipped[reason] })),
      ...failed.map(({ path, error }) => ({ path, why: error })),
    ];
    const el = this.#problemsEl;
    if (!el) return;
    el.empty();
    el.className = 'omnivore-rescue-duplicate';
    el.toggle(problems.length > 0);
    if (problems.length === 0) return;
    el.createDiv({ cls: 'omnivore-rescue-duplicate-heading', text: words.problems });
    for (const { path, why } of problems) {
      el.createDiv({ text: messages().runs.named(path, why) });
    }
  }

  #drawFooter(): void {
    const words = messages().duplicates;
    const footer = this.contentEl.createDiv('omnivore-rescue-footer');
    const totals = footer.createDiv({ cls: 'omnivore-rescue-totals', attr: { role: 'status' } });
    const cancel = footer.createEl('button', { text: messages().runs.preview.cancel });
    cancel.addEventListener('click', () => this.close());
    const merge = footer.createEl('button', { cls: 'mod-cta' });
    merge.addEventListener('click', () => void this.#merge());
    this.#drawTotals = () => {
      const chosen = this.#chosen();
      const removed = chosen.reduce((sum, { remove }) => sum + remove.length, 0);
      totals.setText(words.totals(chosen.length, this.#mergeable().length, removed));
      merge.setText(words.merge(chosen.length));
      merge.disabled = chosen.length === 0;
    };
    this.#drawTotals();
  }

  #mergeable(): readonly DuplicateGroup[] {
    return this.#groups().filter((group) => canMerge(this.#plan, group));
  }

  #chosen(): readonly DuplicateGroup[] {
    return this.#mergeable().filter((group) => !this.#without.has(keyOf(group)));
  }

  /** Merges the selected groups, unless one of their notes has changed since it was shown. */
  async #merge(): Promise<void> {
    const plan = await this.#found.plan(this.#chosen());
    if (this.#closed) return;
    if (!isSamePlan(plan, this.#plan)) {
      notify(messages().duplicates.changed);
      return void this.#read();
    }
    const run = this.#context.runController.merge(plan);
    if (!run) return void notify(messages().commands.isRunning);
    this.close();
    this.#context.show(run);
  }
}

/** Identifies a group, whichever of its notes is kept. */
function keyOf(group: DuplicateGroup | undefined): string {
  if (!group) return '';
  return [group.keep, ...group.remove]
    .map(({ path }) => path)
    .sort()
    .join('\n');
}
