import { readFrontMatter } from '../markdown/front-matter/read-front-matter';
import type { YamlParser } from '../markdown/front-matter/yaml';
import type { Note } from '../markdown/note';
import { applyEdits, type Edits } from '../text/edits';
import { agree, asUnresolved, type Agreed } from './conflicts';
import { keepsValues, rewritesSimply } from './kept-values';
import type { RepairFinding } from './plan';

/** The maximum number of front-matter findings to try one by one if they can't be applied together. */
const MAX_TRIED = 12;

/** Resolves conflicts, and removes the edits that would change the value of another property. */
export function withValuesKept(
  note: Note,
  found: readonly RepairFinding[],
  parseYaml: YamlParser,
): Agreed {
  const { text, frontMatter } = note;
  const agreed = agree(text, found);
  if (!frontMatter || agreed.edits.every(({ from }) => from >= frontMatter.end)) return agreed;
  const keeps = (edits: Edits): boolean => {
    const end = frontMatter.end;
    const inside = edits.filter(({ from }) => from < end);
    if (rewritesSimply(text, frontMatter, inside)) return true;
    const after = applyEdits(text.slice(0, end), inside);
    return keepsValues(frontMatter, readFrontMatter(after, parseYaml), inside);
  };
  if (keeps(agreed.edits)) return agreed;
  return tryOneByOne(text, agreed.findings, frontMatter.end, keeps);
}

function tryOneByOne(
  text: string,
  findings: readonly RepairFinding[],
  end: number,
  keeps: (edits: Edits) => boolean,
): Agreed {
  const kept: RepairFinding[] = [];
  let tried = 0;
  for (const finding of findings) {
    const isInside = finding.edits.some(({ from }) => from < end);
    const isKept =
      !isInside || (tried++ < MAX_TRIED && keeps(agree(text, [...kept, finding]).edits));
    kept.push(isKept ? finding : asUnresolved(text, finding, 'not-editable'));
  }
  return agree(text, kept);
}
