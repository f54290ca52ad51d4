import type { RequestUrlParam, RequestUrlResponse } from 'obsidian';
import type { App } from '../simulator/app';
import { setIcon, setTooltip } from '../simulator/icons';
import { Platform } from '../simulator/keyboard';
import { FILES_VIEW, FilesView } from './files-view';
import { showHoverPreviews } from './hover-preview';
import { connect } from '../simulator/versions';
import { CommandPalette } from './command-palette';
import { showReadingViews } from './reading-view';
import { standInImage } from './stand-in-images';
import type { Playground } from './restart';

/** Puts around the plugin what a user of the app has: file list, palette, settings, switches. */
export async function openDesk(playground: Playground): Promise<void> {
  const { app } = playground.simulation;
  const openPalette = (): void => new CommandPalette(app).open();
  app.scope.register(['Mod'], 'p', () => {
    openPalette();
    return false;
  });
  app.scope.register(['Mod'], ',', () => {
    openSettings(playground);
    return false;
  });
  showHoverPreviews(app);
  addBar(playground, openPalette);
  app.viewRegistry.register(FILES_VIEW, (leaf) => new FilesView(leaf));
  await app.workspace.ensureSideLeaf(FILES_VIEW, 'left', { active: false, reveal: false });
  if (Platform.isMobile) closeDrawersAtFile(app);
  showReadingViews(app);
  connect(answerImages);
  await openFirst(app);
}

/** Opens the panel, and a note whose images come from the dead proxy. */
async function openFirst(app: App): Promise<void> {
  const { vault, workspace } = app;
  if (!Platform.isMobile) app.commands.executeCommandById('omnivore-rescue:open-panel');
  const notes = vault.getMarkdownFiles().sort((a, b) => a.path.localeCompare(b.path));
  let first = notes[0];
  for (const note of notes) {
    if (!(await vault.cachedRead(note)).includes('omnivore-image-cache.app')) continue;
    first = note;
    break;
  }
  if (first) await workspace.getLeaf(false).openFile(first, { active: true });
}

/** Answers requests for images, so that they can be saved here too. */
async function answerImages({ url }: RequestUrlParam): Promise<RequestUrlResponse> {
  const svg = standInImage(url);
  const bytes = new TextEncoder().encode(svg ?? '');
  return {
    ...{ status: svg === null ? 404 : 200, headers: {}, text: svg ?? '', json: null },
    arrayBuffer: bytes.buffer,
  };
}

function openSettings(playground: Playground): void {
  const { app, plugin } = playground.simulation;
  if (!app.setting.openTabById(plugin.manifest.id)) app.setting.open();
}

function addBar(playground: Playground, openPalette: () => void): void {
  const { app } = playground.simulation;
  const { theme, language, mobile } = playground.switches;
  const dark = theme === 'dark';
  const bar = mobile ? app.appContainerEl.createDiv('mobile-navbar') : app.ribbonActionsEl;
  if (mobile) addDrawerButtons(app, bar);
  button(bar, 'terminal', 'Open command palette', openPalette);
  button(bar, 'settings', 'Settings', () => openSettings(playground));
  button(bar, dark ? 'sun' : 'moon', dark ? 'Light theme' : 'Dark theme', () => {
    void playground.start({ theme: dark ? 'light' : 'dark' });
  });
  button(bar, 'languages', language === 'en' ? '中文' : 'English', () => {
    void playground.start({ language: language === 'en' ? 'zh' : 'en' });
  });
  button(bar, mobile ? 'monitor' : 'smartphone', mobile ? 'Desktop' : 'Phone', () => {
    void playground.start({ mobile: !mobile });
  });
}

function addDrawerButtons(app: App, bar: HTMLElement): void {
  const { leftSplit, rightSplit } = app.workspace;
  leftSplit.collapse();
  rightSplit.collapse();
  button(bar, 'folder', 'Files', () => {
    rightSplit.collapse();
    leftSplit.toggle();
  });
  button(bar, 'panel-right', 'Right sidebar', () => {
    leftSplit.collapse();
    rightSplit.toggle();
  });
}

/** As on a phone, where the note comes to the front. */
function closeDrawersAtFile(app: App): void {
  app.workspace.on('file-open', () => {
    app.workspace.leftSplit.collapse();
    app.workspace.rightSplit.collapse();
  });
}

function button(parent: HTMLElement, icon: string, title: string, act: () => void): void {
  const el = parent.createEl('button', 'clickable-icon side-dock-ribbon-action');
  setIcon(el, icon);
  setTooltip(el, title);
  el.addEventListener('click', act);
}
