/** The panel of saved articles. */
export const panel = {};
