/** Preview, run, undo and history. */
export const runs = {};
