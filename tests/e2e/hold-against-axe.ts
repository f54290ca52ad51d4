import type { RunOptions } from 'axe-core';
import { violations } from './axe';
import { openApp, type AppOptions, type OpenApp } from './open-app';
import { inPage, SAMPLE } from './panel/panel';

/** A state of the plugin that a user can reach. */
export interface State {
  readonly name: string;
  /** Selects the parts of the page that are checked. */
  readonly part: string;
  readonly options?: AppOptions;
  /** Brings the app into the state. Must not rely on words: the app may be in any language. */
  readonly reach: (app: OpenApp) => Promise<unknown>;
}

const LOOKS: readonly [string, AppOptions][] = [
  ['on a computer', {}],
  ['in Chinese on a phone', { language: 'zh', mobile: true }],
];

/** Between light and dark, only colors differ. */
const COLORS: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};

/** Tests that axe finds nothing wrong in the states, in light and in dark. */
export function axeFindsNothing(states: readonly State[]): void {
  const cases = LOOKS.flatMap(([look, options]) =>
    states.map((state) => [`${state.name}, ${look}`, state, options] as const),
  );
  test.each(cases)('axe finds nothing wrong: %s', async (_, state, look) => {
    const app = await openApp({ files: SAMPLE, ...look, ...state.options });
    try {
      await state.reach(app);
      expect(await violations(app.page, state.part)).toEqual([]);
      await inPage(app, `document.body.classList.replace('theme-light', 'theme-dark')`);
      expect(await violations(app.page, state.part, COLORS)).toEqual([]);
      expect(app.errors).toEqual([]);
    } finally {
      await app.close();
    }
  });
}
