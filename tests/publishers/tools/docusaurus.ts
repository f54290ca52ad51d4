import type { Tool } from '../tool';

/** A blog and nothing else. Notes are Markdown and not MDX, and links and images may lead nowhere. */
const CONFIG = `
module.exports = {
  title: 'Site',
  url: 'http://example.com',
  baseUrl: '/',
  onBrokenLinks: 'ignore',
  // Posts without a date get one from Git, and the site is in no repository.
  future: { experimental_vcs: 'hardcoded' },
  markdown: {
    format: 'md',
    hooks: { onBrokenMarkdownLinks: 'ignore', onBrokenMarkdownImages: 'ignore' },
  },
  presets: [
    [
      'classic',
      {
        docs: false,
        sitemap: false,
        blog: {
          routeBasePath: '/',
          blogSidebarCount: 0,
          archiveBasePath: null,
          showReadingTime: false,
          onInlineTags: 'ignore',
          onInlineAuthors: 'ignore',
          onUntruncatedBlogPosts: 'ignore',
        },
      },
    ],
  ],
};
`;

export const docusaurus: Tool = {
  publisher: 'docusaurus',
  sources: [
    {
      from: 'npm',
      packages: {
        '@docusaurus/core': '3.10.2',
        '@docusaurus/preset-classic': '3.10.2',
        react: '19.2.0',
        'react-dom': '19.2.0',
      },
      program: '.bin/docusaurus',
    },
  ],
  site: {
    // The theme writes the date of a post into a `time` element.
    files: { 'package.json': '{ "name": "site" }', 'docusaurus.config.js': CONFIG },
    notePath: (name) => `blog/${name}.md`,
    build: ['build', '--no-minify'],
    output: 'build',
  },
};
