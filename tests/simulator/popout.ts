/** Whether windows of their own can be opened: in a browser they can, in jsdom they can't. */
let canOpen = false;

/** Lets `openPopout` open real windows. The page of a browser calls this. */
export function allowPopouts(): void {
  canOpen = true;
}

/** What a window needs of the app: its keys, its tooltips. */
type Follow = (win: Window) => void;

const followers = new Set<Follow>();

/** Calls the follower for each window that opens from now on. Returns how to stop that. */
export function followPopouts(follow: Follow): () => void {
  followers.add(follow);
  return () => void followers.delete(follow);
}

/**
 * Opens an empty window with the styles and classes of the main one, as the app does. Null if there can be
 * none. Its elements are made by the main window's document, as the helpers of the app do.
 */
export function openPopout(): Window | null {
  const win = canOpen ? window.open('', '_blank', 'popup,width=600,height=500') : null;
  if (!win) return null;
  const style = win.document.createElement('style');
  style.textContent = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText))
    .join('\n');
  win.document.head.append(style);
  win.document.body.className = `${document.body.className} is-popout-window`;
  trackActive(win);
  for (const follow of followers) follow(win);
  return win;
}

/** Keeps `activeWindow` and `activeDocument` at the window in which the user last did something. */
export function trackActive(win: Window): () => void {
  const note = (): void => makeActive(win);
  const types = ['focusin', 'mousedown', 'keydown'];
  for (const type of types) win.addEventListener(type, note, true);
  return () => {
    for (const type of types) win.removeEventListener(type, note, true);
  };
}

/** Makes a window the active one. */
export function makeActive(win: Window): void {
  Object.assign(globalThis, { activeWindow: win, activeDocument: win.document });
}
