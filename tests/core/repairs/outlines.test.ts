import { plan } from '../../../src/core/repairs/plan';
import { plannerFor } from '../../planner-for';

const PROXY = 'https://proxy-prod.omnivore-image-cache.app/0x0,sx/';
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
        'with an image behind the proxy that no repair is on for',
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

function articlesOf({ detection }: ReturnType<typeof plan>): number {
  return detection.kind === 'saved' ? detection.articles.length : 0;
}
