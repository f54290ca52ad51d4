import { plan, type Planner } from '../../../src/core/repairs/plan';
import { addResult, newReport } from '../../../src/core/report/repair-report';
import { addNote, newTally } from '../../../src/core/report/scan-report';
import { previewNote } from '../../../src/core/report/preview';
import { applyEdits } from '../../../src/core/text/edits';
import { plannerFor } from '../../planner-for';

const PROXY = 'https://proxy-prod.omnivore-image-cache.app/0x0,sQk3vT9xWz1YbN4mL7pRs0aUcEgHiJkOqX/';
const HOST = 'http://localhost:7070';
const OWN_PROXY = `${HOST}/0x0,sQk3vT9xWz1YbN4mL7pRs0aUcEgHiJkOqX/`;
const IMAGE = 'https://example.org/a.png';

function plannerWith(settings: unknown = {}): Planner {
  return { ...plannerFor(settings), ownNotes: true };
}

test.each([
  ['the body', `# Mine\n\n![](${PROXY}${IMAGE})\n`, `# Mine\n\n![](${IMAGE})\n`],
  ['a property', `---\nimage: ${PROXY}${IMAGE}\n---\nMine\n`, `---\nimage: ${IMAGE}\n---\nMine\n`],
  [
    'both, with a date and a flag of the user’s own',
    `---\ndraft: true\ndate: 2024-03-14 08:21:56\nimage: "${PROXY}${IMAGE}"\n---\n<img src="${PROXY}${IMAGE}">\n`,
    `---\ndraft: true\ndate: 2024-03-14 08:21:56\nimage: "${IMAGE}"\n---\n<img src="${IMAGE}">\n`,
  ],
])('in %s of another note, images are unproxied and nothing else', (_, text, after) => {
  const planned = plan(text, 'Mine.md', plannerWith());
  expect(planned.detection).toEqual({ kind: 'other' });
  expect(planned.after).toBe(after);
  expect(applyEdits(text, planned.edits)).toBe(after);
  expect(applyEdits(after, planned.undo)).toBe(text);
  expect(plan(after, 'Mine.md', plannerWith()).findings).toEqual([]);
});

test.each([
  ['without any image', 'Mine\n'],
  ['with an image in code', `Mine\n\n\`\`\`\n![](${PROXY}${IMAGE})\n\`\`\`\n`],
  ['with an image behind a proxy that may be alive', `Mine\n\n![](${OWN_PROXY}${IMAGE})\n`],
])('a note %s stays the same', (_, text) => {
  const settings = { proxiedImages: { hosts: [HOST] } };
  const planned = plan(text, 'Mine.md', plannerWith(settings));
  expect(planned).toMatchObject({ after: text, findings: [], edits: [], undo: [] });
});

test('an image that can’t be brought back is listed with its reason', () => {
  const { findings, edits } = plan(`Mine ![](${PROXY}data:image/png)\n`, 'Mine.md', plannerWith());
  expect({ findings, edits }).toMatchObject({
    findings: [{ repair: 'proxied-images', unresolved: 'data-image' }],
    edits: [],
  });
});

test('they are looked for only when asked', () => {
  const text = `Mine ![](${PROXY}${IMAGE})\n`;
  expect(plan(text, 'Mine.md', plannerFor())).toMatchObject({ after: text, findings: [] });
});

describe('such a note', () => {
  const text = `Mine ![](${PROXY}${IMAGE})\n`;
  const path = 'Shelf/Mine.md';
  const planned = plan(text, path, plannerWith());
  const read = { kind: 'planned', path, text, plan: planned, outcome: 'repaired' } as const;
  const broken = { ...read, outcome: 'invalid-utf8' } as const;

  test('is repaired by a run, unless its bytes can’t be kept', () => {
    const report = newReport();
    addResult(report, read, 'run-1');
    addResult(report, broken, 'run-1');
    expect(report.repaired).toMatchObject([{ path }]);
    expect(report.left).toEqual([{ path, repair: null, reason: 'invalid-utf8', was: '' }]);
  });

  test('is counted apart from saved articles by a scan, if it can be repaired', () => {
    const tally = newTally();
    expect([read, broken].flatMap((note) => addNote(tally, note, null, 'draft'))).toEqual([]);
    expect(tally).toMatchObject({ read: 2, saved: 0, ownNotes: [{ path, images: 1 }] });
  });

  test('is in the preview, by the name of its file', () => {
    const shown = { path, title: 'Mine', problem: null, counts: { 'proxied-images': 1 } };
    expect(previewNote(read)).toMatchObject(shown);
  });
});
