import { parse, stringify } from 'yaml';
import type { FrontMatterInfo } from 'obsidian';

/** YAML as the app reads it: with eemeli/yaml, so that an unquoted date stays a string. */
export function parseYaml(yaml: string): unknown {
  return parse(yaml, { logLevel: 'error' }) as unknown;
}

export function stringifyYaml(value: unknown): string {
  return stringify(value);
}

/**
 * Where the front matter is: a first line of `---`, up to the next line of `---`, spaces after
 * either allowed. `from` and `to` are the YAML's, in UTF-16 code units.
 */
export function getFrontMatterInfo(content: string): FrontMatterInfo {
  const none = { exists: false, frontmatter: '', from: 0, to: 0, contentStart: 0 };
  const opening = /^---[ \t]*\r?\n/.exec(content);
  if (!opening) return none;
  const from = opening[0].length;
  const fence = /^---[ \t]*(?:\r?\n|$(?![\s\S]))/gm;
  fence.lastIndex = from;
  const closing = fence.exec(content);
  if (!closing) return none;
  const before = content.slice(from, closing.index);
  const to = from + before.replace(/\r?\n$/, '').length;
  return {
    exists: true,
    frontmatter: content.slice(from, to),
    from,
    to,
    contentStart: closing.index + closing[0].length,
  };
}
