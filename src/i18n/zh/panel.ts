import type { panel as english } from '../en/panel';

/** The panel of saved articles, in Simplified Chinese. */
export const panel: typeof english = {};
