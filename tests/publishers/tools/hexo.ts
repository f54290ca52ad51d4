import type { Tool } from '../tool';

const LAYOUT = 'day:<%= page.date.format() %> <%- page.content %>';
const RENDERERS = { 'hexo-renderer-ejs': '2.0.0', 'hexo-renderer-marked': '7.0.1' };

export const hexo: Tool = {
  publisher: 'hexo',
  sources: [{ from: 'npm', packages: { hexo: '8.1.2', ...RENDERERS }, program: '.bin/hexo' }],
  site: {
    files: {
      // Hexo loads the renderers that this file names.
      'package.json': JSON.stringify({ hexo: { version: '' }, dependencies: RENDERERS }),
      '_config.yml': 'title: Site\nurl: http://example.com\ntheme: plain\n',
      'themes/plain/layout/post.ejs': LAYOUT,
      // Some notes of the sample vault name this layout.
      'themes/plain/layout/default.ejs': LAYOUT,
      'themes/plain/layout/index.ejs': 'index',
    },
    notePath: (name) => `source/_posts/${name}.md`,
    build: ['generate'],
    output: 'public',
  },
};
