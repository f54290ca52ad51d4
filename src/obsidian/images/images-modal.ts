import { Modal } from 'obsidian';
import { messages } from '../../core/i18n';
import { withImageResults } from '../../core/library/decisions';
import { keptItem } from '../../core/report/image-report';
import { messageOf } from '../../core/runs/error-message';
import { savedBefore } from '../../core/runs/saved-before';
import { hostsOf, wantedImages } from '../../core/runs/wanted-images';
import { notify } from '../components/notify';
import type { PluginContext } from '../plugin-context';
import { drawReading, type Reading } from '../preview/reading-progress';
import { imageReader, startImages, type ImagesToSave } from './run-images';

/** Opens the preview for saving the images of notes, unless a run is active. */
export function openImages(context: PluginContext, paths: readonly string[]): void {
  if (context.runController.current) return void notify(messages().commands.isRunning);
  context.open(new ImagesModal(context, paths));
}

/** Shows how many images each host has, before any of them is requested. */
class ImagesModal extends Modal {
  readonly #context: PluginContext;
  readonly #paths: readonly string[];
  #isOpen = false;

  constructor(context: PluginContext, paths: readonly string[]) {
    super(context.app);
    this.#context = context;
    this.#paths = paths;
  }

  override onOpen(): void {
    this.#isOpen = true;
    this.setTitle(messages().images.reading);
    const reading = drawReading(this.contentEl, this.#paths.length, () => this.close());
    void this.#read(reading);
  }

  override onClose(): void {
    this.#isOpen = false;
    this.contentEl.empty();
  }

  async #read(reading: Reading): Promise<void> {
    const { settings, store, runController } = this.#context;
    try {
      let done = 0;
      const wanted = await wantedImages(this.#whileOpen(), store(), imageReader(settings()), () =>
        reading.show(++done),
      );
      const known = await savedBefore(wanted.images, runController.journal, runController.files);
      if (this.#isOpen) this.#show({ wanted, known });
    } catch (error) {
      if (this.#isOpen) reading.fail(messageOf(error));
    }
  }

  *#whileOpen(): Generator<string> {
    for (const path of this.#paths) {
      if (!this.#isOpen) return;
      yield path;
    }
  }

  #show(images: ImagesToSave): void {
    const words = messages().images;
    const { wanted, known } = images;
    const count = wanted.images.size;
    this.contentEl.empty();
    const buttons = (): HTMLElement => this.contentEl.createDiv('modal-button-container');
    const left = wanted.kept.map(keptItem);
    if (count === 0) {
      this.setTitle(words.nothingTitle);
      const text = left.length > 0 ? words.kept(left.length) : words.nothing;
      this.contentEl.createEl('p', { text });
      if (left.length > 0) {
        const { decisions } = this.#context;
        void decisions.change((all) => withImageResults(all, { left, saved: [] }));
      }
      const close = buttons().createEl('button', { text: messages().runs.preview.close });
      close.addEventListener('click', () => this.close());
      close.focus();
      return;
    }
    this.setTitle(words.title(count));
    this.contentEl.createEl('p', { text: words.inNotes(wanted.notes.size) });
    this.#drawHosts(hostsOf(wanted.images.values()));
    if (known.size > 0) this.contentEl.createEl('p', { text: words.known(known.size) });
    if (left.length > 0) this.contentEl.createEl('p', { text: words.kept(left.length) });
    this.contentEl.createEl('p', { cls: 'omnivore-rescue-promise', text: words.promise });
    const row = buttons();
    const cancel = row.createEl('button', { text: messages().runs.preview.cancel });
    cancel.addEventListener('click', () => this.close());
    const save = row.createEl('button', { cls: 'mod-cta', text: words.save(count) });
    save.addEventListener('click', () => this.#start(images));
    save.focus();
  }

  #drawHosts(hosts: ReturnType<typeof hostsOf>): void {
    const words = messages().images;
    const attr = { 'aria-label': words.hosts, tabindex: '0' };
    const list = this.contentEl.createEl('ul', { cls: 'omnivore-rescue-hosts', attr });
    for (const [host, count] of hosts) list.createEl('li', { text: words.ofHost(host, count) });
  }

  #start(images: ImagesToSave): void {
    this.close();
    const run = startImages(this.#context, images);
    if (run) this.#context.show(run);
    else notify(messages().commands.isRunning);
  }
}
