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

/** The icons of reading states in commands and menus. */
export const STATE_ICONS = { read: 'check', archived: 'archive', unread: 'circle' } as const;

/** The most notes to read for detecting how a vault stores reading states. */
const MAX_NOTES = 2000;

/** Sets the reading state of notes with one article each. Uses a run, so that it can be undone. */
export function setReadingState(
  context: PluginContext,
  paths: readonly string[],
  state: Exclude<ReadingState, 'reading'>,
): void {
  const settings = context.settings();
  const change = changeState(state, styleOf(context), today(settings));
  // All repairs are off, so that nothing else in the notes changes.
  const planner = { ...plannerFrom(withOnly(settings, [])), change };
  const { commands, panel } = messages();
  const { runController } = context;
  if (!runController.repair(paths, planner, {}, panel.stateSet[state], 'reading-state')) {
    notify(commands.isRunning);
  }
}

/** Returns the states that the articles can be set to. Skips a state that all of them have. */
export function statesToSet(
  articles: readonly ListedArticle[],
): readonly Exclude<ReadingState, 'reading'>[] {
  const states = ['read', 'archived', 'unread'] as const;
  return states.filter((wanted) => articles.some(({ state }) => (state ?? 'unread') !== wanted));
}

/** Detects how the listed notes store reading states, from the properties that the app has cached. */
function styleOf({ app, library, settings }: PluginContext): StateStyle {
  const names = withOwnNames(settings().properties);
  const notes = library.library.articles.slice(0, MAX_NOTES).flatMap(({ article }) => {
    const properties = app.metadataCache.getCache(article.path)?.frontmatter;
    return properties ? [properties] : [];
  });
  const [usual] = settings().properties.state ?? [];
  return detectStateStyle(notes, names, settings().stateWords, usual);
}

/**
 * Returns the current time in the date format of the settings. Returns only the day if the format can't
 * contain the time.
 */
function today({ dates }: Settings): string {
  const zone = zoneName(dates.zone) ?? systemZone();
  const now = dateAt(Math.floor(Date.now() / 1000) * 1000, zone);
  const written = writeDate(now, formatOf(dates), zone);
  if (written.kind === 'text') return written.text;
  const day = writeDate({ ...now, time: null }, 'date', null);
  return day.kind === 'text' ? day.text : '';
}
