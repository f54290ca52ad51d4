import { SearchComponent } from 'obsidian';

/** Adds a search field. */
export function addSearch(el: HTMLElement): SearchComponent {
  const search = new SearchComponent(el);
  // The app gives this element a label, which needs a role.
  search.clearButtonEl.setAttribute('role', 'button');
  return search;
}
