/** What is left, behind its reason. */
export function quoted(was: string): string {
  if (was.trim() === '') return '';
  return was.length > 80 ? `: ${was.slice(0, 80)}…` : `: ${was}`;
}
