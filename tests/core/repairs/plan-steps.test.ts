import { plan, planSteps, type Plan } from '../../../src/core/repairs/plan';
import { STEP_LENGTH, type Steps } from '../../../src/core/text/steps';
import { plannerFor } from '../../planner-for';

const planner = plannerFor({ deadLinks: { enabled: true } });
const PROXY = 'https://proxy-prod.omnivore-image-cache.app/0x0,sk3-_abcdefghijklmnopqrstuvwx';
const HEAD = `---
id: 4a7c6a1e-e1f2-11ee-8a3c-6f2b1c9d0e11
date_saved: 2024-03-14 08:21:56
---

# Tides
#Omnivore

[Read on Omnivore](https://omnivore.app/me/tides-18e3d5b1a2c)
[Read Original](https://example.org/tides)

`;
const PARAGRAPH = `Some \`code\` and <b>words</b> about the sea, and what it does.

\`\`\`js
const sea = 1;
\`\`\`

![](${PROXY}/https://example.org/sea.png?size=1)

`;

function escaped(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '<': 'lt',
    '>': 'gt',
    '/': '#x2F',
    '`': '#x60',
  };
  return text.replace(/[<>/`]/g, (character) => `&${names[character]};`);
}

function item(i: number): string {
  const link = `https://omnivore.app/me/tides-18e3d5${(0x10000 + i).toString(16)}`;
  return `- [Tides ${i}](${link})\n\tsite:: [example.org](https://example.org/${i})\n\tauthor:: A\n\tdate-saved:: [[2024-03-14]]\n\t- ![](${PROXY}/https://example.org/${i}.png)\n`;
}

/** Four times as long as a step, or longer. */
function long(paragraph: string): string {
  return paragraph.repeat(Math.ceil((4 * STEP_LENGTH) / paragraph.length));
}

const NOTES: readonly (readonly [string, string])[] = [
  ['an article', HEAD + long(PARAGRAPH)],
  ['an escaped article', HEAD + long(escaped(PARAGRAPH))],
  ['an article on one line', HEAD + long(PARAGRAPH.replaceAll('\n', ' '))],
  ['an outline of articles', Array.from({ length: 6000 }, (_, i) => item(i)).join('')],
];

/** The number of steps, and the result. */
function counted(steps: Steps<Plan>): { readonly count: number; readonly result: Plan } {
  for (let count = 1; ; count++) {
    const { done, value } = steps.next();
    if (done) return { count, result: value };
  }
}

/** What of a plan is compared. Articles read some of their fields when they are asked for them. */
function shown({ after, findings, edits, undo, detection }: Plan): unknown {
  return { after, findings, edits, undo, kind: detection.kind };
}

test.each(NOTES)('%s is planned in many short steps', (_, text) => {
  const { count, result } = counted(planSteps(text, 'a.md', planner, null));
  expect(count).toBeGreaterThan(12);
  expect(result.edits.length).toBeGreaterThan(1000);
  expect(shown(result)).toEqual(shown(plan(text, 'a.md', planner)));
});

test('between the steps of a note, other notes can be planned', () => {
  const open = NOTES.map(([, text]) => ({ text, steps: planSteps(text, 'a.md', planner, null) }));
  const results = new Map<string, Plan>();
  while (results.size < open.length) {
    for (const { text, steps } of open) {
      const { done, value } = steps.next();
      if (done && value) results.set(text, value);
    }
  }
  for (const [text, result] of results) {
    expect(shown(result)).toEqual(shown(plan(text, 'a.md', planner)));
  }
});

test('an ordinary note of any length has few steps', () => {
  const { count, result } = counted(planSteps(long('Words.\n\n`code`\n\n'), 'a.md', planner, null));
  expect(count).toBeLessThan(12);
  expect(result.detection.kind).toBe('other');
});
