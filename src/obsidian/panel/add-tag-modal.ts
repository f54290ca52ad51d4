import { SuggestModal } from 'obsidian';
import { messages } from '../../core/i18n';
import { addTag, tagFrom } from '../../core/library/add-tag';
import type { ListedArticle } from '../../core/library/listed-article';
import { addLabel } from '../components/label';
import type { PluginContext } from '../plugin-context';
import { changeArticles } from './change-articles';

/** Asks for a tag, suggesting those of all saved articles, and adds it to articles. */
export class AddTagModal extends SuggestModal<string> {
  readonly #context: PluginContext;
  readonly #articles: readonly ListedArticle[];
  readonly #tags: readonly string[];

  constructor(context: PluginContext, articles: readonly ListedArticle[]) {
    super(context.app);
    this.#context = context;
    this.#articles = articles;
    const all = context.library.library.articles.flatMap(({ article: { tags } }) => tags);
    this.#tags = [...new Set(all.flatMap((tag) => tagFrom(tag) ?? []))].sort();
    const { addTag: words } = messages().panel;
    this.emptyStateText = words.invalid;
    this.setPlaceholder(words.placeholder);
    addLabel(this.modalEl, this.modalEl, words.placeholder);
  }

  override getSuggestions(query: string): string[] {
    const typed = tagFrom(query);
    const wanted = query.trim().replace(/^#/, '').toLowerCase();
    const found = this.#tags.filter((tag) => tag.toLowerCase().includes(wanted));
    const isNew = typed !== null && !found.some((tag) => tag.toLowerCase() === typed.toLowerCase());
    return isNew ? [typed, ...found] : found;
  }

  override renderSuggestion(tag: string, el: HTMLElement): void {
    el.setText(`#${tag}`);
  }

  override onChooseSuggestion(tag: string): void {
    const articles = this.#articles;
    changeArticles(this.#context, articles, addTag(tag), 'tags', () =>
      messages().panel.addTag.done(tag, articles.length),
    );
  }
}
