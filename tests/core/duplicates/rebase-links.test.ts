import { rebaseLinks } from '../../../src/core/duplicates/rebase-links';
import { plannerFor } from '../../planner-for';

const { parseYaml } = plannerFor();

test.each([
  ['![](./a.png)', 'A/B/x.md', 'C/y.md', '![](../A/B/a.png)'],
  ['[a](../n.md#x) [b](../n.md "t")', 'A/B/x.md', 'y.md', '[a](./A/n.md#x) [b](./A/n.md "t")'],
  ['![](../img/a%20b.png)', 'A b/x.md', 'A b/C/y.md', '![](../../img/a%20b.png)'],
  ['![](./a.png)', 'A b/x.md', 'C/y.md', '![](../A%20b/a.png)'],
  ['![](<./a.png>)', 'A b/x.md', 'C/y.md', '![](<../A b/a.png>)'],
  ['[a]: ../n.md', 'A/x.md', 'A/B/y.md', '[a]: ../../n.md'],
  ['![](./a.png)', 'A/B/x.md', 'A/y.md', '![](./B/a.png)'],
])('%s from %s to %s', (text, from, to, expected) => {
  expect(rebaseLinks(`${text}\n`, from, to, parseYaml)).toBe(`${expected}\n`);
});

test.each([
  ['in the same folder', '![](./a.png)', 'A/x.md', 'A/y.md'],
  ['in code', '`![](./a.png)`', 'A/x.md', 'B/y.md'],
  ['in properties', '---\na: "[b](./c.md)"\n---\n', 'A/x.md', 'B/y.md'],
  ['out of the vault', '![](../../a.png)', 'A/x.md', 'B/y.md'],
  [
    'not relative',
    '![](a.png) [b](/c.md) [d](https://a.example/../b) [[../e]]',
    'A/x.md',
    'B/y.md',
  ],
])('a link %s stays', (_, text, from, to) => {
  expect(rebaseLinks(text, from, to, parseYaml)).toBe(text);
});
