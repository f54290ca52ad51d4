import { parse } from 'yaml';

/**
 * Parses YAML. Two features of the parser are off: excerpts in error messages, because nobody sees them and
 * they take quadratic time, and warnings, because they would go to the terminal. Throws on invalid YAML.
 */
export function parseYaml(source: string): unknown {
  return parse(source, { logLevel: 'error', prettyErrors: false });
}
