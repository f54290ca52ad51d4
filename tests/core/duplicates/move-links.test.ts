import { linkIndex } from '../../../src/core/duplicates/link-index';
import { moveLinks } from '../../../src/core/duplicates/move-links';
import { applyEdits } from '../../../src/core/text/edits';
import { plannerFor } from '../../planner-for';

const { parseYaml } = plannerFor();
const PATHS = ['A/Mine.md', 'A/Old.md', 'A/New (1).md', 'B/New.md', 'B/Deep/Top.md', '100%.md'];

/** A text with its links moved from one note to another. */
function moved(text: string, from: string, gone: string, kept: string): string {
  const index = linkIndex([...PATHS, 'Root.md']);
  return applyEdits(text, moveLinks(text, from, new Map([[gone, kept]]), index, parseYaml));
}

test.each<[string, string, string, string, string, string]>([
  ['brackets in a name', 'A/Mine.md', 'A/Old.md', 'A/New (1).md', 'Old.md', 'New%20%281%29.md'],
  ['a name only, in one folder', 'A/Mine.md', 'A/Old.md', 'A/New (1).md', '<Old.md', '<New (1).md'],
  ['a name only, in another folder', 'A/Mine.md', 'A/Old.md', 'B/New.md', 'Old.md', 'B/New.md'],
  ['the same folder', 'A/Mine.md', 'A/Old.md', 'A/New (1).md', '<./Old.md', '<./New (1).md'],
  ['a parent', 'B/Deep/Top.md', 'A/Old.md', 'B/New.md', '../../A/Old.md', '../New.md'],
  ['a subfolder', 'B/New.md', 'A/Old.md', 'B/Deep/Top.md', '../A/Old.md', './Deep/Top.md'],
  ['the vault’s root', 'A/Mine.md', 'A/Old.md', 'B/New.md', '/A/Old.md', 'B/New.md'],
  ['a note at the root', 'Root.md', 'A/Old.md', 'B/New.md', 'A/Old.md', 'B/New.md'],
  ['a bare percent sign', 'A/Mine.md', '100%.md', 'B/New.md', '../100%.md', '../B/New.md'],
])('a Markdown link for %s', (_, from, gone, kept, before, after) => {
  const link = (target: string) =>
    `See [it](${target}${target.startsWith('<') ? '#part>' : '#part'}).\n`;
  expect(moved(link(before), from, gone, kept)).toBe(link(after));
});

test.each([
  ['a definition', '[it]: ../A/Old.md "t"\n', '[it]: ../B/New.md "t"\n'],
  ['one in brackets', '> [it]: <Old.md#x>\n', '> [it]: <B/New.md#x>\n'],
  ['a link without an extension', '[it](../A/Old#x)\n', '[it](../B/New#x)\n'],
  ['a link with a title', '![it](A/Old.md "t")\n', '![it](B/New.md "t")\n'],
])('%s moves too', (_, before, after) => {
  expect(moved(before, 'A/Mine.md', 'A/Old.md', 'B/New.md')).toBe(after);
});

test.each([
  ['in code', 'Write `[it](Old.md)`.\n'],
  ['that is escaped', 'Write \\[[Old]].\n'],
  ['to another note', 'See [it](Mine.md).\n'],
  ['to an anchor', 'See [it](#old).\n'],
  ['to a page', 'See [it](https://a.example/Old).\n\n[it]: https://a.example/Old.md\n'],
  ['in a footnote', '[^1]: Old.md\n'],
  ['in prose that looks like a definition', '[it]: Old habits.\n'],
  ['in a definition in code', '```\n[it]: Old.md\n```\n'],
  ['to a file that is not a note', 'See [it](Old.png).\n'],
  ['to a name that two notes could have', 'See [[Twin]].\n'],
])('a link %s stays', (_, text) => {
  const index = linkIndex(['A/Mine.md', 'A/Old.md', 'X/Twin.md', 'Y/Twin.md']);
  const moves = new Map([
    ['A/Old.md', 'B/New.md'],
    ['X/Twin.md', 'Y/Twin.md'],
  ]);
  expect(moveLinks(text, 'A/Mine.md', moves, index, parseYaml)).toEqual([]);
});

test('several links, of both kinds, all move', () => {
  const text = 'See [it](Old.md), [[Old]] and [[old#part|that]].\n';
  expect(moved(text, 'A/Mine.md', 'A/Old.md', 'A/New (1).md')).toBe(
    'See [it](New%20%281%29.md), [[New (1)]] and [[New (1)#part|that]].\n',
  );
});

test.each([
  ['in a table, where the bar is escaped', '| [[Old\\|it]] |\n', '| [[New (1)\\|it]] |\n'],
  [
    'without `.md`',
    'See [it](Old) and [it](Old#part).\n',
    'See [it](New%20%281%29) and [it](New%20%281%29#part).\n',
  ],
  ['in a property', '---\nsee: "[[Old]]"\n---\n', '---\nsee: "[[New (1)]]"\n---\n'],
  ['that embeds', '![[Old]] ![](Old.md)\n', '![[New (1)]] ![](New%20%281%29.md)\n'],
])('a link %s moves', (_, before, after) => {
  expect(moved(before, 'A/Mine.md', 'A/Old.md', 'A/New (1).md')).toBe(after);
});

test('a link to a heading of the note itself stays', () => {
  const index = linkIndex(['A.md', 'A/Mine.md', 'B.md']);
  const moves = new Map([['A.md', 'B.md']]);
  const text = 'See [it](#part), [it](.) and [it](./#part).\n';
  expect(moveLinks(text, 'A/Mine.md', moves, index, parseYaml)).toEqual([]);
});
