import { fromMarkdown } from 'mdast-util-from-markdown';
import { plan } from '../../../src/core/repairs/plan';
import { markdownReport } from '../../../src/core/report/markdown-report';
import { plannerFor } from '../../planner-for';

test('a report names each note with a link', () => {
  const sections = [
    {
      heading: 'Repaired · 2',
      items: [
        { path: 'Omnivore/Tides.md', text: '1 date · 2 images' },
        { path: 'Files/A.pdf', text: '' },
      ],
    },
    { heading: 'Failed · 0', items: [] },
  ];
  expect(markdownReport('Repaired 2 notes', ['1 date', ''], sections)).toBe(
    '# Repaired 2 notes\n\n1 date\n\n## Repaired · 2\n\n- [[Omnivore/Tides]] – 1 date · 2 images\n- [[Files/A.pdf]]\n',
  );
});

const HOSTILE = [
  '[Read on Omnivore](https://omnivore.app/me/a-title-18e3d1a2b3c)',
  '#Omnivore',
  '`code` and ``more``',
  '<script>alert(1)</script>',
  '[[Note]] ![[Embed]] $x$ %%hidden%% ==mark==',
  '---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\n---',
  '1. item',
  '',
  '`',
];

test.each(HOSTILE)('text from a note is code and no more: %j', (text) => {
  const items = [{ path: 'a.md', text }];
  const report = markdownReport(text, [text], [{ heading: 'Failed', items }]);
  const kinds = new Set<string>();
  const visit = (node: { type: string; children?: readonly unknown[] }): void => {
    kinds.add(node.type);
    for (const child of node.children ?? []) visit(child as never);
  };
  visit(fromMarkdown(report));
  const allowed = ['root', 'heading', 'text', 'paragraph', 'list', 'listItem', 'inlineCode'];
  expect([...kinds].filter((kind) => !allowed.includes(kind))).toEqual([]);
  expect(plan(report, 'Report.md', plannerFor()).detection.kind).toBe('other');
});

test.each([
  ['a]] b.md', '`a]] b.md`'],
  ['a#b.md', '`a#b.md`'],
  ['a`b|c.md', '``a`b|c.md``'],
])('a path that a link can’t have is code: %s', (path, written) => {
  const report = markdownReport('x', [], [{ heading: 'y', items: [{ path, text: '' }] }]);
  expect(report).toContain(`- ${written}\n`);
});
