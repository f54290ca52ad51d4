/**
 * Leaves the docs and examples of repairs out of a bundle: nothing in it shows them. For `defineRepair` they are empty there.
 */
export const withoutDocs = {
  name: 'without-docs',
  setup(build) {
    build.onLoad({ filter: /[\\/]core[\\/]repairs[\\/][^\\/]+[\\/]docs\.ts$/ }, () => ({
      contents: 'export const docs = {}, examples = [];',
      loader: 'ts',
    }));
  },
};
