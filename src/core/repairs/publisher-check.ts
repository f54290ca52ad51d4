import type { Note } from '../markdown/note';
import { checkProperties } from '../publishers/check-properties';
import type { Publisher } from '../publishers/publisher';
import type { Finder } from './define-repair';
import { unresolvedFinding, type Finding } from './repair';

/** Returns a finder that lists why a publisher would hide a note, or would not build it. Changes nothing. */
export function publisherCheck(publisher: Publisher): Finder {
  let checked: Note | null = null;
  return ({ note }) => {
    // A note with several articles is one page.
    if (note === checked) return [];
    checked = note;
    const { text, frontMatter } = note;
    return checkProperties(text, frontMatter, publisher).map(({ problem, property }): Finding => {
      const from = property?.lines.from ?? frontMatter?.from ?? 0;
      const lines = text.slice(from, property?.lines.to ?? from);
      return unresolvedFinding(text, { from, to: from + lines.trimEnd().length }, problem);
    });
  };
}
