import type { DateShape } from './date-shapes';

/** The property that decides whether a publisher shows a page. */
interface PublisherFlag {
  readonly property: string;
  /** True if the property counts in capitals too: `Draft`. */
  readonly ignoresCase?: true;
  /** The value of a page that is shown, and of one that is hidden, as written in YAML. */
  readonly ready: string;
  readonly draft: string;
  /**
   * Which values hide a page. `yes`: true, also as text. `truthy`: every value except false, 0 and nothing, so that
   * the text `"false"` hides a page too. `no`: false, also as text. `falsy`: false and nothing, but not as text.
   * `unless-yes`: everything except true; a page without the property is hidden. `boolean`: true; any value that is not
   * a boolean stops the build. `boolean-text`: the same, but a boolean may also be a text.
   */
  readonly hides: 'yes' | 'truthy' | 'no' | 'falsy' | 'unless-yes' | 'boolean' | 'boolean-text';
}

/** How a publisher reads the date of a page. */
export interface PublisherDate {
  readonly property: string;
  /** Properties, in lower case, that the page's date comes from if `property` is missing. */
  readonly instead: readonly string[];
  /** Other properties, in lower case, that are read as dates. */
  readonly others: readonly string[];
  /** The shapes that are read, in quotes or without. */
  readonly reads: readonly DateShape[];
  /** Shapes that are read only without quotes, because then the YAML parser makes dates of them. */
  readonly readsUnquoted: readonly DateShape[];
  /** What happens if a date can't be read, if the property is empty, and if it is missing. */
  readonly unread: 'stops' | 'ignored';
  readonly empty: 'stops' | 'ignored';
  readonly missing: 'stops' | 'ignored';
}

/**
 * Front matter that a publisher can't use: the build stops, or the page is missing. `none`: a note without. `outline`: a
 * note without, whose text starts with a dash. `list`: a list of maps.
 */
type Refusal = 'none' | 'outline' | 'list';

/** What a publisher makes of a note's properties. */
export interface Publisher {
  readonly name: string;
  readonly flag: PublisherFlag;
  /** Another property that hides a page if it is true. */
  readonly alsoHides: string | null;
  /** Null if the publisher reads no date from a property with a fixed name. */
  readonly date: PublisherDate | null;
  readonly refuses: readonly Refusal[];
  /** The properties that must not be there twice. */
  readonly unique: 'all' | readonly string[];
  /** Where the facts are from. Facts about dates and refusals were tried with the tool where `tests/publishers` runs it. */
  readonly sources: { readonly flag: string; readonly date: string | null };
}

/** Returns whether a property is the flag. */
export function namesFlag(
  { property, ignoresCase }: Pick<PublisherFlag, 'property' | 'ignoresCase'>,
  key: string,
): boolean {
  return key === property || (ignoresCase === true && key.toLowerCase() === property);
}

/** Pages with `draft: true` are hidden. */
export const DRAFT: PublisherFlag = {
  property: 'draft',
  ready: 'false',
  draft: 'true',
  hides: 'yes',
};
/** Only pages with `publish: true` are shown. */
export const PUBLISH: PublisherFlag = {
  property: 'publish',
  ready: 'true',
  draft: 'false',
  hides: 'unless-yes',
};
/** Zola knows these; it ignores others. */
export const ZOLA_PROPERTIES = [
  ...['title', 'description', 'date', 'updated', 'weight', 'draft', 'slug', 'path', 'aliases'],
  ...['authors', 'in_search_index', 'template', 'taxonomies', 'extra'],
];
/** Pages with `published: false` are hidden. */
export const PUBLISHED: PublisherFlag = {
  property: 'published',
  ready: 'true',
  draft: 'false',
  hides: 'no',
};

/** Dates, and times with seconds. */
export const WHOLE_SECONDS = ['date', 'date-time', 'zoned'] as const;
/** What JavaScript's `new Date` reads. */
export const JAVASCRIPT = [...WHOLE_SECONDS, 'minutes', 'spaced', 'slashes'] as const;
/** A date that can't be read counts as missing. */
export const IGNORED = { unread: 'ignored', empty: 'ignored', missing: 'ignored' } as const;
/** A date that can't be read stops the build. */
export const STOPS = { unread: 'stops', empty: 'ignored', missing: 'ignored' } as const;

/** What both ways to publish with Quartz share. */
export const QUARTZ: { readonly date: PublisherDate; readonly dateSource: string } = {
  date: {
    property: 'date',
    instead: ['created', 'published', 'publishdate'],
    others: ['updated', 'modified', 'lastmod'],
    reads: JAVASCRIPT,
    readsUnquoted: [],
    ...IGNORED,
  },
  dateSource: 'https://quartz.jzhao.xyz/plugins/CreatedModifiedDate',
};
