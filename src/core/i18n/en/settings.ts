import { runs } from './runs';

const { number } = runs;

/** The settings tab, and what is said of stored settings. */
export const settings = {
  unreadable:
    'Omnivore Rescue can’t read its settings. It works by its defaults and leaves the file as it is.',
  open: 'Open settings',
  notSaved: (reason: string): string => `The settings could not be saved: ${reason}`,
  /** The reason, where Obsidian does not say one. */
  notWritten: 'Obsidian did not write data.json. Is the disk full or read-only?',

  damaged: {
    name: 'The settings can’t be read',
    desc: 'Their file, data.json, is not sound. Until you decide, everything is at its default and nothing is saved.',
    readAgain: 'Read again',
    startAnew: 'Start anew',
    /** After starting anew: where the old file is. */
    kept: (path: string): string => `The old file is kept as ${path}.`,
    notKept: (reason: string): string =>
      `Nothing was changed, the old file could not be copied: ${reason}`,
  },
  refused: {
    name: 'Some settings were not understood',
    notice: (paths: string): string =>
      `Omnivore Rescue does not understand some of its settings. These are at their defaults: ${paths}`,
    desc: (paths: string): string => `These are at their defaults: ${paths}`,
    drop: 'Set to defaults',
  },

  folders: {
    heading: 'Folders to look in',
    empty: 'The whole vault. Add folders to look in these only.',
    add: 'Add folder',
    choose: 'Choose a folder to look in',
  },
  leftOut: {
    heading: 'Folders to leave out',
    empty: 'None.',
    add: 'Leave out folder',
    choose: 'Choose a folder to leave out',
  },
  folderGone: 'This folder is not in the vault.',

  draftFlag: {
    heading: 'Draft flag',
    on: 'Fix the draft flag',
    onDesc: 'Sets the property by which a site generator knows what to publish.',
    preset: 'Published with',
    presetDesc:
      'What is written into articles that are ready. Until you choose, drafts stay as they are when all is repaired.',
    noPreset: 'Not chosen yet',
    askTitle: 'What do you publish with?',
    askText:
      'The draft flag decides what a site generator publishes, so tell which one you use. You can change this in the settings.',
    askButton: 'Continue',
    presets: {
      hugo: 'Hugo, Quartz (draft: false)',
      publish: 'Obsidian Publish, Quartz explicit (publish: true)',
      'digital-garden': 'Digital Garden (dg-publish: true)',
      jekyll: 'Jekyll (published: true)',
      remove: 'Nothing: remove the draft property',
      custom: 'A property of your own',
    },
    property: 'Property',
    value: 'Value when ready',
    draftValue: 'Value for drafts',
    addMissing: 'Add where missing',
    addMissingDesc: 'Also write the property into articles that don’t have it.',
    byHighlights: 'Ready when highlighted',
    byHighlightsDesc: 'Articles with highlights are ready, those without stay drafts.',
    badProperty: 'Use a letter first, then letters, digits, blanks, dots, - and _.',
    badValue: 'Use a letter or digit first, then letters, digits, blanks, dots, - and _.',
  },

  dates: {
    heading: 'Dates',
    on: 'Normalize dates',
    onDesc: 'Writes the dates that Omnivore saved in one format.',
    form: 'Date format',
    formDesc: 'How dates are written.',
    forms: {
      'date-time': 'Date and time, as Obsidian’s properties hold it',
      date: 'Date only',
      utc: 'UTC, ending in Z',
      offset: 'With offset from UTC',
      custom: 'Custom format',
    },
    pattern: 'Custom format',
    patternDesc:
      'With year, month and day: YYYY-MM-DD HH:mm as in Obsidian’s own settings, or yyyy-MM-dd HH:mm (Unicode TR 35).',
    /** Why a custom format is refused. */
    badPattern: {
      length: 'Enter a format, such as YYYY-MM-DD HH:mm, in one line.',
      unknown: (token: string): string =>
        `“${token}” is not part of a date here. Write text as [text] beside YYYY, or as 'text' beside yyyy.`,
      twice: (token: string): string => `The format names the same part twice: “${token}”.`,
      missing: {
        year: 'The year is missing: add YYYY.',
        month: 'The month is missing: add MM.',
        day: 'The day is missing: add DD (beside YYYY) or dd (beside yyyy).',
      },
      'short-year': (token: string): string =>
        `“${token}” loses the century: write the year with four digits.`,
      half: 'Hours up to 12 need AM or PM: add A (beside YYYY) or a (beside yyyy), or use HH.',
      unclear: (example: string): string =>
        `Dates in this format could not be read again, or as another date: ${example}`,
    },
    zone: 'Time zone',
    zoneDesc: (zone: string): string =>
      `Dates that name a time zone are converted to this one. Leave empty to keep their own; system is this device’s (${zone}).`,
    zonePlaceholder: 'Keep each date’s own',
    tellZone: 'Detect from notes',
    tellingZone: 'Reading…',
    /** So many of the saved dates agree with the clock in their article's id. */
    toldZone: (zone: string, agreeing: number, of: number): string =>
      `The time zone is ${zone}: ${number(agreeing)} of ${number(of)} saved dates agree with it.`,
    untoldZone: 'No time zone could be detected.',
    badZone: 'There is no such time zone. Write it like Europe/Berlin.',
    example: 'Example',
    exampleOf: (was: string, will: string): string => `${was} becomes ${will}`,
    exampleUnresolved: (was: string): string =>
      `${was} is left: choose a time zone to convert it with`,
    order: 'Day and month',
    orderDesc:
      'How to read dates such as 03/04/2024 where neither the article’s id nor the note’s other dates show it. This comes before the vault’s other notes.',
    orders: {
      notes: 'Ask the other notes',
      'day-first': 'Day first',
      'month-first': 'Month first',
    },
    links: 'Dates that are links',
    linksDesc: 'Also replace links to daily notes, such as [[2024-06-22]].',
    addMissingSaved: 'Add missing saved dates',
    addMissingSavedDesc: 'Take the saved date from the clock in the article’s address or id.',
  },

  images: {
    heading: 'Images',
    on: 'Unproxy images',
    onDesc: 'Puts the original addresses in place of those of Omnivore’s proxy, which is gone.',
    hosts: 'Your own image proxies',
    hostsDesc: 'Addresses of proxies that you ran yourself, one a line.',
    badHost: (host: string): string =>
      `Not an address that starts with http:// or https://: ${host}`,
  },

  escapedText: {
    heading: 'Escaped text',
    on: 'Undo escaping',
    onDesc: 'Turns codes such as &#x2F; and &quot; back into what they stand for.',
  },

  deadLinks: {
    heading: 'Dead links',
    on: 'Mend dead links',
    onDesc:
      'Changes links to omnivore.app, which is gone. Articles known by such a link alone are not listed in the panel afterwards.',
    articles: 'Links to articles',
    highlights: 'Links behind highlights',
    choices: {
      original: 'Lead to the original address',
      block: 'Lead to the highlight in the note',
      remove: 'Remove',
      keep: 'Keep',
    },
  },

  properties: {
    page: 'Property names',
    pageDesc: 'The names that your own template gave to properties.',
    /** On the entry of the page. */
    named: (count: number): string => (count === 1 ? '1 name' : `${count} names`),
    desc: 'Several names are separated by commas.',
    concepts: {
      title: 'Title',
      author: 'Author',
      url: 'Original address',
      omnivoreUrl: 'Address at Omnivore',
      source: 'Source',
      tags: 'Tags',
      saved: 'Date saved',
      published: 'Date published',
      read: 'Date read',
      archived: 'Date archived',
      state: 'Reading state',
    },
    dates: 'Other dates',
    datesDesc: 'More properties that hold dates. Several names are separated by commas.',
  },

  omnivore: {
    heading: 'Omnivore',
    folder: 'Omnivore’s folder',
    folderDesc:
      'The folder that the Omnivore plugin filled. Notes in it are recognized more readily.',
    takeOver: 'Settings of the old Omnivore plugin',
    takeOverDesc:
      'Takes over its folder, property names and order of dates. Nothing else is kept of it.',
    look: 'Look…',
    title: 'Take over from the old Omnivore plugin?',
    taken: (name: string, values: string): string => `${name}: ${values}`,
    rest: 'Its API key and all its other settings stay where they are.',
    nothing: 'There is nothing in them that is not in your settings already.',
    unreadable: 'Its settings can’t be read.',
    apply: 'Take over',
    done: 'The old plugin’s settings were taken over.',
  },

  general: {
    heading: 'General',
    keepModified: 'Keep the modified time',
    keepModifiedDesc:
      'Repaired notes keep the time of their last change. Sync tools may then miss the repair.',
    reset: 'Reset settings',
    resetDesc: 'Sets all settings to their defaults. Notes and the repair history stay.',
    resetButton: 'Reset…',
    resetTitle: 'Reset all settings?',
    resetText: 'Folders, repairs and property names go back to their defaults.',
    confirm: 'Reset',
  },
  cancel: 'Cancel',
  close: 'Close',
};
