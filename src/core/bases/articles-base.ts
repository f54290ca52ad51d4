import type { Concept } from '../omnivore/article';
import { PROPERTY_NAMES, type Names } from '../omnivore/property-names';
import { flagOf } from '../repairs/draft-flag/repair';
import type { Settings } from '../settings/settings';
import type { BaseFile, BaseView, Order, BaseProperty } from './base-file';
import { isDraft } from './drafts';
import { firstOf } from './expression';
import { savedNotesFilter } from './folder-filter';

/** The names of views and columns. */
export interface BaseWords {
  readonly views: Readonly<Record<'all' | 'bySource' | 'byTag' | 'drafts' | 'cards', string>>;
  readonly columns: Readonly<Record<'title' | 'source' | 'author' | 'tags' | 'saved', string>>;
}

/** The variable of Omnivore's plugin. Its URL was proxied until it was repaired. */
const IMAGE: BaseProperty = 'note.image';
const TITLE: BaseProperty = 'file.name';
const SOURCE: BaseProperty = 'formula.source';
const FIRST_TAG: BaseProperty = 'formula.first_tag';
const SAVED: BaseProperty = 'formula.saved';

/** Builds a Base of saved articles from the folders and property names in the settings. */
export function articlesBase(settings: Settings, { views, columns }: BaseWords): BaseFile {
  const names = (concept: Concept): Names => propertyNamesOf(settings, concept);
  const author: BaseProperty = `note.${names('author')[0]}`;
  const tags: BaseProperty = `note.${names('tags')[0]}`;
  const draft: BaseProperty = `note.${flagOf(settings.draftFlag).property}`;
  const newestFirst = (): readonly Order[] => [{ property: SAVED, direction: 'DESC' }];
  // Each view needs its own lists, because YAML writes a repeated object as a reference.
  const table = (name: string, by: BaseProperty | null = null): BaseView => ({
    ...{ type: 'table', name },
    ...(by && { groupBy: { property: by, direction: 'ASC' } }),
    order: [TITLE, SOURCE, author, tags, SAVED, draft],
    sort: newestFirst(),
  });
  return {
    filters: savedNotesFilter(settings),
    formulas: {
      site: firstOf([...names('source'), ...names('url')]),
      source: hostExpression('formula.site'),
      tags: firstOf(names('tags')),
      first_tag: 'if(formula.tags, list(formula.tags)[0], "")',
      saved: firstOf(names('saved')),
    },
    properties: {
      [TITLE]: { displayName: columns.title },
      [SOURCE]: { displayName: columns.source },
      [author]: { displayName: columns.author },
      [tags]: { displayName: columns.tags },
      [FIRST_TAG]: { displayName: columns.tags },
      [SAVED]: { displayName: columns.saved },
    },
    views: [
      table(views.all),
      table(views.bySource, SOURCE),
      // A Base shows each note once, in the group of its first tag.
      table(views.byTag, FIRST_TAG),
      { ...table(views.drafts), filters: isDraft(settings) },
      {
        ...{ type: 'cards', name: views.cards, image: IMAGE },
        order: [TITLE, SOURCE, SAVED],
        sort: newestFirst(),
      },
    ],
  };
}

/** Returns the user's own names as they are written, then the known ones. */
function propertyNamesOf({ properties }: Settings, concept: Concept): Names {
  const known = PROPERTY_NAMES[concept];
  const [first = known[0], ...others] = new Set([...(properties[concept] ?? []), ...known]);
  return [first, ...others];
}

/** Returns an expression for the host of a URL, without `www.`; other text stays unchanged. */
function hostExpression(site: string): string {
  const host = `${site}.toString().replace(/^https?:\\/\\/(www\\.)?/, "").split("/")[0]`;
  return `if(${site}, if(${site}.toString().startsWith("http"), ${host}, ${site}), "")`;
}
