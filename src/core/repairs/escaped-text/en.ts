import type { Locale } from '../../text/locale';

/** The texts of the repair in English. */
export const en = {
  name: 'Escaped text',
  found: (count: number, { counted }: Locale): string =>
    counted(count, { one: 'escaped text', other: 'escaped texts' }),
  onNote: 'Unescape text in current note',
  onAll: 'Unescape text in all saved articles…',
  enable: 'Unescape text',
  enableDesc: 'Turns codes such as &#x2F; and &quot; back into characters.',
  options: {},
};
