/** A copy of a text. A slice keeps the whole text in memory from which it was cut; a copy does not. */
export function copyString(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
