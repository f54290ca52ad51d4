import type { Tool } from '../tool';

/** Drafts are hidden by the recipe in Eleventy's docs. */
const CONFIG = `
export default function (config) {
  config.addPreprocessor('drafts', 'md', (data) => (data.draft ? false : undefined));
  return {
    dir: { input: 'notes', includes: '../includes', output: 'site' },
    markdownTemplateEngine: false,
  };
}
`;
const LAYOUT = 'day:{{ page.date.toISOString() }} {{ content | safe }}';

export const eleventy: Tool = {
  publisher: 'eleventy',
  sources: [
    {
      from: 'npm',
      packages: { '@11ty/eleventy': '3.1.8' },
      program: '.bin/eleventy',
    },
  ],
  site: {
    files: {
      'package.json': '{ "type": "module" }',
      'eleventy.config.js': CONFIG,
      'notes/notes.json': '{ "layout": "default.njk" }',
      // Some notes of the sample vault name this layout.
      'includes/default.njk': LAYOUT,
    },
    notePath: (name) => `notes/${name}.md`,
    build: ['--quiet'],
    output: 'site',
  },
};
