import { parse } from 'yaml';

/**
 * Reads YAML where Obsidian's parser is not at hand. Without its pictures of what is wrong, which nobody sees and whose making
 * takes time with the square of the text's length; and without warnings, which would go to the terminal. Throws on unsound YAML.
 */
export function parseYaml(source: string): unknown {
  return parse(source, { logLevel: 'error', prettyErrors: false });
}
