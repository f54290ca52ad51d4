import type { UnresolvedReason } from '../../../src/core/repairs/repair';
import { countFindings } from '../../../src/core/repairs/counts';
import type { NoteSummary } from '../../../src/core/report/note-summary';
import { addProblems, newPublisherTally } from '../../../src/core/report/publisher-report';

function noteWith(articles: number | null, ...reasons: readonly UnresolvedReason[]): NoteSummary {
  const unresolved = reasons.map((reason) => ({ repair: null, reason, was: '' }));
  const counts = countFindings([]);
  const path = 'a.md';
  return { kind: 'found', path, articles, skipped: null, isRepaired: false, counts, unresolved };
}

test('a note counts once, and a problem that stops the build takes precedence', () => {
  const tally = newPublisherTally();
  addProblems(tally, noteWith(2, 'publisher-hides', 'publisher-no-date'));
  addProblems(tally, noteWith(1, 'publisher-hides'));
  addProblems(tally, noteWith(1));
  addProblems(tally, noteWith(null, 'publisher-hides'));
  addProblems(tally, { kind: 'failed', path: 'b.md', error: 'gone' });
  expect(tally).toEqual({ stops: 1, hides: 1 });
});
