import { messages } from '../../core/i18n';
import type { AttentionItem, ListedArticle } from '../../core/library/listed-article';
import { fieldText } from '../../core/settings/field-text';
import type { SettingPath } from '../../core/settings/schema';
import type { UnresolvedReason } from '../../core/repairs/repair';
import { withOnly } from '../../core/settings/with-only';
import { notify } from '../components/notify';
import type { PluginContext } from '../plugin-context';
import { plannerFrom } from '../store/planner';

/** The settings that resolve a reason for all notes. */
const SETTINGS: Readonly<Partial<Record<UnresolvedReason, SettingPath>>> = {
  'ambiguous-date': 'dates.order',
  'date-link': 'dates.links',
  'no-zone': 'dates.zone',
  'clock-change': 'dates.zone',
  'no-publisher': 'draftFlag.preset',
};

/** Returns the setting that resolves a reason, or null if there is none. */
export function settingFor(reason: UnresolvedReason): SettingPath | null {
  return SETTINGS[reason] ?? null;
}

/** Returns whether the user can choose, for one note, if dates start with the day or the month. */
export function asksForDayOrder({ reason }: AttentionItem): boolean {
  return reason === 'ambiguous-date';
}

/** Opens the plugin's settings and scrolls to a setting. */
export function openSetting({ openSettings }: PluginContext, path: SettingPath): void {
  openSettings(fieldText(path, messages()).name);
}

/**
 * Normalizes the dates of one note, reading the day or the month first. Uses a run, so that it can be
 * undone.
 */
export function decideDayOrder(
  context: PluginContext,
  path: string,
  order: 'day-first' | 'month-first',
): void {
  const settings = withOnly(context.settings(), ['dates']);
  const planner = plannerFrom({ ...settings, dates: { ...settings.dates, order } });
  if (!context.runController.repair([path], planner)) notify(messages().commands.isRunning);
}

/** Returns the notes that need the user's attention, each once, in the order of the list. */
export function notesWithAttention(
  articles: readonly ListedArticle[],
): ReadonlyMap<string, readonly AttentionItem[]> {
  const notes = new Map<string, readonly AttentionItem[]>();
  for (const { path, attention } of articles) if (attention.length > 0) notes.set(path, attention);
  return notes;
}
