import {
  DRAFT,
  IGNORED,
  JAVASCRIPT,
  PUBLISH,
  PUBLISHED,
  QUARTZ,
  STOPS,
  WHOLE_SECONDS,
  ZOLA_PROPERTIES,
  type Publisher,
} from './publisher';

/** The publishers by the name that settings and the command line use. The names can never change. */
export const PUBLISHERS = {
  hugo: {
    name: 'Hugo',
    flag: { ...DRAFT, ignoresCase: true },
    alsoHides: null,
    date: {
      property: 'date',
      instead: ['publishdate', 'pubdate', 'published', 'lastmod', 'modified'],
      others: ['expirydate', 'unpublishdate'],
      reads: [...WHOLE_SECONDS, 'spaced'],
      readsUnquoted: [],
      // Since 0.136; before, the date was year 1: https://github.com/gohugoio/hugo/pull/12877
      ...STOPS,
    },
    refuses: ['outline', 'list'],
    unique: [],
    sources: {
      flag: 'https://gohugo.io/content-management/front-matter/#draft',
      date: 'https://gohugo.io/configuration/front-matter/#dates',
    },
  },
  quartz: {
    name: 'Quartz',
    flag: DRAFT,
    alsoHides: null,
    date: QUARTZ.date,
    refuses: [],
    unique: [],
    sources: { flag: 'https://quartz.jzhao.xyz/plugins/RemoveDrafts', date: QUARTZ.dateSource },
  },
  'quartz-explicit': {
    name: 'Quartz ExplicitPublish',
    flag: PUBLISH,
    alsoHides: null,
    date: QUARTZ.date,
    refuses: [],
    unique: [],
    sources: { flag: 'https://quartz.jzhao.xyz/plugins/ExplicitPublish', date: QUARTZ.dateSource },
  },
  // The facts are those of posts.
  jekyll: {
    name: 'Jekyll',
    flag: { ...PUBLISHED, hides: 'falsy' },
    alsoHides: null,
    date: {
      property: 'date',
      instead: [],
      others: [],
      reads: JAVASCRIPT,
      readsUnquoted: [],
      unread: 'stops',
      empty: 'stops',
      missing: 'ignored',
    },
    refuses: [],
    unique: [],
    sources: {
      flag: 'https://jekyllrb.com/docs/front-matter/#predefined-global-variables',
      date: 'https://jekyllrb.com/docs/front-matter/#predefined-variables-for-posts',
    },
  },
  hexo: {
    name: 'Hexo',
    flag: PUBLISHED,
    alsoHides: null,
    date: {
      property: 'date',
      instead: [],
      others: [],
      reads: JAVASCRIPT,
      readsUnquoted: [],
      ...IGNORED,
    },
    refuses: ['list'],
    unique: 'all',
    sources: {
      flag: 'https://hexo.io/docs/front-matter#Settings-amp-Their-Default-Values',
      date: 'https://hexo.io/docs/front-matter#Settings-amp-Their-Default-Values',
    },
  },
  // Each Astro site has its own schema. These are the properties of Astro's blog template.
  astro: {
    name: 'Astro',
    flag: { ...DRAFT, hides: 'boolean' },
    alsoHides: null,
    date: {
      property: 'pubDate',
      instead: [],
      others: [],
      reads: JAVASCRIPT,
      readsUnquoted: [],
      unread: 'stops',
      empty: 'ignored',
      missing: 'stops',
    },
    refuses: ['none', 'list'],
    unique: 'all',
    sources: {
      flag: 'https://docs.astro.build/en/guides/content-collections/#filtering-collection-queries',
      date: 'https://github.com/withastro/astro/blob/main/examples/blog/src/content.config.ts',
    },
  },
  eleventy: {
    name: 'Eleventy',
    flag: { ...DRAFT, hides: 'truthy' },
    alsoHides: null,
    date: {
      property: 'date',
      instead: [],
      others: [],
      reads: [...WHOLE_SECONDS, 'minutes'],
      readsUnquoted: ['spaced'],
      ...STOPS,
    },
    refuses: [],
    unique: 'all',
    sources: {
      flag: 'https://www.11ty.dev/docs/config-preprocessors/#example-drafts',
      date: 'https://www.11ty.dev/docs/dates/',
    },
  },
  zola: {
    name: 'Zola',
    flag: { ...DRAFT, hides: 'boolean' },
    alsoHides: null,
    date: {
      property: 'date',
      instead: [],
      others: ['updated'],
      reads: [...WHOLE_SECONDS, 'spaced'],
      readsUnquoted: [],
      unread: 'stops',
      empty: 'stops',
      missing: 'ignored',
    },
    refuses: ['none', 'list'],
    unique: ZOLA_PROPERTIES,
    sources: {
      flag: 'https://www.getzola.org/documentation/content/page/#front-matter',
      date: 'https://www.getzola.org/documentation/content/page/#front-matter',
    },
  },
  docusaurus: {
    name: 'Docusaurus',
    flag: { ...DRAFT, hides: 'boolean-text' },
    alsoHides: 'unlisted',
    date: {
      property: 'date',
      instead: [],
      others: [],
      // It adds a Z to texts.
      reads: ['date', 'date-time', 'minutes', 'spaced', 'slashes'],
      readsUnquoted: ['zoned'],
      unread: 'stops',
      empty: 'stops',
      missing: 'ignored',
    },
    refuses: ['list'],
    unique: 'all',
    sources: {
      flag: 'https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-blog#markdown-front-matter',
      date: 'https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-blog#markdown-front-matter',
    },
  },
  mkdocs: {
    name: 'MkDocs Material',
    flag: DRAFT,
    alsoHides: null,
    date: {
      property: 'date',
      instead: [],
      others: [],
      reads: [],
      readsUnquoted: [...WHOLE_SECONDS, 'spaced'],
      unread: 'stops',
      empty: 'stops',
      missing: 'stops',
    },
    refuses: ['none', 'list'],
    unique: [],
    sources: {
      flag: 'https://squidfunk.github.io/mkdocs-material/plugins/blog/#meta.draft',
      date: 'https://squidfunk.github.io/mkdocs-material/plugins/blog/#meta.date',
    },
  },
  // Eleventy builds the site, from front matter that the plugin writes as JSON, so every date is in quotes. Only gardens
  // that pass all front matter on, and old ones, have a `date` there.
  'digital-garden': {
    name: 'Digital Garden',
    flag: { ...PUBLISH, property: 'dg-publish' },
    alsoHides: null,
    date: {
      property: 'date',
      instead: [],
      others: [],
      reads: [...WHOLE_SECONDS, 'minutes'],
      readsUnquoted: [],
      ...STOPS,
    },
    refuses: [],
    unique: [],
    sources: {
      flag: 'https://dg-docs.ole.dev/getting-started/03-note-settings/',
      date: 'https://github.com/oleeskild/obsidian-digital-garden/blob/main/src/compiler/FrontmatterCompiler.ts',
    },
  },
  enveloppe: {
    name: 'Enveloppe',
    flag: { ...PUBLISH, property: 'share' },
    alsoHides: null,
    date: null,
    refuses: [],
    unique: [],
    sources: { flag: 'https://github.com/Enveloppe/obsidian-enveloppe#readme', date: null },
  },
  publish: {
    name: 'Obsidian Publish',
    flag: PUBLISH,
    alsoHides: null,
    date: null,
    refuses: [],
    unique: [],
    sources: { flag: 'https://help.obsidian.md/publish/publish', date: null },
  },
} as const satisfies Readonly<Record<string, Publisher>>;

/** The name of a publisher in settings and on the command line. */
export type PublisherId = keyof typeof PUBLISHERS;

/** The names of all publishers, in the order in which they are shown. */
export const PUBLISHER_IDS = Object.keys(PUBLISHERS) as readonly PublisherId[];

/** Returns a publisher by its name in the settings. Null for other choices there, such as a property of one's own. */
export function publisherOf(name: string | null): Publisher | null {
  return name !== null && Object.hasOwn(PUBLISHERS, name) ? PUBLISHERS[name as PublisherId] : null;
}
