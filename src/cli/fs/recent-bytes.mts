/** The UTF-8 of texts that were read or are about to be written: making it anew would cost as much as planning their repair. */
export interface RecentBytes {
  readonly remember: (text: string, bytes: Buffer) => void;
  readonly of: (text: string) => Buffer;
}

/** Notes are written in batches of this many; each was read, and has a text to write. */
const KEPT = 32;

/** Keeps the bytes of the last texts, and makes those of others. */
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
