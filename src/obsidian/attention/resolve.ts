import { Keymap, TFile } from 'obsidian';
import { archivedUrl, WAYBACK_MACHINE } from '../../core/images/attempts';
import { messages } from '../../core/i18n';
import type { AttentionItem, UnresolvedFinding, UnsavedImage } from '../../core/library/attention';
import { withIgnored } from '../../core/library/decisions';
import type { UnresolvedReason } from '../../core/repairs/repair';
import { fieldText } from '../../core/settings/field-text';
import type { SettingPath } from '../../core/settings/schema';
import { withOnly } from '../../core/settings/with-only';
import { notify } from '../components/notify';
import { openImages } from '../images/images-modal';
import type { PluginContext } from '../plugin-context';
import { plannerFrom } from '../store/planner';

/** An action that resolves an item. */
export interface ItemAction {
  readonly name: string;
  /** Whether it shows something else, so that the window with the item has to close. */
  readonly leaves: boolean;
  readonly act: (event: MouseEvent) => void;
}

/** The settings that resolve a reason for all notes. */
const SETTINGS: Readonly<Partial<Record<UnresolvedReason, SettingPath>>> = {
  'ambiguous-date': 'dates.order',
  'date-link': 'dates.links',
  'no-zone': 'dates.zone',
  'clock-change': 'dates.zone',
  'misread-date': 'dates.format',
  'no-publisher': 'draftFlag.preset',
  'publisher-unread-date': 'draftFlag.preset',
};

/** Returns the actions that resolve an item of a note. The last one ignores it. */
export function actionsFor(
  context: PluginContext,
  path: string,
  item: AttentionItem,
): readonly ItemAction[] {
  const specific =
    item.kind === 'image' ? imageActions(context, path, item) : findingActions(context, path, item);
  return [...specific, ignoreAction(context, path, item, true)];
}

/** Returns the action that no longer ignores an item. */
export function stopIgnoringAction(
  context: PluginContext,
  path: string,
  item: AttentionItem,
): ItemAction {
  return ignoreAction(context, path, item, false);
}

function ignoreAction(
  { decisions }: PluginContext,
  path: string,
  item: AttentionItem,
  isIgnored: boolean,
): ItemAction {
  const { panel } = messages();
  return {
    name: isIgnored ? panel.ignore : panel.stopIgnoring,
    leaves: false,
    act: () => void decisions.change((all) => withIgnored(all, path, item, isIgnored)),
  };
}

function imageActions(
  context: PluginContext,
  path: string,
  { url }: UnsavedImage,
): readonly ItemAction[] {
  const { images } = messages();
  return [
    { name: images.tryAgain, leaves: true, act: () => openImages(context, [path]) },
    { name: images.openArchived, leaves: false, act: () => openArchived(url) },
  ];
}

/**
 * Opens the copies of an image or an article in the Wayback Machine, in the browser, near a time in milliseconds since
 * 1970. If the time is not known (NaN), opens the last copy.
 */
export function openArchived(url: string, nearMs = NaN): void {
  const near = Number.isNaN(nearMs) ? Date.now() : nearMs;
  window.open(archivedUrl(WAYBACK_MACHINE, url, near).replace('id_/', '/'));
}

function findingActions(
  context: PluginContext,
  path: string,
  finding: UnresolvedFinding,
): readonly ItemAction[] {
  const { panel } = messages();
  const actions: ItemAction[] = [];
  if (finding.reason === 'ambiguous-date') {
    for (const order of ['day-first', 'month-first'] as const) {
      const act = (): void => decideDayOrder(context, path, order);
      actions.push({ name: panel.dayOrders[order], leaves: false, act });
    }
  }
  const setting = SETTINGS[finding.reason];
  if (setting !== undefined) {
    const act = (): void => context.openSettings(fieldText(setting, messages()).name);
    actions.push({ name: panel.openSetting, leaves: true, act });
  }
  const open = (event: MouseEvent): void => void openLine(context, path, finding.line, event);
  return [...actions, { name: panel.openLine, leaves: true, act: open }];
}

/**
 * Normalizes the dates of one note, reading the day or the month first. Uses a run, so that it can be
 * undone.
 */
function decideDayOrder(
  context: PluginContext,
  path: string,
  order: 'day-first' | 'month-first',
): void {
  const settings = withOnly(context.settings(), ['dates']);
  const planner = plannerFrom({ ...settings, dates: { ...settings.dates, order } });
  if (!context.runController.repair([path], planner)) notify(messages().commands.isRunning);
}

async function openLine(
  { app: { vault, workspace } }: PluginContext,
  path: string,
  line: number,
  event: MouseEvent,
): Promise<void> {
  const file = vault.getAbstractFileByPath(path);
  if (!(file instanceof TFile)) return;
  await workspace.getLeaf(Keymap.isModEvent(event)).openFile(file, { eState: { line } });
}
