import { SearchComponent } from 'obsidian';

/** Adds a field to search with. */
export function addSearch(el: HTMLElement): SearchComponent {
  const search = new SearchComponent(el);
  // The app gives it a name, which a mere box can't have.
  search.clearButtonEl.setAttribute('role', 'button');
  return search;
}
