import matter from 'gray-matter';

/** Reads YAML text as plain values: Obsidian's `parseYaml` in the app, the package `yaml` elsewhere. Throws on unsound YAML. */
export type YamlParser = (source: string) => unknown;

/** Above this many characters, front matter is left to a person: no article has so much, and an attack may. */
const LONGEST = 262_144;

/** Above this many lines of nothing but white space with a tab in it, too: parsers read them in quadratic time. */
const MAX_TAB_LINES = 200;

function hasManyTabLines(source: string): boolean {
  if (!source.includes('\t')) return false;
  const lines = source.split('\n');
  return lines.filter((l) => l.includes('\t') && l.trim() === '').length > MAX_TAB_LINES;
}

/** Above this many levels, too: parsers call themselves for each, and near the end of the stack the engine gives up for good. */
const MAX_LEVELS = 200;

/** An upper bound of how deep values are nested: by brackets, by indentation, by dashes and question marks on one line. */
function isNestedTooDeep(source: string): boolean {
  let brackets = 0;
  let indentation = 0;
  let inIndentation = true;
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (code === 10) [indentation, inIndentation] = [0, true];
    else if (inIndentation && INDENTING.includes(source.charAt(i))) indentation++;
    else {
      inIndentation = false;
      if (code === 91 || code === 123) brackets++;
      else if (code === 93 || code === 125) brackets--;
    }
    if (brackets > MAX_LEVELS || indentation > 2 * MAX_LEVELS) return true;
  }
  return false;
}

/** What a line's nested values may begin with: spaces, and the marks of items and keys. */
const INDENTING = ' -?:';

function refuse(): never {
  throw new Error('Only YAML front matter is read.');
}

/**
 * What the lines between the two `---` say, or null where they are not sound YAML.
 * The only door to gray-matter. Options are always given: without them it keeps every text it has seen,
 * and answers `{}` the second time that it meets bad YAML. The engines of other languages refuse, since its own run code.
 */
export function readYaml(source: string, parse: YamlParser): { readonly value: unknown } | null {
  // gray-matter would take the line for the end, and what follows for the note.
  if (source.length > LONGEST || source.startsWith('---') || source.includes('\n---')) return null;
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
