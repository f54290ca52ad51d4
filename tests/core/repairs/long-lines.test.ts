import { plan } from '../../../src/core/repairs/plan';
import { applyEdits } from '../../../src/core/text/edits';
import { plannerFor } from '../../planner-for';

const HEAD = `---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\n---\n[Read on Omnivore](https://omnivore.app/me/a-18e3d1a2b3c)\n\n`;
/** More than a function takes as arguments. */
const MANY = 300_000;
const PROXY = 'https://proxy-prod.omnivore-image-cache.app/0x0,s3xXYAesk0QkvbVYh9g5r4pSz/';

test.each([
  ['escapes', '&#x2F;', '/'],
  ['dates and escapes', '&#x3D; 2024&#x2F;03', '= 2024/03'],
  ['proxied URLs', `![](${PROXY}https://a.b/c)`, '![](https://a.b/c)'],
])('repairs %s, however many are on one line', (_, before, after) => {
  const note = HEAD + before.repeat(MANY);
  const planned = plan(note, 'note.md', plannerFor());
  expect(planned.after === HEAD + after.repeat(MANY)).toBe(true);
  expect(applyEdits(planned.after, planned.undo) === note).toBe(true);
});
