/**
 * Control characters, line separators, and the marks that change the direction of text: printed as they are, they would steer the
 * terminal or show a name back to front.
 */
const STEERING = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** What GitHub Actions and Azure Pipelines take for a command wherever it stands in a line. */
const COMMAND_MARK = /##(?=\[|vso\[)/g;

/** Text that does nothing but show: one line, nothing that steers a terminal. A tab becomes a space, the rest a visible mark. */
export function plain(text: string): string {
  return text.replaceAll('\t', ' ').replace(STEERING, '\ufffd').replace(COMMAND_MARK, '# #');
}

/** A whole line that no CI system takes for a workflow command (`::error::…`). `line` has been made plain. */
export function withoutCommand(line: string): string {
  return line.trimStart().startsWith('::') ? line.replace('::', ': :') : line;
}

/** JSON in which all that `plain` would replace is escaped, so that it reads back to the same values. */
export function plainJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(STEERING, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(COMMAND_MARK, '#\\u0023');
}
