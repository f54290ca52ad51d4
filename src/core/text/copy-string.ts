/** Copies a string. A slice keeps the whole original string in memory; a copy does not. */
export function copyString(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
