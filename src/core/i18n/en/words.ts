import type { FileProblem, UnreadableReason } from '../../export/problem';
import type { AdditionId } from '../../import/addition';
import type { NotImportedReason } from '../../import/import-item';
import type { SignalId } from '../../omnivore/match-template';
import type { Template } from '../../omnivore/signals';
import { TEMPLATES } from '../../omnivore/templates';
import type { UnresolvedReason } from '../../repairs/repair';
import type { RunKind } from '../../runs/journal-format';
import type { SkipReason } from '../../runs/note-result';
import { eachText, repairTexts } from '../repair-texts';

const texts = repairTexts('en');

/** Names for the ids of the core. */
export const words = {
  repairs: eachText(texts, ({ name }) => name),
  repairTexts: texts,

  /** Runs other than repairs. */
  runKinds: {
    'omnivore-export': 'Import',
    duplicates: 'Merge',
    images: 'Images saved',
    'reading-state': 'Reading state',
    tags: 'Tags added',
  } satisfies Record<RunKind, string>,

  /** What an import can add to a note. */
  additions: {
    'full-text': 'Full text',
    highlights: 'Highlights',
    pdf: 'PDF',
    title: 'Title',
    author: 'Author',
    tags: 'Tags',
    saved: 'Date saved',
    published: 'Date published',
    state: 'State',
    url: 'Original URL',
    description: 'Description',
  } satisfies Record<AdditionId, string>,

  /** Why something in an export was not imported, in addition to the reasons of repairs. */
  notImported: {
    'other-text': 'the note already has other text',
    'other-note': 'another note has the same ID or URL, so no new note was created',
    'same-url': 'another article with the same URL has a note, so no new note was created',
    exists: 'a file with this name already exists',
    'unsafe-name': 'its path is outside the export, so it was not read',
    encrypted: 'encrypted',
    damaged: 'damaged',
    'too-large': 'too large',
    'not-json': 'not JSON',
    'not-a-list': 'not a list of articles',
    'invalid-articles': 'some of its articles have neither an ID nor a slug',
    'shared-slug': 'several articles have this slug, so it can belong to any of them',
    'not-converted': 'can’t be converted to Markdown',
  } satisfies Record<
    Exclude<NotImportedReason, UnresolvedReason | SkipReason> | FileProblem,
    string
  >,

  /** Why an export can’t be read at all; follows its name. */
  unreadableExport: {
    'not-a-zip': 'not a zip',
    truncated: 'the zip is incomplete; download or copy it again',
    encrypted: 'the zip is encrypted; unzip it with its password first',
    bomb: 'the zip would expand to far more than an export contains, so it was not read',
    damaged: 'the zip is damaged',
    'no-articles':
      'contains no articles: it has no metadata_….json that can be read, as Omnivore’s exports have',
  } satisfies Record<UnreadableReason, string>,

  unresolved: {
    'ambiguous-date': 'could be day/month or month/day',
    'impossible-date': 'no such day or time',
    'unrendered-date': 'unfilled template variable',
    'unreadable-date': 'unrecognized date format',
    'date-link': 'links to a daily note (convert it with “Replace linked dates”)',
    'no-zone': 'choose a time zone to convert this date',
    'clock-change': 'the clocks changed in this hour, so the time is ambiguous',
    'misread-date': 'in this format, it would be read as another day; choose another format',
    'not-omnivore':
      'this property may not be Omnivore’s; name it under “Property names” to convert it',
    'no-front-matter': 'the note has no properties to add it to',
    'not-editable': 'a list, a block or an anchor, which can’t be changed in place',
    'unsound-front-matter': 'invalid YAML in properties, so they were not read',
    'other-front-matter': 'the front matter is TOML or JSON; only YAML is read',
    'data-image': 'only a placeholder was saved; the URL does not contain the image',
    'truncated-address': 'the original URL is cut off',
    'mixed-escaping': 'partly escaped',
    'maybe-escaped': 'looks escaped, but may be the article’s own text',
    'escaped-twice': 'would still look escaped afterwards',
    'escaped-code': 'escaped text in code, a comment or math',
    'would-run': 'unescaped, it would run or load something when the note is shown',
    'in-code': 'in a code block that may contain prose: its fences or tags don’t pair up',
    'not-a-flag': 'not true or false',
    'no-original': 'the original URL is not known',
    'no-publisher': 'choose what you publish with to change it',
    conflict: 'two repairs would change this in different ways',
    'no-block': 'the note has no block (^…) for this highlight',
    'no-markdown-link': 'an Omnivore URL that is not a Markdown link',
    'would-open-block':
      'without the link, the rest of the line would become code, a list or another block',
    'marks-article': 'without this link, the article would no longer be recognized',
    'unwritable-url': 'the original URL can’t be written in a Markdown link',
    'publisher-hides': 'the publisher hides this note',
    'publisher-flag': 'the publisher needs true or false here, and stops',
    'publisher-unread-date': 'the publisher needs a date that it can read here, and stops',
    'publisher-no-date': 'the publisher needs a date, and the note has none',
    'publisher-no-front-matter': 'the publisher needs properties, and the note has none',
    'publisher-list': 'the properties are a list, which the publisher can’t read',
    'publisher-duplicate': 'the property is there twice, which the publisher can’t read',
  } satisfies Record<UnresolvedReason, string>,

  noteSkipped: {
    'invalid-utf8': 'not valid UTF-8',
    'changed-meanwhile': 'changed while the repair was running',
    'changed-after-preview': 'changed after the preview',
    'changed-since': 'changed since the repair',
    'not-a-note': 'not a note in this folder, so the journal entry is not from this program',
    'link-outside': 'a link to a place outside the folder',
    'special-file': 'not a regular file',
    'in-use': 'a note still shows it',
  } satisfies Record<
    SkipReason | 'changed-since' | 'not-a-note' | 'link-outside' | 'special-file' | 'in-use',
    string
  >,

  /** Completes “Recognized as a saved article by …”. */
  signals: descriptionsOf(TEMPLATES),
};

function descriptionsOf(templates: readonly Template[]): Readonly<Record<SignalId, string>> {
  const signals = templates.flatMap((template) => template.signals);
  return Object.fromEntries(signals.map(({ id, description }) => [id, description])) as Record<
    SignalId,
    string
  >;
}
