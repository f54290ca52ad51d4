import { messages } from '../../core/i18n';
import { dateAt, formatOf, writeDate } from '../../core/dates/format';
import { systemZone, zoneName } from '../../core/dates/zone';
import { changeState } from '../../core/library/change-state';
import type { ListedArticle } from '../../core/library/listed-article';
import { detectStateStyle, type StateStyle } from '../../core/library/state-style';
import { withOwnNames } from '../../core/omnivore/property-names';
import type { ReadingState } from '../../core/omnivore/reading-state';
import type { Settings } from '../../core/settings/settings';
import { withOnly } from '../../core/settings/with-only';
import { notify } from '../components/notify';
import type { PluginContext } from '../plugin-context';
import { plannerFrom } from '../store/planner';

/** What stands for a state in commands and menus. */
export const STATE_ICONS = { read: 'check', archived: 'archive', unread: 'circle' } as const;

/** So many notes show how a vault says reading states. */
const MAX_NOTES = 2000;

/** Sets the reading state of notes with one article each, as a run that can be undone. */
export function setReadingState(
  context: PluginContext,
  paths: readonly string[],
  state: Exclude<ReadingState, 'reading'>,
): void {
  const settings = context.settings();
  const change = changeState(state, styleOf(context), today(settings));
  // No repair is on: nothing else in the notes changes.
  const planner = { ...plannerFrom(withOnly(settings, [])), change };
  const { commands, panel } = messages();
  const { runController } = context;
  if (!runController.repair(paths, planner, {}, panel.stateSet[state], 'reading-state')) {
    notify(commands.isRunning);
  }
}

/** The states that articles can be set to, except for one that all of them have. */
export function statesToSet(
  articles: readonly ListedArticle[],
): readonly Exclude<ReadingState, 'reading'>[] {
  const states = ['read', 'archived', 'unread'] as const;
  return states.filter((wanted) => articles.some(({ state }) => (state ?? 'unread') !== wanted));
}

/** What the notes that the panel lists say, as the app has read their properties. */
function styleOf({ app, library, settings }: PluginContext): StateStyle {
  const names = withOwnNames(settings().properties);
  const notes = library.library.articles.slice(0, MAX_NOTES).flatMap(({ article }) => {
    const properties = app.metadataCache.getCache(article.path)?.frontmatter;
    return properties ? [properties] : [];
  });
  const [usual] = settings().properties.state ?? [];
  return detectStateStyle(notes, names, settings().stateWords, usual);
}

/** Now, as the settings say that dates are written; the day alone where the format can't hold it. */
function today({ dates }: Settings): string {
  const zone = zoneName(dates.zone) ?? systemZone();
  const now = dateAt(Math.floor(Date.now() / 1000) * 1000, zone);
  const written = writeDate(now, formatOf(dates), zone);
  if (written.kind === 'text') return written.text;
  const day = writeDate({ ...now, time: null }, 'date', null);
  return day.kind === 'text' ? day.text : '';
}
