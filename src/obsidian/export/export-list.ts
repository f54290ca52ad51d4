import { SuggestModal } from 'obsidian';
import { zoneName } from '../../core/dates/zone';
import { messages } from '../../core/i18n';
import { listItemOf, type ListItem } from '../../core/reading-list/list-item';
import {
  LIST_ENDINGS,
  LIST_FORMATS,
  writeList,
  type ListFormat,
} from '../../core/reading-list/write-list';
import { planNotes } from '../../core/runs/plan-notes';
import { notify } from '../components/notify';
import type { PluginContext } from '../plugin-context';
import { createWithFreeName } from '../store/free-path';
import { plainReason } from '../store/plain-reason';
import { plannerFrom } from '../store/planner';

/** Asks for a format, and writes the saved articles of notes to a reading list in the vault. */
export class ExportListModal extends SuggestModal<ListFormat> {
  readonly #context: PluginContext;
  readonly #paths: readonly string[];

  constructor(context: PluginContext, paths: readonly string[]) {
    super(context.app);
    this.#context = context;
    this.#paths = paths;
    this.setPlaceholder(messages().importing.list.placeholder);
  }

  override getSuggestions(query: string): ListFormat[] {
    const { formats } = messages().importing.list;
    const words = query.toLowerCase();
    return LIST_FORMATS.filter((format) => formats[format].toLowerCase().includes(words));
  }

  override renderSuggestion(format: ListFormat, el: HTMLElement): void {
    el.setText(messages().importing.list.formats[format]);
  }

  override onChooseSuggestion(format: ListFormat): void {
    void exportList(this.#context, this.#paths, format);
  }
}

async function exportList(
  { app, settings, store }: PluginContext,
  paths: readonly string[],
  format: ListFormat,
): Promise<void> {
  const { list } = messages().importing;
  try {
    const zone = zoneName(settings().dates.zone);
    const items: ListItem[] = [];
    for await (const note of planNotes(paths, store(), plannerFrom(settings()))) {
      if (note.kind === 'failed' || note.plan.detection.kind !== 'saved') continue;
      for (const article of note.plan.detection.articles)
        items.push(listItemOf(article, note.path, zone));
    }
    if (items.length === 0) return void notify(list.none);
    const name = `${list.name}${LIST_ENDINGS[format]}`;
    const path = await createWithFreeName(app, name, writeList(items, format));
    notify(list.saved(items.length, path));
  } catch (error) {
    notify(list.failed(plainReason(error)));
  }
}
