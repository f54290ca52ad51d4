import { plan } from '../../../src/core/repairs/plan';
import { applyEdits } from '../../../src/core/text/edits';
import { plannerFor } from '../../planner-for';
import { allFixtures } from '../../read-fixtures';

describe.each(allFixtures().map((fixture) => [fixture.name, fixture] as const))(
  '%s',
  (_, fixture) => {
    const planned = plan(fixture.before, 'Omnivore/note.md', plannerFor(fixture.settings));

    test(fixture.about, () => {
      expect(planned.after).toBe(fixture.after);
    });

    test('lists what it can’t decide, and undo restores the note', () => {
      const left = planned.findings.filter(({ unresolved }) => unresolved);
      const listed = left.map(({ repair, unresolved: reason, before: was }) => ({
        repair,
        reason,
        was,
      }));
      expect(listed).toEqual(fixture.left);
      expect(applyEdits(planned.after, planned.undo)).toBe(fixture.before);
    });
  },
);
