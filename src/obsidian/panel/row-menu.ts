import type { Menu, WorkspaceLeaf } from 'obsidian';
import { countNotesToRepair, type PanelContents } from '../../core/library/derive-contents';
import type { PanelRow } from '../../core/library/view';
import type { PluginContext } from '../plugin-context';
import { openPreview } from '../preview/open-preview';
import { articleMenu } from './article-menu';
import { groupMenu } from './group-menu';

/** The actions of a row's menu in the panel. Rows and groups are identified by their keys. */
interface RowMenuActions {
  readonly expand: (keys: readonly string[], isExpanded: boolean) => void;
}

/** Creates the menu of an article or a group. Returns null if the article's note was deleted. */
export function rowMenu(
  context: PluginContext,
  leaf: WorkspaceLeaf,
  row: PanelRow,
  contents: PanelContents | null,
  { expand }: RowMenuActions,
): Menu | null {
  if (row.kind === 'article') return articleMenu(context, row.article, leaf);
  const members = contents?.group(row.name)?.members.filter(contents.isShown) ?? [];
  const paths = new Set(members.map(({ article }) => article.path));
  const keys = contents?.groupKeys() ?? [];
  return groupMenu({
    needRepair: countNotesToRepair(members),
    repair: () => openPreview(context, [...paths]),
    expandAll: () => expand(keys, true),
    collapseAll: () => expand(keys, false),
  });
}
