import type { TextEdit } from './edits';

/** Returns the smallest single edit that turns `before` into `after`, or null if they are equal. */
export function difference(before: string, after: string): TextEdit | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let same = 0;
  while (same < shorter - from && sameFromEnd(before, after, same)) same++;
  // Do not split a surrogate pair: half of one can't be displayed or typed.
  if (isLowSurrogate(before, from) || isLowSurrogate(after, from)) from--;
  if (
    same > 0 &&
    (isLowSurrogate(before, before.length - same) || isLowSurrogate(after, after.length - same))
  )
    same--;
  const to = before.length - same;
  return { from, to, insert: after.slice(from, after.length - same) };
}

function sameFromEnd(before: string, after: string, same: number): boolean {
  return before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same);
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return at > 0 && unit >= 0xdc00 && unit <= 0xdfff;
}
