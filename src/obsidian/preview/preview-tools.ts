import { messages } from '../../core/i18n';
import { addLabel } from '../components/label';
import { addSearch } from '../components/add-search';
import type { PreviewState } from './preview-state';

/** What the user can do with all notes in the list. */
export interface ToolActions {
  readonly search: (text: string) => void;
  readonly chooseShown: (wanted: boolean) => void;
  readonly onlyThese: () => void;
  readonly expandAll: (expanded: boolean) => void;
}

/** The search field, and a function that updates the tools. */
export interface PreviewTools {
  readonly searchEl: HTMLInputElement;
  readonly update: (state: PreviewState) => void;
}

/** Draws the search, *Select all*, *Only these* and *Expand all*. */
export function drawPreviewTools(parent: HTMLElement, actions: ToolActions): PreviewTools {
  const { preview } = messages().runs;
  const bar = parent.createDiv('omnivore-rescue-tools');
  const search = addSearch(bar).setPlaceholder(preview.search);
  addLabel(bar, search.inputEl, preview.search);
  search.onChange(actions.search);
  const label = bar.createEl('label', 'omnivore-rescue-all');
  const box = label.createEl('input', { type: 'checkbox' });
  label.createSpan({ text: preview.all });
  box.addEventListener('change', () => actions.chooseShown(box.checked));
  const only = bar.createEl('button', { text: preview.onlyThese });
  only.addEventListener('click', actions.onlyThese);
  const expand = bar.createEl('button');
  let areAllOpen = false;
  expand.addEventListener('click', () => actions.expandAll(!areAllOpen));
  return {
    searchEl: search.inputEl,
    update(state) {
      const { shown, search, opened } = state;
      const selections = shown.filter((note) => state.canChoose(note)).map(state.selectionOf);
      label.toggle(selections.length > 0);
      box.checked = selections.length > 0 && selections.every((each) => each === 'all');
      box.indeterminate = !box.checked && selections.some((each) => each !== 'none');
      only.toggle(search.trim() !== '' && selections.length > 0);
      areAllOpen = shown.length > 0 && shown.every(({ path }) => opened.has(path));
      expand.setText(areAllOpen ? preview.collapseAll : preview.expandAll);
      expand.toggle(shown.length > 0);
    },
  };
}
