import type { FileProblem, UnreadableReason } from '../../export/problem';
import type { AdditionId } from '../../import/addition';
import type { ImportLeftReason } from '../../import/plan-import';
import type { SignalId } from '../../omnivore/dialect';
import type { UnresolvedReason, RepairId } from '../../repairs/repair';
import type { RunKind } from '../../runs/journal';
import type { SkipReason } from '../../runs/outcome';

/** What the core's ids are called. */
export const words = {
  repairs: {
    'draft-flag': 'Draft flag',
    dates: 'Dates',
    'proxied-images': 'Images',
    'escaped-text': 'Escaped text',
    'dead-links': 'Dead links',
  } satisfies Record<RepairId, string>,

  /** Runs that are no repair. */
  runKinds: {
    'omnivore-export': 'Import',
    duplicates: 'Merge',
    images: 'Images saved',
  } satisfies Record<RunKind, string>,

  /** What an import can add to a note. */
  additions: {
    'full-text': 'Full text',
    highlights: 'Highlights',
    pdf: 'PDF',
    title: 'Title',
    author: 'Author',
    tags: 'Tags',
    saved: 'Saved date',
    published: 'Published date',
    state: 'State',
    url: 'Original URL',
    description: 'Description',
  } satisfies Record<AdditionId, string>,

  /** Why something of an export is not in a note, beside the reasons that repairs have. */
  importLeft: {
    'other-text': 'the note has another text already',
    'other-note': 'another note has the same id or URL, so no new one was made',
    'same-url': 'another article with the same URL has a note, so no new one was made',
    exists: 'a file of that name is there already',
    'unsafe-name': 'the name leads out of the export, so it is not read',
    encrypted: 'it is encrypted',
    damaged: 'its bytes are damaged',
    'too-large': 'it is too large',
    'not-json': 'it is not JSON',
    'not-a-list': 'it is not a list of articles',
    'invalid-articles': 'some of its articles have neither an id nor a slug',
    'shared-slug': 'several articles have this slug, so it can belong to any of them',
    'not-converted': 'it can’t be turned into Markdown',
  } satisfies Record<
    Exclude<ImportLeftReason, UnresolvedReason | SkipReason> | FileProblem,
    string
  >,

  /** Why an export can’t be read at all; after its name. */
  unreadableExport: {
    'not-a-zip': 'not a zip',
    truncated: 'the zip is incomplete; download or copy it again',
    encrypted: 'the zip is encrypted; unzip it with its password first',
    bomb: 'the zip would grow to far more than an export holds, so it is not read',
    damaged: 'the zip is damaged',
    'no-articles': 'no articles in it: there is no metadata_….json as in an export of Omnivore’s',
  } satisfies Record<UnreadableReason, string>,

  left: {
    'ambiguous-date': 'day and month could be either way round',
    'impossible-date': 'there is no such day or time',
    'unrendered-date': 'a template never filled this in',
    'unreadable-date': 'not a form of a date that is known',
    'date-link': 'a link to a daily note',
    'no-zone': 'no time zone is chosen to convert this date with',
    'clock-change': 'the clocks changed in this hour, so the time is not unique',
    'not-omnivore':
      'this property may not be Omnivore’s; name it under “Property names” to convert it',
    'no-front-matter': 'the note has no properties to add one to',
    'not-editable':
      'written in a way that can’t be changed in place (a list, a block or an anchor)',
    'unsound-front-matter': 'the properties at the top are not valid YAML, so they were not read',
    'other-front-matter': 'the front matter is TOML or JSON; only YAML is read',
    'data-image': 'only a placeholder was ever saved, the image itself is not in the address',
    'truncated-address': 'the original address is cut off',
    'mixed-escaping': 'partly escaped, partly not',
    'maybe-escaped': 'looks escaped, but may be the article’s own text',
    'escaped-twice': 'would look escaped again afterwards',
    'escaped-code': 'escaped text in code, a comment or math',
    'would-run': 'unescaped, it would run or load something when the note is shown',
    'in-code': 'in a code block that may hold prose: its fences or tags don’t pair up',
    'not-a-flag': 'neither yes nor no',
    'no-original': 'the original address is not known',
    'no-publisher': 'choose what you publish with, then it can be changed',
    conflict: 'two repairs want to change the same place in different ways',
    'no-block': 'the note has no block (^…) for this highlight',
    'no-markdown-link': 'a URL of Omnivore that is not a Markdown link',
    'would-open-block':
      'without the link, the rest of the line would become code, a list or another block',
    'marks-article': 'without this link, the article would no longer be recognized',
    'unwritable-url': 'the original URL can’t be written in a Markdown link',
  } satisfies Record<UnresolvedReason, string>,

  noteSkipped: {
    'invalid-utf8': 'the file is not valid UTF-8',
    'changed-meanwhile': 'the note was changed while the repair was running',
    'changed-after-preview': 'the note was changed after the preview',
    'changed-since': 'the note was changed since the repair',
    'not-a-note': 'the journal names no note of this folder, so this program did not write that',
    'link-outside': 'a link that leads out of the folder',
    'special-file': 'not a regular file',
    'in-use': 'a note still shows it',
  } satisfies Record<
    SkipReason | 'changed-since' | 'not-a-note' | 'link-outside' | 'special-file' | 'in-use',
    string
  >,

  marks: {
    'single-file-marker': 'Omnivore’s markers between several articles in one note',
    'logseq-item': 'an outline of articles from Omnivore',
    'omnivore-error': 'Omnivore’s error message in the properties',
    'omnivore-id': 'an id as Omnivore gave them',
    'omnivore-property': 'an omnivore.app address in a property',
    'article-link': 'a link to the article at omnivore.app',
    'read-label': 'a link labelled “Read on Omnivore”',
    'original-label': 'a link labelled “Read Original”',
    'omnivore-tag': 'the tag #Omnivore',
    'article-properties': 'the properties that Omnivore writes',
    'proxied-image': 'an image behind Omnivore’s proxy',
    'content-html': 'HTML as Omnivore wrote it',
    'omnivore-folder': 'its place in the folder that Omnivore filled',
    'own-property': 'a property that you named in the settings',
    'sole-id': 'an id as Omnivore gave them, alone in an empty note',
    'omnivore-type': 'a property that names Omnivore',
    'omnivore-url': 'an omnivore.app URL in a property',
    'highlight-mark': 'Omnivore’s markup around highlights',
    'highlight-link': 'links to highlights at omnivore.app',
    'id-reference': 'footnotes named by the article’s ID',
    'inline-fields': 'an ID like Omnivore’s beside the article’s title and link',
    'head-links': 'links to Omnivore and to the original side by side',
    'article-property': 'a property that Omnivore writes',
    'only-id': 'an ID like Omnivore’s as the only property',
    'template-heading': 'a heading of Omnivore’s template',
    'several-articles': 'links to several articles',
    'other-service': 'a property of another service',
    'web-clipper': 'the tag of a web clipper',
  } satisfies Record<SignalId, string>,
};
