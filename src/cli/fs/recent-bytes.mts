/**
 * A cache of the UTF-8 of texts that were just read or will be written next. Encoding again would take as
 * long as planning a repair.
 */
export interface RecentBytes {
  readonly remember: (text: string, bytes: Buffer) => void;
  readonly of: (text: string) => Buffer;
}

/** Notes are written in batches of this size. Each needs the text that was read and the text to write. */
const KEPT = 32;

/** Creates a cache for the last texts. Other texts are encoded when asked for. */
export function recentBytes(): RecentBytes {
  const kept: { readonly text: string; readonly bytes: Buffer }[] = [];
  const remember = (text: string, bytes: Buffer): void => {
    kept.push({ text, bytes });
    if (kept.length > KEPT) kept.shift();
  };
  return {
    remember,
    of(text) {
      for (const recent of kept) if (recent.text === text) return recent.bytes;
      const bytes = Buffer.from(text);
      remember(text, bytes);
      return bytes;
    },
  };
}
