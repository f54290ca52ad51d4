import { Notice, Platform, type Plugin } from 'obsidian';
import { messages } from '../../core/i18n';
import type { AnyRun } from './active-run';
import { notify } from '../components/notify';
import type { PluginContext } from '../plugin-context';
import { endText } from './run-modal';
import { undoRunOf } from './undo';

/** Shows the progress of a run while no window shows it: in the status bar, or in a notice on phones. */
export function registerRunStatus(plugin: Plugin, context: PluginContext): void {
  let stop: () => void = () => undefined;
  let endNotice: Notice | null = null;
  plugin.register(() => {
    stop();
    endNotice?.hide();
  });
  context.runController.onStart = (started) => {
    const show = (): void => context.show(started);
    const indicator = Platform.isMobile ? noticeIndicator(show) : statusBarIndicator(plugin, show);
    const draw = (): void => {
      const { kind, run } = started;
      if (run.end) return end();
      indicator.setText(run.shown ? null : statusText(kind, run.done, run.total));
    };
    const unwatch = started.run.watch(draw);
    const end = (): void => {
      stop();
      if (!started.run.shown) endNotice = announceEnd(context, started);
    };
    stop = () => {
      unwatch();
      indicator.remove();
      stop = () => undefined;
    };
  };
}

function statusText(kind: AnyRun['kind'], done: number, total: number): string {
  const { images, runs } = messages();
  return kind === 'images' ? images.status(done, total) : runs.run.status(kind, done, total);
}

interface StatusIndicator {
  /** Null hides it. */
  readonly setText: (text: string | null) => void;
  readonly remove: () => void;
}

function statusBarIndicator(plugin: Plugin, show: () => void): StatusIndicator {
  const item = plugin.addStatusBarItem();
  item.addClass('mod-clickable');
  const button = item.createEl('button', { cls: 'omnivore-rescue-status' });
  button.addEventListener('click', show);
  return {
    setText(text) {
      item.toggle(text !== null);
      if (text !== null) button.setText(text);
    },
    remove: () => item.remove(),
  };
}

/** A tap hides a notice. It also shows the run, so that the user does not lose it. */
function noticeIndicator(show: () => void): StatusIndicator {
  let notice: Notice | null = null;
  const remove = (): void => {
    notice?.hide();
    notice = null;
  };
  return {
    setText(text) {
      if (text === null) return remove();
      if (notice) notice.setMessage(text);
      else {
        notice = new Notice(text, 0);
        notice.containerEl.addEventListener('click', show);
      }
    },
    remove,
  };
}

/** Returns the run's own message for its end. Null if it has none, or if something was skipped or failed. */
function doneTextOf({ kind, run }: AnyRun): string | null {
  if (kind !== 'repair' || !run.doneText || !run.end) return null;
  const { report, stopped, error } = run.end;
  const isComplete = !stopped && error === null;
  const { repaired, left, failed } = report;
  const wentWell = isComplete && left.length === 0 && failed.length === 0;
  return wentWell ? run.doneText(repaired.length) : null;
}

function announceEnd(context: PluginContext, started: AnyRun): Notice {
  const { run } = messages().runs;
  const id = started.kind === 'undo' ? null : started.run.end?.report.run;
  const doneText = doneTextOf(started);
  if (id && doneText !== null) {
    return notify(doneText, { label: run.undo, act: () => void undoRunOf(context, id) });
  }
  const show = { label: run.show, act: () => context.show(started) };
  const undo = { label: run.undo, act: () => void undoRunOf(context, id ?? '') };
  return notify(endText(started), ...(id ? [undo, show] : [show]));
}
