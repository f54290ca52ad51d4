/** The code unit of a byte order mark. */
export const BOM = 0xfeff;

/** Returns whether a code unit is an ASCII digit. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Returns whether a code unit is a space or a tab. */
export function isSpaceOrTab(code: number): boolean {
  return code === 32 || code === 9;
}
