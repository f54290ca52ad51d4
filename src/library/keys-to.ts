import type { Listed } from './listed';
import type { Grouping } from './view';

/** The keys of the shelves that must be open to see an article: the outermost first. */
export function keysTo({ source, tags, saved }: Listed, grouping: Grouping): readonly string[] {
  if (grouping === 'source') return [`source:${source ?? ''}`];
  if (grouping === 'month') return [`month:${saved?.slice(0, 7) ?? ''}`];
  const parts = (tags[0] ?? '').split('/').filter(Boolean);
  const names = parts.map((_, at) => parts.slice(0, at + 1).join('/'));
  return (names.length > 0 ? names : ['']).map((name) => `tag:${name}`);
}
