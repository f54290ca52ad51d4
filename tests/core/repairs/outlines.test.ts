import { plan } from '../../../src/core/repairs/plan';
import { plannerFor } from '../../planner-for';

const PROXY =
  'https://proxy-prod.omnivore-image-cache.app/0x0,s3xXYAesk0QkvbVYh9g5r4pSzGk4tOyW_9vJ-2uQ1abc/';
const READ = '[Read on Omnivore](https://omnivore.app/me/a-title-18e3d1a2b3c)';

/** An outline of articles, each with this text inside it. */
function outline(...bodies: readonly string[]): string {
  return bodies
    .map(
      (body, n) => `\t- [Title ${n}](https://omnivore.app/me/a-18e3d1a2b3${n})
\t\tcollapsed:: true
\t\tsite:: [a](https://a.example)
\t\tdate-saved:: [[Jan 31st, 2023]]
\t\t- ${body}
`,
    )
    .join('');
}

const CHOICES = ['original', 'remove'] as const;

describe.each(CHOICES)(
  'dead links: %s. A second pass changes nothing in an outline',
  (articles) => {
    const settings = { repairs: { 'dead-links': true }, deadLinks: { articles } };

    test.each([
      [
        'with a line of text that looks like a date property',
        outline(`a \` ${READ}\n\ndate_saved: 2019-01-01 00:00:00`, `![](${PROXY})`),
      ],
      [
        'with a link in parentheses, which stays',
        outline(
          `(${READ.slice(19)}\n\ndate_saved: 2019-01-01 00:00:00`,
          `![](${PROXY}https://a.example/b.png)`,
        ),
      ],
      [
        'with a quoted link',
        outline(`date_saved: 2019-01-01 00:00:00\n\n> - ${READ}；\n\n> ![](${PROXY}https://)`),
      ],
      [
        'with a fence that never closes',
        outline(
          `date_saved: 2024-3-4 8:05\n\n\`\`\`\`\`unclosed\n![](${PROXY}${PROXY}https://a.example/b.png)\n\n> - ${READ}`,
          '',
        ),
      ],
      [
        'with an image behind the proxy, without an enabled repair for it',
        outline(`date_saved: 2019-01-01 00:00:00\n\n![](${PROXY}https://a.example/b.png)`, READ),
      ],
    ])('%s', (_, text) => {
      const first = plan(text, 'a.md', plannerFor(settings));
      const second = plan(first.after, 'a.md', plannerFor(settings));
      expect(first.after).not.toBe(text);
      expect(second.after).toBe(first.after);
      expect(articlesOf(second)).toBe(articlesOf(first));
    });
  },
);

describe('a link that alone marks an item as an article', () => {
  const remove = { repairs: { 'dead-links': true }, deadLinks: { articles: 'remove' } };
  const old = `\t- [Old](https://omnivore.app/somebody/old-18192f7ac5a)\n\t  date:: Fri Jun 24 2022\n\t\t- ![](${PROXY}https://a.example/b.png)\n`;
  const look = (text: string): ReturnType<typeof plan> => plan(text, 'a.md', plannerFor(remove));

  test('stays next to articles that are recognized by their properties, and is listed', () => {
    const first = look(outline('a') + old + outline('b'));
    expect(first.after).toContain('- Title 0\n');
    expect(first.after).toContain('- [Old](https://omnivore.app/somebody/old-18192f7ac5a)\n');
    expect(first.after).toContain('![](https://a.example/b.png)');
    expect(
      first.findings.flatMap(({ unresolved, before }) =>
        unresolved ? [[unresolved, before]] : [],
      ),
    ).toEqual([['marks-article', '[Old](https://omnivore.app/somebody/old-18192f7ac5a)']]);
    expect(look(first.after).after).toBe(first.after);
    expect(articlesOf(look(first.after))).toBe(3);
  });

  test('stays if the note would otherwise be read as a page, with its draft flag', () => {
    const kept = {
      ...remove,
      deadLinks: { articles: 'remove', highlights: 'keep' },
      draftFlag: { preset: 'hugo' },
    };
    const url = 'https://omnivore.app/me/a-18e3d1a2b3c';
    const highlight = `${url}#0f8a9e3c-5d7b-4f6a-8c2d-1e0f9a8b7c6d`;
    const item = `\t- [Title](${url})\n\t\tsite:: [a](https://a.example)\n`;
    const text = `---\ndraft: true\n---\n${item}\t\t- [Read on Omnivore](${highlight})\n\n> text [⤴️](${highlight}) ^0f8a9e3c\n`;
    const first = plan(text, 'a.md', plannerFor(kept));
    expect(first.findings.map(({ unresolved }) => unresolved)).toEqual(['marks-article']);
    expect(plan(first.after, 'a.md', plannerFor(kept)).after).toBe(text);
  });

  test('stays if an article in code would no longer be code without its line', () => {
    const removed = {
      repairs: { 'dead-links': true },
      deadLinks: { articles: 'original', highlights: 'remove' },
    };
    const highlight =
      '[Read on Omnivore](https://omnivore.app/me/a-18e3d1a2b3c#0f8a9e3c-5d7b-4f6a-8c2d-1e0f9a8b7c6d)';
    const items = outline(
      `a \` ![](${PROXY}https://a.example/a.png)`,
      `<pre>\n![](${PROXY}https://a.example/b.png)`,
      '</pre>',
    );
    const at = items.indexOf('\t- [Title 1]');
    const text = `${items.slice(0, at)}\n${highlight}\n${items.slice(at)}`;
    const first = plan(text, 'a.md', plannerFor(removed));
    expect(plan(first.after, 'a.md', plannerFor(removed)).after).toBe(first.after);
    expect(first.after).toContain(highlight);
  });

  test('is removed if nothing else would be read as an article', () => {
    expect(look(old).after).toContain('\t- Old\n');
    expect(look(look(old).after).detection.kind).toBe('other');
  });
});

function articlesOf({ detection }: ReturnType<typeof plan>): number {
  return detection.kind === 'saved' ? detection.articles.length : 0;
}
