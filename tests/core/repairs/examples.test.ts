import { ALL_REPAIRS, REPAIR_IDS } from '../../../src/core/repairs';
import { EXAMPLES } from '../../examples';
import { LAWS, planCase } from '../../laws';

test.each(EXAMPLES)('$name', ({ before, after, settings }) => {
  const planned = planCase({ text: before, settings, dayFirst: null });
  expect(planned.after).toBe(after);
  expect(planned.findings).not.toEqual([]);
  for (const [, holds] of LAWS) holds(planned);
});

test.each(REPAIR_IDS)('%s has an example that changes something', (id) => {
  const changes = EXAMPLES.filter(({ repair, before, after }) => repair === id && before !== after);
  expect(changes.length).toBeGreaterThan(0);
});

test('ids of repairs and of their commands can be stored, and are there once', () => {
  const ids = [...REPAIR_IDS, ...ALL_REPAIRS.map(({ command }) => command.id)];
  for (const id of ids) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
  expect(new Set(ids).size).toBe(ids.length);
});
