import { violations } from './axe';
import { openApp, type AppOptions, type OpenApp } from './open-app';
import { inPage, SAMPLE } from './panel/panel';

/** A state of the plugin that a user can come to. */
export interface State {
  readonly name: string;
  /** Selects the parts of the page that are looked at. */
  readonly part: string;
  readonly options?: AppOptions;
  /** Comes to the state; says what is there in no language, since the app may speak any. */
  readonly reach: (app: OpenApp) => Promise<unknown>;
}

const LOOKS: readonly [string, AppOptions][] = [
  ['on a computer', {}],
  ['in Chinese on a phone', { language: 'zh', mobile: true }],
];

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
      expect(await violations(app.page, state.part)).toEqual([]);
      expect(app.errors).toEqual([]);
    } finally {
      await app.close();
    }
  });
}
