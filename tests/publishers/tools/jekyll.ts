import type { Tool } from '../tool';

/** Braces in notes are text. */
const CONFIG = `title: Site
permalink: /:title.html
defaults:
  - scope: { path: '' }
    values: { layout: default, render_with_liquid: false }
`;

export const jekyll: Tool = {
  publisher: 'jekyll',
  sources: [{ from: 'system', program: 'jekyll', debianPackage: 'jekyll' }],
  site: {
    files: {
      '_config.yml': CONFIG,
      '_layouts/default.html': 'day:{{ page.date | date: "%Y-%m-%d" }} {{ content }}',
    },
    // A post needs a date in its name; the one in its properties takes precedence.
    notePath: (name) => `_posts/2000-01-01-${name}.md`,
    build: ['build', '--quiet'],
    output: '_site',
  },
};
