import type { Locale } from '../../text/locale';

/** The texts of the repair and its options in English. */
export const en = {
  name: 'Images',
  found: (count: number, { counted }: Locale): string =>
    counted(count, { one: 'image', other: 'images' }),
  onNote: 'Unproxy images in current note',
  onAll: 'Unproxy images in all saved articles…',
  enable: 'Unproxy images',
  enableDesc: 'Replaces the URLs of Omnivore’s image proxy, which is gone, with the original URLs.',
  options: {
    hosts: {
      name: 'Your own image proxies',
      desc: 'URLs of self-hosted image proxies, one per line.',
      invalid: (host: string): string => `Not a URL that starts with http:// or https://: ${host}`,
    },
  },
};
