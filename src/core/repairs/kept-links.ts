import { codeRanges } from '../markdown/code';
import type { Note } from '../markdown/note';
import type { Article } from '../omnivore/article';
import type { Detection } from '../omnivore/detect';
import { applyEdits, type Edits } from '../text/edits';
import { agree, asUnresolved, type Agreed } from './conflicts';
import type { RepairFinding } from './plan';
import type { Subject } from './repair';

/**
 * Keeps the links without which the next scan would change something else: those with a timestamp that is needed, those
 * that decide what is code, and in an outline those that show what is an article. If an item's
 * properties don't prove that it is one, its link does. Without the link, its lines would belong to another article;
 * without a whole line, an article that was code before would be found. `detect` detects articles in a text; it is called
 * only if links of an outline change.
 */
export function withLinksKept(
  text: string,
  subjects: readonly Subject[],
  wanted: Agreed,
  detect: (after: string) => Detection,
): Agreed {
  const agreed = withCodeKept(subjects, withTimestampsKept(text, wanted));
  const isOutline = subjects[0]?.template.layout === 'outline';
  if (!isOutline || !agreed.findings.some(changesLink)) return agreed;
  const after = detect(applyEdits(text, agreed.edits));
  if (after.kind !== 'saved') return agreed;
  const stayed = after.template.layout === 'outline' ? after.articles : [];
  const hidden = hiddenBy(agreed.edits, subjects, stayed);
  const isShown = stayed.length > subjects.length;
  if (hidden.length === 0 && !isShown) return agreed;
  const findings = agreed.findings.map((finding) => {
    const hides =
      changesLink(finding) &&
      hidden.some(({ header }) => header.to > finding.from && header.from <= finding.from);
    if (hides) return asUnresolved(text, finding, 'marks-article');
    return isShown && removesLine(text, finding)
      ? asUnresolved(text, finding, 'conflict')
      : finding;
  });
  return withCodeKept(subjects, agree(text, findings));
}

/** Of how many removed links each is tried alone. If a note has more, all of them stay. */
const MAX_TRIED_LINKS = 50;

/**
 * Keeps links that would be removed if without them something else were code, a comment or math: a line can end a list, and
 * with it a fence. Each is tried alone, so that it does not depend on what else the user wants.
 */
function withCodeKept(subjects: readonly Subject[], agreed: Agreed): Agreed {
  const note = subjects[0]?.note;
  const removals = agreed.findings.filter(removesLink);
  if (!note || removals.length === 0 || keepsCode(note, agreed.edits)) return agreed;
  const alone =
    removals.length > MAX_TRIED_LINKS
      ? []
      : removals.filter(({ edits }) => !keepsCode(note, edits));
  const kept = new Set(alone.length === 0 ? removals : alone);
  const findings = agreed.findings.map((finding) =>
    kept.has(finding) ? asUnresolved(note.text, finding, 'conflict') : finding,
  );
  return agree(note.text, findings);
}

/** Returns whether the same text is code, a comment or math after the edits. */
function keepsCode({ text, bodyFrom, code }: Note, edits: Edits): boolean {
  const offsetAfter = offsetsAfter(edits);
  const after = codeRanges(applyEdits(text, edits), offsetAfter(bodyFrom));
  if (after.length !== code.length) return false;
  return code.every(({ from, to }, i) => {
    const [start, end] = [offsetAfter(from), offsetAfter(to)];
    return after[i]?.from === start && after[i].to === end;
  });
}

/**
 * Keeps the links if the timestamp in one of them shows that a date can't be written in the chosen format. Without the
 * link, the next repair would write the date.
 */
function withTimestampsKept(text: string, agreed: Agreed): Agreed {
  if (!agreed.findings.some(({ unresolved }) => unresolved === 'misread-date')) return agreed;
  const findings = agreed.findings.map((finding) =>
    changesLink(finding) ? asUnresolved(text, finding, 'conflict') : finding,
  );
  return agree(text, findings);
}

function changesLink({ repair, edits }: RepairFinding): boolean {
  return repair === 'dead-links' && edits.length > 0;
}

function removesLink(finding: RepairFinding): boolean {
  return changesLink(finding) && finding.edits.some(({ insert }) => insert === '');
}

function removesLine(text: string, finding: RepairFinding): boolean {
  const { edits } = finding;
  return changesLink(finding) && edits.some(({ from, to }) => text.slice(from, to).includes('\n'));
}

/** Returns the articles that are not detected at the same place after the edits. */
function hiddenBy(
  edits: Edits,
  subjects: readonly Subject[],
  after: readonly Article[],
): readonly Article[] {
  const starts = new Set(after.map(({ body }) => body.from));
  const offsetAfter = offsetsAfter(edits);
  return subjects
    .map(({ article }) => article)
    .filter(({ body }) => !starts.has(offsetAfter(body.from)));
}

/** Returns a function that returns where an offset is after the edits. It must be called with increasing offsets. */
function offsetsAfter(edits: Edits): (offset: number) => number {
  let next = 0;
  let shift = 0;
  return (offset) => {
    for (let edit = edits[next]; edit && edit.to <= offset; edit = edits[++next]) {
      shift += edit.insert.length - (edit.to - edit.from);
    }
    return offset + shift;
  };
}
