import { PUBLISHER_IDS, PUBLISHERS, type PublisherId } from './publishers';

/** Returns the label of each publisher, with the line that shows a page: `Hugo (draft: false)`. */
export function publisherLabels(
  label: (name: string, line: string) => string,
): Readonly<Record<PublisherId, string>> {
  const entries = PUBLISHER_IDS.map((id) => {
    const { name, flag } = PUBLISHERS[id];
    return [id, label(name, `${flag.property}: ${flag.ready}`)];
  });
  return Object.fromEntries(entries) as Record<PublisherId, string>;
}
