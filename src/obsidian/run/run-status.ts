import { Notice, Platform, type Plugin } from 'obsidian';
import { messages } from '../../core/i18n';
import type { AnyRun } from './run-controller';
import { notify } from '../components/notify';
import type { PluginContext } from '../plugin-context';
import { endInWords } from './run-modal';
import { undoRunOf } from './undo';

/** Shows the progress of a run while no window shows it: in the status bar, or in a notice on phones. */
export function registerRunStatus(plugin: Plugin, context: PluginContext): void {
  let stop: () => void = () => undefined;
  let announced: Notice | null = null;
  plugin.register(() => {
    stop();
    announced?.hide();
  });
  context.runController.onBegin = (begun) => {
    const show = (): void => context.show(begun);
    const sign = Platform.isMobile ? noticeSign(show) : statusBarSign(plugin, show);
    const draw = (): void => {
      const { kind, run } = begun;
      if (run.end) return end();
      sign.say(run.shown ? null : statusInWords(kind, run.done, run.total));
    };
    const unwatch = begun.run.watch(draw);
    const end = (): void => {
      stop();
      if (!begun.run.shown) announced = announceEnd(context, begun);
    };
    stop = () => {
      unwatch();
      sign.remove();
      stop = () => undefined;
    };
  };
}

function statusInWords(kind: AnyRun['kind'], done: number, total: number): string {
  const { images, runs } = messages();
  return kind === 'images' ? images.status(done, total) : runs.run.status(kind, done, total);
}

interface Sign {
  /** Null hides it. */
  readonly say: (text: string | null) => void;
  readonly remove: () => void;
}

function statusBarSign(plugin: Plugin, show: () => void): Sign {
  const item = plugin.addStatusBarItem();
  item.addClass('mod-clickable');
  const button = item.createEl('button', { cls: 'omnivore-rescue-status' });
  button.addEventListener('click', show);
  return {
    say(text) {
      item.toggle(text !== null);
      if (text !== null) button.setText(text);
    },
    remove: () => item.remove(),
  };
}

/** A tap hides a notice. It also shows the run, so that the user does not lose it. */
function noticeSign(show: () => void): Sign {
  let notice: Notice | null = null;
  const remove = (): void => {
    notice?.hide();
    notice = null;
  };
  return {
    say(text) {
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

function announceEnd(context: PluginContext, begun: AnyRun): Notice {
  const { run } = messages().runs;
  const id = begun.kind === 'undo' ? null : begun.run.end?.report.run;
  const { doneText } = begun.run;
  if (id && doneText !== null) {
    return notify(doneText, { label: run.undo, act: () => void undoRunOf(context, id) });
  }
  const show = { label: run.show, act: () => context.show(begun) };
  const undo = { label: run.undo, act: () => void undoRunOf(context, id ?? '') };
  return notify(endInWords(begun), ...(id ? [undo, show] : [show]));
}
