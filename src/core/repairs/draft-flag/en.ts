import { publisherLabels } from '../../publishers/publisher-labels';
import type { Locale } from '../../text/locale';

/** The texts of the repair and its options in English. */
export const en = {
  name: 'Draft flag',
  found: (count: number, { counted }: Locale): string =>
    counted(count, { one: 'draft flag', other: 'draft flags' }),
  onNote: 'Fix draft flag in current note',
  onAll: 'Fix draft flags in all saved articles…',
  enable: 'Fix draft flags',
  enableDesc: 'Updates the property that your site generator uses to decide what to publish.',
  options: {
    preset: {
      name: 'Published with',
      desc: 'What to write into articles that are ready. Until you choose, “Repair all saved articles” does not change drafts.',
      none: 'Not chosen yet',
      choices: {
        ...publisherLabels((name, line) => `${name} (${line})`),
        remove: 'Nothing: remove the draft property',
        custom: 'Custom property',
      },
    },
    property: {
      name: 'Property',
      invalid: (): string =>
        'Start with a letter, then use letters, digits, spaces, dots, - and _.',
    },
    value: { name: 'Value when ready', invalid: badValue },
    draftValue: { name: 'Value for drafts', invalid: badValue },
    addMissing: {
      name: 'Add where missing',
      desc: 'Also add the property to articles that don’t have it.',
    },
    byHighlights: {
      name: 'Ready when highlighted',
      desc: 'Articles with highlights are ready, those without stay drafts.',
    },
  },
};

function badValue(): string {
  return 'Start with a letter or digit, then use letters, digits, spaces, dots, - and _.';
}
