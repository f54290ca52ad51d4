/**
 * node-html-markdown walks the tree that node-html-parser makes and never searches it by CSS selectors, so the packages for these, which
 * are larger than the parser, stay out of the bundles.
 */
export const leanHtmlParser = {
  name: 'lean-html-parser',
  setup(build) {
    build.onResolve({ filter: /^css-select$/ }, () => ({
      path: 'css-select',
      namespace: 'no-selectors',
    }));
    build.onLoad({ filter: /.*/, namespace: 'no-selectors' }, () => ({
      contents: 'module.exports = {};',
    }));
  },
};
