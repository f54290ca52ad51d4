import type { PluginContext } from '../plugin-context';

/** How long to wait after a change, because several come together. */
const DELAY_MS = 200;

/** Calls `act` soon after notes change or the user decides about them. Returns a function that stops it. */
export function followNotes(
  { app, decisions }: PluginContext,
  paths: ReadonlySet<string>,
  act: () => void,
): () => void {
  let timer: number | null = null;
  const later = (): void => {
    timer ??= window.setTimeout(() => {
      timer = null;
      act();
    }, DELAY_MS);
  };
  const event = app.vault.on('modify', ({ path }) => {
    if (paths.has(path)) later();
  });
  const stopDecisions = decisions.onChange((changed) => {
    if (changed.some((path) => paths.has(path))) later();
  });
  return () => {
    app.vault.offref(event);
    stopDecisions();
    if (timer !== null) window.clearTimeout(timer);
  };
}
