import { messages } from '../../core/i18n';
import { onlySelected, type SelectedArticle } from '../../core/library/selected-articles';
import type { Finder } from '../../core/repairs/define-repair';
import type { RunKind } from '../../core/runs/journal-format';
import { withOnly } from '../../core/settings/with-only';
import { notify } from '../components/notify';
import type { PluginContext } from '../plugin-context';
import { plannerFrom } from '../store/planner';

/**
 * Changes articles in a run, so that the change can be undone. All repairs are off, so nothing else in the notes
 * changes. `done` returns what the notice at the end says.
 */
export function changeArticles(
  context: PluginContext,
  articles: readonly SelectedArticle[],
  change: Finder,
  kind: RunKind,
  done: () => string,
): void {
  const planner = {
    ...plannerFrom(withOnly(context.settings(), [])),
    change: onlySelected(change, articles),
  };
  const started = context.runController.repair(pathsOf(articles), planner, {}, done, kind);
  if (!started) notify(messages().commands.isRunning);
}

/** Returns the paths of the articles' notes, each once. */
export function pathsOf(articles: readonly Pick<SelectedArticle, 'path'>[]): readonly string[] {
  return [...new Set(articles.map(({ path }) => path))];
}
