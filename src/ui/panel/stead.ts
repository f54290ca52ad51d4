import { ProgressBarComponent } from 'obsidian';
import { messages } from '../../i18n';
import type { LibrarySource } from '../../library/source';

/** What stands in the list's place. */
export type Stead = 'new' | 'reading' | 'failed' | 'nothing' | 'no-match' | null;

/** What a user can do there. */
export interface SteadActions {
  readonly scan: () => void;
  readonly again: () => void;
  readonly chooseFolders: () => void;
  readonly clear: () => void;
}

/** What is to be said instead of the list; null where there are rows to show. */
export function steadOf({ library, progress }: LibrarySource, shown: number): Stead {
  if (progress.kind === 'new') return 'new';
  if (progress.kind === 'failed') return 'failed';
  if (library.size === 0) return progress.kind === 'reading' ? 'reading' : 'nothing';
  return shown === 0 ? 'no-match' : null;
}

/** Says how the reading stands, and what to do where there is nothing to show. */
export function drawStead(
  el: HTMLElement,
  stead: Stead,
  { progress }: LibrarySource,
  { scan, again, chooseFolders, clear }: SteadActions,
): void {
  const { panel } = messages();
  el.empty();
  if (progress.kind === 'reading') {
    const { done, total } = progress;
    if (stead === 'reading') el.createEl('p', { cls: 'is-heading', text: panel.reading });
    el.createEl('p', { text: panel.readingOf(done, total) });
    new ProgressBarComponent(el).setValue(total === 0 ? 0 : (100 * done) / total);
    if (stead === 'reading') el.createEl('p', { text: panel.readingWhy });
  }
  const button = (text: string, act: () => void, cls = ''): void => {
    const made = el.createEl('button', { text, cls });
    made.addEventListener('click', act);
  };
  if (stead === 'new') {
    el.createEl('p', { cls: 'is-heading', text: panel.first });
    el.createEl('p', { text: panel.firstWhy });
    el.createEl('p', { text: panel.firstPromise });
    button(panel.scan, scan, 'mod-cta');
    button(panel.folders, chooseFolders);
  }
  if (stead === 'nothing') {
    el.createEl('p', { cls: 'is-heading', text: panel.nothing });
    el.createEl('p', { text: panel.nothingWhy });
    button(panel.again, again, 'mod-cta');
    button(panel.folders, chooseFolders);
  }
  if (stead === 'failed' && progress.kind === 'failed') {
    el.createEl('p', { cls: 'is-heading', text: panel.failed });
    el.createEl('p', { text: progress.error });
    button(panel.retry, again, 'mod-cta');
  }
  if (stead === 'no-match') {
    el.createEl('p', { text: panel.noMatch });
    button(panel.clear, clear);
  }
}
