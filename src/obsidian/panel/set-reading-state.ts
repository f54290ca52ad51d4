import { messages } from '../../core/i18n';
import { dateAt, formatOf, writeDate } from '../../core/dates/format';
import { systemZone, zoneName } from '../../core/dates/zone';
import { changeState } from '../../core/library/change-state';
import type { ListedArticle } from '../../core/library/listed-article';
import type { SelectedArticle } from '../../core/library/selected-articles';
import { detectStateStyle, type StateStyle } from '../../core/library/state-style';
import { withOwnNames } from '../../core/omnivore/property-names';
import type { ReadingState } from '../../core/omnivore/reading-state';
import type { Settings } from '../../core/settings/settings';
import type { PluginContext } from '../plugin-context';
import { changeArticles } from './change-articles';

/** The icons of reading states in commands and menus. */
export const STATE_ACTION_ICONS = { read: 'check', archived: 'archive', unread: 'circle' } as const;

/** The most notes to read for detecting how a vault stores reading states. */
const MAX_SAMPLED_NOTES = 2000;

/** Sets the reading state of articles. Uses a run, so that it can be undone. */
export function setReadingState(
  context: PluginContext,
  articles: readonly (SelectedArticle & Pick<ListedArticle, 'state'>)[],
  state: Exclude<ReadingState, 'reading'>,
): void {
  const settings = context.settings();
  const change = changeState(state, stateStyleOf(context), today(settings));
  const changed = articles.filter((one) => (one.state ?? 'unread') !== state).length;
  changeArticles(context, articles, change, 'reading-state', () =>
    messages().panel.stateSet[state](Math.max(changed, 1)),
  );
}

/** Returns the states that the articles can be set to. Skips a state that all of them have. */
export function statesToSet(
  articles: readonly ListedArticle[],
): readonly Exclude<ReadingState, 'reading'>[] {
  const states = ['read', 'archived', 'unread'] as const;
  return states.filter((wanted) => articles.some(({ state }) => (state ?? 'unread') !== wanted));
}

/** Detects how the listed notes store reading states, from the properties that the app has cached. */
export function stateStyleOf({ app, library, settings }: PluginContext): StateStyle {
  const names = withOwnNames(settings().properties);
  const notes = library.library.articles.slice(0, MAX_SAMPLED_NOTES).flatMap(({ article }) => {
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
