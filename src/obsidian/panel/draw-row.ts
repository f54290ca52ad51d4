import { Platform, setIcon } from 'obsidian';
import { messages } from '../../core/i18n';
import type { ListedArticle } from '../../core/library/listed-article';
import type { Grouping, GroupRow, PanelRow } from '../../core/library/view';
import { dayName, monthName } from './names';

/** Heights in pixels, of a mouse's list and of a finger's. */
export function rowHeight({ kind }: PanelRow, isMobile: boolean): number {
  if (kind === 'group') return isMobile ? 44 : 28;
  return isMobile ? 56 : 44;
}

/** What a row is called, as it is shown and read. */
export function nameOf(row: PanelRow, grouping: Grouping): string {
  const { panel } = messages();
  if (row.kind === 'article') return row.article.title;
  if (row.name === '') return panel.nameless[grouping];
  if (grouping === 'month') return monthName(row.name);
  return row.depth === 0 ? row.name : row.name.slice(row.name.lastIndexOf('/') + 1);
}

/** Whether two rows look the same: rows are derived again and again, mostly with the same values. */
export function isSameRow(a: PanelRow, b: PanelRow): boolean {
  const names = Object.keys(a) as (keyof PanelRow)[];
  return a.kind === b.kind && names.every((name) => a[name] === b[name]);
}

/** Draws a row of the panel. All that comes from notes is set as text. */
export function drawRow(row: PanelRow, el: HTMLElement, grouping: Grouping): void {
  el.className = `omnivore-rescue-row tree-item-self is-clickable is-${row.kind}`;
  el.style.setProperty('--omnivore-rescue-depth', String(row.depth));
  el.setAttribute('aria-level', String(row.depth + 1));
  if (row.kind === 'group') drawGroup(row, el, grouping);
  else drawArticle(row.article, el, grouping);
}

/** Puts other words into the drawn row of an article; false where more than words has changed. */
export function redrawArticle(
  row: PanelRow,
  before: PanelRow,
  el: HTMLElement,
  grouping: Grouping,
): boolean {
  if (row.kind !== 'article' || before.kind !== 'article') return false;
  const { article } = row;
  if (badgesOf(article) !== badgesOf(before.article)) return false;
  const words = wordsOf(article, grouping);
  for (const [i, line] of Array.from(el.firstElementChild?.children ?? []).entries()) {
    if (line.textContent === words[i]) continue;
    // Where there was nothing, there is no text to change.
    if (!line.firstChild) line.append('');
    (line.firstChild as Text).data = words[i] ?? '';
  }
  return true;
}

function drawGroup(row: GroupRow, el: HTMLElement, grouping: Grouping): void {
  const { panel, runs } = messages();
  el.setAttribute('aria-expanded', String(row.expanded));
  el.addClass('mod-collapsible');
  const fold = el.createDiv({
    cls: 'omnivore-rescue-fold tree-item-icon collapse-icon',
    attr: { 'aria-hidden': 'true' },
  });
  fold.toggleClass('is-collapsed', !row.expanded);
  setIcon(fold, 'right-triangle');
  const text = nameOf(row, grouping);
  el.createDiv({ cls: 'omnivore-rescue-name tree-item-inner', text, attr: { dir: 'auto' } });
  if (row.needRepair > 0) drawDue(el, panel.needRepairInGroup(row.needRepair));
  el.createDiv('tree-item-flair-outer').createSpan({
    cls: 'omnivore-rescue-number tree-item-flair',
    text: runs.number(row.count),
  });
}

function drawArticle(article: ListedArticle, el: HTMLElement, grouping: Grouping): void {
  const { panel } = messages();
  // There a finger held down would drag, and the menu would not open.
  el.draggable = !Platform.isIosApp;
  const lines = el.createDiv('omnivore-rescue-lines tree-item-inner');
  const { draft, pendingRepairs } = article;
  const [title, about] = wordsOf(article, grouping);
  lines.createDiv({ cls: 'omnivore-rescue-name', text: title, attr: { dir: 'auto' } });
  lines.createDiv({ cls: 'omnivore-rescue-about', text: about, attr: { dir: 'auto' } });
  if (draft === true) el.createDiv({ cls: 'omnivore-rescue-draft', text: panel.draft });
  if (pendingRepairs > 0) drawDue(el, panel.needsRepair);
}

function drawDue(el: HTMLElement, label: string): void {
  el.createDiv({ cls: 'omnivore-rescue-due', attr: { role: 'img', 'aria-label': label } });
}

/** The title, and under it the day and what the group does not say already. Nobody reads ten thousand letters here, and laying them out takes its time. */
function wordsOf(
  { title, saved, published, source, tags }: ListedArticle,
  grouping: Grouping,
): readonly [title: string, about: string] {
  const day = saved ?? published;
  const other = grouping === 'source' ? tags.slice(0, 4).join(', ') : source;
  const about = [day && dayName(day), other].filter(Boolean).join(' · ');
  return [title.slice(0, 300), about.slice(0, 300)];
}

function badgesOf({ draft, pendingRepairs }: ListedArticle): string {
  return `${draft === true} ${pendingRepairs > 0}`;
}
