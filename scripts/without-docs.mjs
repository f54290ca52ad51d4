/**
 * Excludes the docs and examples of repairs from a bundle, where nothing shows them. `defineRepair` gets empty ones there.
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
