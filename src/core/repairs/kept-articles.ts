import type { Article } from '../omnivore/article';
import type { Detection } from '../omnivore/detect';
import { applyEdits, type Edits } from '../text/edits';
import { agree, asUnresolved, type Agreed } from './conflicts';
import type { RepairFinding } from './plan';
import type { Subject } from './repair';

/**
 * Removes the edits that would hide an article of an outline. If an item's properties don't prove that it is an
 * article, its link does. Without the link, the next scan would assign the item's lines to another article and
 * change them. `detect` detects articles in a text; it is called only if links of an outline change.
 */
export function withArticlesKept(
  text: string,
  subjects: readonly Subject[],
  agreed: Agreed,
  detect: (after: string) => Detection,
): Agreed {
  const isOutline = subjects[0]?.template.layout === 'outline';
  if (!isOutline || !agreed.findings.some(changesLink)) return agreed;
  const after = detect(applyEdits(text, agreed.edits));
  if (after.kind !== 'saved') return agreed;
  const stayed = after.template.layout === 'outline' ? after.articles : [];
  const hidden = hiddenBy(agreed.edits, subjects, stayed);
  if (hidden.length === 0) return agreed;
  const findings = agreed.findings.map((finding) => {
    const hides =
      changesLink(finding) &&
      hidden.some(({ header }) => header.to > finding.from && header.from <= finding.from);
    return hides ? asUnresolved(text, finding, 'marks-article') : finding;
  });
  return agree(text, findings);
}

function changesLink({ repair, edits }: RepairFinding): boolean {
  return repair === 'dead-links' && edits.length > 0;
}

/** Returns the articles that are not detected at the same place after the edits. */
function hiddenBy(
  edits: Edits,
  subjects: readonly Subject[],
  after: readonly Article[],
): readonly Article[] {
  const starts = new Set(after.map(({ body }) => body.from));
  let next = 0;
  let shift = 0;
  return subjects
    .map(({ article }) => article)
    .filter(({ body }) => {
      for (let edit = edits[next]; edit && edit.to <= body.from; edit = edits[++next]) {
        shift += edit.insert.length - (edit.to - edit.from);
      }
      return !starts.has(body.from + shift);
    });
}
