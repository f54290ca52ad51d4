import { PUBLISHERS, type PublisherId } from '../../../src/core/publishers/publishers';
import { plan } from '../../../src/core/repairs/plan';
import { publisherCheck } from '../../../src/core/repairs/publisher-check';
import { plannerFor } from '../../planner-for';

const HEADER = '# A\n#Omnivore\n\n[Read on Omnivore](https://omnivore.app/me/a-18e3d1a2b3c)\n';
const IDS = ['7b9689e3-5b18-4601-aeb6-719f7319797a', '3f473709-0192-4aac-904b-e4683d4ec660'];

/** What is listed of a note, with its lines. */
function listed(publisher: PublisherId, text: string): readonly string[] {
  const change = publisherCheck(PUBLISHERS[publisher]);
  const { findings, edits } = plan(text, 'a.md', { ...plannerFor(), repairs: {}, change });
  expect(edits).toEqual([]);
  return findings.map(({ unresolved, before }) => `${unresolved ?? 'none'}: ${before}`);
}

test('lists the lines that a publisher stops at or hides a note for', () => {
  const text = `---\nid: ${IDS[0]}\ndraft: true\nlastmod:\n  - a\n  - b\n---\n${HEADER}`;
  expect(listed('hugo', text)).toEqual([
    'publisher-hides: draft: true',
    'publisher-unread-date: lastmod:\n  - a\n  - b',
  ]);
});

test('lists what the whole note lacks', () => {
  expect(listed('zola', HEADER)).toEqual(['publisher-no-front-matter: ']);
  expect(listed('astro', `---\nid: ${IDS[0]}\n---\n${HEADER}`)).toEqual(['publisher-no-date: ']);
});

test('checks a note with several articles once, and the next note again', () => {
  const list = IDS.map((id) => `- id: ${id}\n`).join('');
  const parts = IDS.map((id) => `%%${id}_start%%\n${HEADER}%%${id}_end%%\n`).join('');
  const text = `---\n${list}---\n\n${parts}`;
  expect(listed('hugo', text)).toEqual(['publisher-list: ']);
  expect(listed('hugo', text)).toEqual(['publisher-list: ']);
});
