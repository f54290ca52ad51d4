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
    onDesc: 'Writes all dates in one form.',
    form: 'Date form',
    formDesc: 'How dates are written.',
    forms: {
      'date-time': 'Date and time, as Obsidian’s properties hold it',
      date: 'Date only',
      utc: 'UTC, ending in Z',
      offset: 'With offset from UTC',
      custom: 'A pattern of your own',
    },
    pattern: 'Date pattern',
    patternDesc: 'Letters as in Unicode TR 35: yyyy, MM, dd, HH, mm, ss.',
    badPattern: 'This is not a pattern that dates can be written in and read back from.',
    zone: 'Time zone',
    zoneDesc: 'Dates with a zone are written in this one. Empty: the system’s.',
    zonePlaceholder: (zone: string): string => `System (${zone})`,
    tellZone: 'Tell from notes',
    tellingZone: 'Reading…',
    /** So many of the saved dates agree with the clock in their article's id. */
    toldZone: (zone: string, agreeing: number, of: number): string =>
      `The time zone is ${zone}: ${number(agreeing)} of ${number(of)} saved dates agree with it.`,
    untoldZone: 'The notes do not tell their time zone.',
    badZone: 'There is no such time zone. Write it like Europe/Berlin.',
    example: 'Example',
    exampleOf: (was: string, will: string): string => `${was} becomes ${will}`,
    order: 'Day and month',
    orderDesc: 'How a date such as 03/04/2024 is meant where nothing in the note tells.',
    orders: {
      notes: 'Leave it to me',
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
