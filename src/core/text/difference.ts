import type { TextEdit } from './edits';

/** Returns the smallest single edit that turns `before` into `after`, or null if they are equal. */
export function difference(before: string, after: string): TextEdit | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let same = 0;
  while (same < shorter - from && lastIs(before, after, same)) same++;
  // Do not split a surrogate pair: half of one can't be displayed or typed.
  if (isLow(before, from) || isLow(after, from)) from--;
  if (same > 0 && (isLow(before, before.length - same) || isLow(after, after.length - same)))
    same--;
  const to = before.length - same;
  return { from, to, insert: after.slice(from, after.length - same) };
}

function lastIs(before: string, after: string, same: number): boolean {
  return before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same);
}

function isLow(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return at > 0 && unit >= 0xdc00 && unit <= 0xdfff;
}
