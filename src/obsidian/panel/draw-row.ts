import { Platform, renderResults, setIcon } from 'obsidian';
import { messages } from '../../core/i18n';
import type { ListedArticle } from '../../core/library/listed-article';
import { rowFacets } from '../../core/library/row-facets';
import type { Facet, Grouping, GroupRow, PanelRow } from '../../core/library/view';
import type { ReadingState } from '../../core/omnivore/reading-state';
import { fileName } from '../../core/text/paths';
import { dayName, monthName } from './names';
import { shortReasonOf } from '../attention/attention-rows';
import type { RowStyle } from './row-style';

/** The most characters of a text that a row shows. Laying out very long text is slow. */
const MAX_CHARACTERS = 300;
/** The most tags that a row shows. */
const MAX_TAGS = 6;

/** The icon of each state. Unread articles have none. */
const STATE_ICONS: Readonly<Record<Exclude<ReadingState, 'unread'>, string>> = {
  reading: 'book-open',
  read: 'check',
  archived: 'archive',
};

/** Returns the height of a row, in pixels. Rows are higher on touch screens. */
export function rowHeight({ kind }: PanelRow, isMobile: boolean): number {
  if (kind === 'group') return isMobile ? 44 : 28;
  return isMobile ? 56 : 44;
}

/** Returns the name of a row, for the screen and for screen readers. */
export function rowName(row: PanelRow, grouping: Grouping): string {
  const { panel } = messages();
  if (row.kind === 'article') return row.article.title;
  if (row.name === '') return grouping === 'none' ? '' : panel.nameless[grouping];
  if (grouping === 'month') return monthName(row.name);
  return row.depth === 0 ? row.name : fileName(row.name);
}

/** Returns whether two rows look the same. Rows are derived often, mostly with the same values. */
export function isSameRow(a: PanelRow, b: PanelRow): boolean {
  const names = Object.keys(a) as (keyof PanelRow)[];
  return a.kind === b.kind && names.every((name) => a[name] === b[name]);
}

/** Draws a row of the panel. Sets all content from notes as text, never as HTML. */
export function drawRow(row: PanelRow, el: HTMLElement, style: RowStyle): void {
  el.className = `omnivore-rescue-row tree-item-self is-clickable is-${row.kind}`;
  el.style.setProperty('--omnivore-rescue-depth', String(row.depth));
  el.setAttribute('aria-level', String(row.depth + 1));
  if (row.kind === 'group') drawGroupRow(row, el, style);
  else drawArticle(row.article, el, style);
}

/** Updates the text in an article's drawn row. Returns false if more than its text has changed. */
export function redrawArticle(
  row: PanelRow,
  before: PanelRow,
  el: HTMLElement,
  style: RowStyle,
): boolean {
  if (row.kind !== 'article' || before.kind !== 'article' || style.words.length > 0) return false;
  const { article } = row;
  if (badgesOf(article, style) !== badgesOf(before.article, style)) return false;
  const words = titleAndDetails(article, style);
  for (const [i, line] of Array.from(el.firstElementChild?.children ?? []).entries()) {
    if (line.textContent === words[i]) continue;
    // An empty line has no text node yet.
    if (!line.firstChild) line.append('');
    (line.firstChild as Text).data = words[i] ?? '';
  }
  return true;
}

function drawGroupRow(row: GroupRow, el: HTMLElement, style: RowStyle): void {
  const { number } = messages();
  el.setAttribute('aria-expanded', String(row.expanded));
  el.addClass('mod-collapsible');
  const icon = el.createDiv({
    cls: 'omnivore-rescue-fold tree-item-icon collapse-icon',
    attr: { 'aria-hidden': 'true' },
  });
  icon.toggleClass('is-collapsed', !row.expanded);
  setIcon(icon, 'right-triangle');
  const text = rowName(row, style.grouping);
  drawMatches(el, 'omnivore-rescue-name tree-item-inner', text, style);
  el.createDiv('tree-item-flair-outer').createSpan({
    cls: 'omnivore-rescue-number tree-item-flair',
    text: number(row.count),
  });
}

function drawArticle(article: ListedArticle, el: HTMLElement, style: RowStyle): void {
  const { panel } = messages();
  // On iOS, a long press would start a drag, and the menu would not open.
  el.draggable = !Platform.isIosApp;
  const lines = el.createDiv('omnivore-rescue-lines tree-item-inner');
  const [title, about] = titleAndDetails(article, style);
  drawMatches(lines, 'omnivore-rescue-name', title, style);
  drawMatches(lines, 'omnivore-rescue-about', about, style);
  const { draft, state } = article;
  if (draft === true && style.showsDrafts) {
    el.createDiv({ cls: 'omnivore-rescue-draft', text: panel.draft });
  }
  if (state === null || state === 'unread' || !style.facets.includes('state')) return;
  const attr = { role: 'img', 'aria-label': panel.states[state] };
  setIcon(el.createDiv({ cls: 'omnivore-rescue-state', attr }), STATE_ICONS[state]);
}

/** Draws a line of text and highlights the search matches. The line has its own text direction. */
function drawMatches(el: HTMLElement, cls: string, text: string, { find }: RowStyle): void {
  const line = el.createDiv({ cls, attr: { dir: 'auto' } });
  const matches = find(text);
  if (matches.length === 0) line.setText(text);
  else renderResults(line, text, { score: 0, matches });
}

/** Returns the title and the line below it. */
function titleAndDetails(
  article: ListedArticle,
  style: RowStyle,
): readonly [title: string, about: string] {
  const about = style.showsAttention ? reasonsOf(article) : facetsOf(article, style);
  return [article.title.slice(0, MAX_CHARACTERS), about.slice(0, MAX_CHARACTERS)];
}

function facetsOf(article: ListedArticle, style: RowStyle): string {
  const { facets, tags } = rowFacets(article, style.grouping, style.facets, style.words);
  const texts = facets.map((facet) => facetText(facet, article, tags));
  return texts.filter(Boolean).join(' · ');
}

function facetText(
  facet: Facet,
  { saved, published, source, author, minutes, highlights }: ListedArticle,
  tags: readonly string[],
): string | null {
  const { panel } = messages();
  const day = saved ?? published;
  switch (facet) {
    case 'date':
      return day && dayName(day);
    case 'source':
      return source;
    case 'author':
      return author;
    case 'minutes':
      return minutes === null ? null : panel.minutes(minutes);
    case 'highlights':
      return highlights === 0 ? null : panel.highlights(highlights);
    case 'tags':
      return tags.slice(0, MAX_TAGS).join(', ');
    // The state is drawn as an icon.
    case 'state':
      return null;
  }
}

function reasonsOf({ attention }: ListedArticle): string {
  return [...new Set(attention.map(shortReasonOf))].join(' · ');
}

function badgesOf({ draft, state }: ListedArticle, style: RowStyle): string {
  return `${draft === true && style.showsDrafts} ${state}`;
}
