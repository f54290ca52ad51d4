/**
 * A cache of the UTF-8 of texts that were just read or will be written next. Encoding again would take as
 * long as planning a repair.
 */
export interface RecentBytes {
  readonly add: (text: string, bytes: Buffer) => void;
  readonly of: (text: string) => Buffer;
}

/** Notes are written in batches of this size. Each needs the text that was read and the text to write. */
const MAX_CACHED_TEXTS = 32;

/** Creates a cache for the last texts. Other texts are encoded when asked for. */
export function recentBytes(): RecentBytes {
  const cached: { readonly text: string; readonly bytes: Buffer }[] = [];
  const add = (text: string, bytes: Buffer): void => {
    cached.push({ text, bytes });
    if (cached.length > MAX_CACHED_TEXTS) cached.shift();
  };
  return {
    add: add,
    of(text) {
      for (const recent of cached) if (recent.text === text) return recent.bytes;
      const bytes = Buffer.from(text);
      add(text, bytes);
      return bytes;
    },
  };
}
