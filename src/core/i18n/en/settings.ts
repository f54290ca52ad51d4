import { counted, number } from './locale';

/** The settings tab, and notices about stored settings. */
export const settings = {
  unreadable:
    'Omnivore Rescue can’t read its settings. Default settings are in use; the file was not changed.',
  open: 'Open settings',
  notSaved: (reason: string): string => `The settings could not be saved: ${reason}`,
  /** The reason, if Obsidian gives none. */
  notWritten: 'Obsidian did not write data.json. Is the disk full or read-only?',

  damaged: {
    name: 'The settings can’t be read',
    desc: 'data.json is not valid. Until you choose, default settings are in use and nothing is saved.',
    readAgain: 'Read again',
    startOver: 'Start over',
    /** After starting over: where the old file is. */
    kept: (path: string): string => `The old file is kept as ${path}.`,
    notKept: (reason: string): string =>
      `Nothing was changed, because the old file could not be copied: ${reason}`,
  },
  refused: {
    name: 'Some settings are not valid',
    notice: (paths: string): string =>
      `Some settings of Omnivore Rescue are not valid. Defaults are in use for: ${paths}`,
    desc: (paths: string): string => `Defaults are in use for: ${paths}`,
    drop: 'Restore defaults',
  },

  folders: {
    heading: 'Folders to search',
    empty: 'Searching the whole vault. Add folders to limit the search.',
    add: 'Add folder',
    choose: 'Choose a folder to search',
  },
  excluded: {
    heading: 'Excluded folders',
    empty: 'No folders are excluded.',
    add: 'Exclude folder',
    choose: 'Choose a folder to exclude',
  },
  /** Why a text is invalid, if the setting has no text of its own for this. */
  invalid: 'This value can’t be used here.',
  folderGone: 'This folder is not in the vault.',

  /** The window that asks for the publisher. */
  draftFlag: {
    askTitle: 'What do you publish with?',
    askText:
      'The draft flag decides what your site generator publishes, so choose the one you use. You can change this in the settings.',
    askButton: 'Continue',
  },

  /** Texts about date formats and time zones. */
  dates: {
    /** Why a custom format is invalid. */
    badPattern: {
      length: 'Enter a format, such as YYYY-MM-DD HH:mm, in one line.',
      unknown: (token: string): string =>
        `“${token}” is not a date token. Write text as [text] with YYYY, or as 'text' with yyyy.`,
      twice: (token: string): string => `The same part appears twice: “${token}”.`,
      missing: {
        year: 'The year is missing: add YYYY.',
        month: 'The month is missing: add MM.',
        day: 'The day is missing: add DD (with YYYY) or dd (with yyyy).',
      },
      'short-year': (token: string): string =>
        `“${token}” loses the century: write the year with four digits.`,
      half: '12-hour times need AM or PM: add A (with YYYY) or a (with yyyy), or use HH.',
      unclear: (example: string): string =>
        `Not a valid date format: dates such as ${example} can’t be read back correctly`,
    },
    zoneDesc: (zone: string): string =>
      `Dates with a time zone are converted to this one. Leave empty to keep each date’s own; “system” is this device’s (${zone}).`,
    zonePlaceholder: 'Keep each date’s own',
    detectZone: 'Detect from notes',
    detectingZone: 'Reading…',
    /** How many saved dates agree with the timestamp in their article's ID. */
    detectedZone: (zone: string, agreeing: number, of: number): string =>
      `The time zone is ${zone}: ${number(agreeing)} of ${number(of)} saved dates agree with it.`,
    undetectedZone: 'No time zone could be detected.',
    badZone: 'Unknown time zone. Use a name such as Europe/Berlin.',
    example: 'Example',
    exampleOf: (before: string, after: string): string => `${before} becomes ${after}`,
    exampleUnresolved: (before: string): string =>
      `${before} does not change: choose a time zone to convert it`,
  },

  properties: {
    page: 'Property names',
    pageDesc: 'If your template used other names than those shown. Separate names with commas.',
    /** Shown next to the page's name. */
    named: (count: number): string => counted(count, { one: 'name', other: 'names' }),
    heading: 'Names in your notes',
    concepts: {
      title: 'Title',
      author: 'Author',
      url: 'Original URL',
      omnivoreUrl: 'Omnivore URL',
      source: 'Source',
      tags: 'Tags',
      saved: 'Date saved',
      published: 'Date published',
      read: 'Date read',
      archived: 'Date archived',
      state: 'Reading state',
    },
    states: 'Values for the reading state',
    /** The value that a reading state has in the notes. */
    stateWord: (state: string): string => `Value for “${state}”`,
    dates: 'Other dates',
    datesDesc: 'More properties that contain dates.',
    datesPlaceholder: 'finished, reviewed',
  },

  omnivore: {
    heading: 'Omnivore',
    folder: 'Omnivore’s folder',
    folderDesc:
      'The folder that the Omnivore plugin saved into. Notes there need less evidence to be recognized.',
    oldSettings: 'Settings of the old Omnivore plugin',
    oldSettingsDesc: 'Imports its folder, property names and date order, and nothing else.',
    review: 'Review…',
    title: 'Import the old Omnivore plugin’s settings?',
    imported: (name: string, values: string): string => `${name}: ${values}`,
    rest: 'Its API key and its other settings are not imported.',
    nothing: 'Nothing to import.',
    unreadable: 'Its settings can’t be read.',
    apply: 'Import',
    done: 'The old plugin’s settings were imported.',
  },

  panel: {
    heading: 'Panel of saved articles',
    grouping: 'Group by',
    groupingDesc: 'How articles are grouped until you choose another grouping in the panel.',
    secondLine: 'Second line',
    secondLineDesc: 'What rows show below the title, except for what the grouping shows already.',
    /** Shown next to the page's name. */
    shown: (count: number): string => counted(count, { one: 'detail', other: 'details' }),
    chart: 'Articles per month',
    badges: 'Badges',
    badgesDesc: 'Mark articles as draft (if you publish), reading, read or archived.',
    follow: 'Follow the open note',
    followDesc: 'Scroll to the article of the note that you open.',
    side: 'Sidebar',
    sides: { right: 'Right', left: 'Left' },
    ribbonIcon: 'Icon in the ribbon',
  },

  /** The repairs that need few settings. */
  moreRepairs: 'Text and links',

  general: {
    heading: 'General',
    keepModified: 'Keep modification time',
    keepModifiedDesc:
      'Repaired notes keep their modification time. Sync tools may then miss the change.',
    reset: 'Reset settings',
    resetDesc: 'Restores all default settings. Notes and the repair history are not changed.',
    resetButton: 'Reset…',
    resetTitle: 'Reset all settings?',
    resetText: 'Folders, repairs and property names are reset to their defaults.',
    confirm: 'Reset',
  },
  cancel: 'Cancel',
  close: 'Close',
};
