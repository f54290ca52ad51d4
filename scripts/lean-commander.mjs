/** What commander uses of Node's modules. The global `process` is the module, but importing that creates all three standard streams. */
const INSTEAD = {
  'node:process': 'module.exports = process;',
  // For commands in files of their own, which we don't have.
  'node:child_process': 'module.exports = {};',
};

/** Keeps commander from loading modules of Node that it never uses here. They take longer to load than all our commands. */
export const leanCommander = {
  name: 'lean-commander',
  setup(build) {
    build.onResolve({ filter: /^node:(?:process|child_process)$/ }, ({ path, importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path, namespace: 'lean-commander' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'lean-commander' }, ({ path }) => ({
      contents: INSTEAD[path],
    }));
  },
};
