/**
 * Control characters, line separators, and bidirectional marks. Printed as they are, they could control the
 * terminal or show a name backwards.
 */
const CONTROL_CHARACTERS = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** GitHub Actions and Azure Pipelines treat this as a command anywhere in a line. */
const COMMAND_START = /##(?=\[|vso\[)/g;

/**
 * Makes a text safe to print on one line. Tabs become spaces, and other control characters a visible
 * replacement character.
 */
export function plain(text: string): string {
  // Most texts stay as they are. Finding that out takes a third of the time.
  if (text.search(CONTROL_CHARACTERS) < 0 && !text.includes('##')) return text;
  return text
    .replaceAll('\t', ' ')
    .replace(CONTROL_CHARACTERS, '\ufffd')
    .replace(COMMAND_START, '# #');
}

/**
 * Changes a line that a CI system would treat as a workflow command (`::error::…`). `line` must be
 * plain.
 */
export function withoutCommand(line: string): string {
  return line.trimStart().startsWith('::') ? line.replace('::', ': :') : line;
}

/** Writes JSON. Everything that `plain` would replace is escaped, so the values stay the same. */
export function plainJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(CONTROL_CHARACTERS, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(COMMAND_START, '#\\u0023');
}
