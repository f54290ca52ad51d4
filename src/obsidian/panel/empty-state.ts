import { ProgressBarComponent } from 'obsidian';
import { messages } from '../../core/i18n';
import type { LibrarySource } from '../../core/library/library';
import type { ScanProgress } from '../../core/library/view';

/**
 * What the empty state shows. `reading-on`: the vault is still being read, and the list has articles
 * already.
 */
type EmptyStateKind =
  'first-run' | 'reading' | 'reading-on' | 'failed' | 'nothing' | 'no-match' | null;

/** The actions of the empty state's buttons. */
export interface EmptyStateActions {
  readonly scan: () => void;
  readonly chooseFolders: () => void;
  readonly clear: () => void;
  readonly searchFullText: () => void;
  /** Moves the keyboard focus to the list. */
  readonly toList: () => void;
}

/** The text that replaces the list, or appears above it while the vault is read. */
export interface EmptyState {
  /** Shows the progress of the scan. `shown` is the number of articles in the list. */
  readonly show: (source: LibrarySource, shown: number) => void;
}

/** Returns what to show; null if the scan has finished and the list has rows. */
function emptyStateOf({ library, progress }: LibrarySource, shown: number): EmptyStateKind {
  if (progress.kind === 'not-started') return 'first-run';
  if (progress.kind === 'failed') return 'failed';
  if (progress.kind === 'reading') return library.size === 0 ? 'reading' : 'reading-on';
  if (library.size === 0) return 'nothing';
  return shown === 0 ? 'no-match' : null;
}

/**
 * Draws the progress of the scan, and what the user can do if there is nothing to show. Buttons are kept
 * while they are useful, because one may have the keyboard focus. If its button is removed, the focus moves
 * to the next text, and finally to the list.
 */
export function drawEmptyState(el: HTMLElement, actions: EmptyStateActions): EmptyState {
  el.tabIndex = -1;
  let before = '';
  let showProgress: ((progress: ScanProgress) => void) | null = null;
  return {
    show(source, shown) {
      const kind = emptyStateOf(source, shown);
      const { progress } = source;
      const now = `${kind ?? ''} ${progress.kind === 'failed' ? progress.error : ''}`;
      if (now !== before) {
        const hadFocus = el.contains(el.doc.activeElement);
        el.empty();
        showProgress = kind === 'reading' || kind === 'reading-on' ? drawScanning(el, kind) : null;
        if (!showProgress) drawMessage(el, kind, progress, actions);
        if (hadFocus && kind === null) actions.toList();
        else if (hadFocus) el.focus();
      }
      before = now;
      showProgress?.(progress);
    },
  };
}

/** Draws the progress. Screen readers skip its numbers, which change too often. */
function drawScanning(el: HTMLElement, kind: EmptyStateKind): (progress: ScanProgress) => void {
  const { panel } = messages();
  if (kind === 'reading') el.createEl('p', { cls: 'is-heading', text: panel.reading });
  const countEl = el.createEl('p', { attr: { 'aria-live': 'off' } });
  const bar = new ProgressBarComponent(el);
  if (kind === 'reading') el.createEl('p', { text: panel.readingWhy });
  return (progress) => {
    if (progress.kind !== 'reading') return;
    const { done, total } = progress;
    countEl.setText(panel.readingOf(done, total));
    bar.setValue(total === 0 ? 0 : (100 * done) / total);
  };
}

function drawMessage(
  el: HTMLElement,
  kind: EmptyStateKind,
  progress: ScanProgress,
  { scan, chooseFolders, clear, searchFullText }: EmptyStateActions,
): void {
  const { panel } = messages();
  const drawText = (heading: string, text: string): void => {
    el.createEl('p', { cls: 'is-heading', text: heading });
    el.createEl('p', { text });
  };
  const buttons = (...made: (readonly [string, () => void])[]): void => {
    const row = el.createDiv('omnivore-rescue-empty-state-buttons');
    for (const [i, [text, act]] of made.entries()) {
      const button = row.createEl('button', { text, cls: i === 0 ? 'mod-cta' : '' });
      button.addEventListener('click', act);
    }
  };
  switch (kind) {
    case 'first-run':
      drawText(panel.firstRun, panel.firstRunWhy);
      buttons([panel.scan, scan], [panel.folders, chooseFolders]);
      break;
    case 'nothing':
      drawText(panel.nothing, panel.nothingWhy);
      buttons([panel.folders, chooseFolders], [panel.scanAgain, scan]);
      break;
    case 'failed':
      drawText(panel.failed, panel.failedWhy);
      if (progress.kind === 'failed') el.createEl('p', { cls: 'is-error', text: progress.error });
      buttons([panel.retry, scan], [panel.folders, chooseFolders]);
      break;
    case 'no-match':
      el.createEl('p', { text: panel.noMatch });
      buttons([panel.clear, clear], [panel.searchFullText, searchFullText]);
  }
}
