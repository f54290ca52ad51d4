import matter from 'gray-matter';

/**
 * Parses YAML into plain values: Obsidian's `parseYaml` in the app, the package `yaml` elsewhere. Throws on
 * invalid YAML.
 */
export type YamlParser = (source: string) => unknown;

/** Longer front matter, in characters, counts as invalid. No article has that much; an attack may. */
const MAX_YAML_LENGTH = 262_144;

/** More lines with only white space and a tab count as invalid: parsers read them in quadratic time. */
const MAX_TAB_LINES = 200;

function hasManyTabLines(source: string): boolean {
  if (!source.includes('\t')) return false;
  const lines = source.split('\n');
  return lines.filter((l) => l.includes('\t') && l.trim() === '').length > MAX_TAB_LINES;
}

/** Deeper nesting counts as invalid. Parsers are recursive, and a stack overflow can crash the engine. */
const MAX_LEVELS = 200;

/**
 * Checks an upper bound of the nesting: by brackets, by indentation, and by dashes and question marks on one
 * line.
 */
function isNestedTooDeep(source: string): boolean {
  let brackets = 0;
  let indentation = 0;
  let inIndentation = true;
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (code === 10) [indentation, inIndentation] = [0, true];
    else if (inIndentation && INDENTING_CHARS.includes(source.charAt(i))) indentation++;
    else {
      inIndentation = false;
      if (code === 91 || code === 123) brackets++;
      else if (code === 93 || code === 125) brackets--;
    }
    if (brackets > MAX_LEVELS || indentation > 2 * MAX_LEVELS) return true;
  }
  return false;
}

/** Characters that can precede nested values on a line: spaces, and the indicators of items and keys. */
const INDENTING_CHARS = ' -?:';

function refuse(): never {
  throw new Error('Only YAML front matter is read.');
}

/**
 * Parses the lines between the two `---`. Returns null for invalid YAML.
 * This is the only use of gray-matter. It always gets options: without them, it caches every text and returns
 * `{}` when it sees the same invalid YAML again. The engines for other languages always throw, because
 * gray-matter's own run code.
 */
export function readYaml(source: string, parse: YamlParser): { readonly value: unknown } | null {
  // gray-matter would take this line for the end of the front matter.
  if (source.length > MAX_YAML_LENGTH || source.startsWith('---') || source.includes('\n---'))
    return null;
  if (hasManyTabLines(source) || isNestedTooDeep(source)) return null;
  const engine = { parse: (yaml: string) => parse(yaml) as object, stringify: refuse };
  const refusing = { parse: refuse, stringify: refuse };
  try {
    const read = matter(`---\n${source}\n---\n`, {
      language: 'yaml',
      engines: { yaml: engine, json: refusing, javascript: refusing },
    });
    return { value: read.data ?? null };
  } catch {
    return null;
  }
}
