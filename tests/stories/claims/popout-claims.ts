import type { Claim } from './claim';

/** What pop-out windows do. Phones have none. */
export const POPOUT_CLAIMS: readonly Claim[] = [
  {
    claim: 'a leaf that is moved into a window keeps its view, and its elements are notified',
    source: 'typings',
    where: 'desktop',
    ask: (app) =>
      app.inside(async ({ app: { vault, workspace } }) => {
        const file = vault.getFileByPath('Note.md');
        const leaf = workspace.getLeaf('tab');
        if (file) await leaf.openFile(file);
        const { view } = leaf;
        let calls = 0;
        view.containerEl.onWindowMigrated(() => void calls++);
        const popout = workspace.moveLeafToPopout(leaf);
        for (let i = 0; i < 60 && calls === 0; i++) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        const { ownerDocument } = view.containerEl;
        const answer = [
          leaf.view === view,
          ownerDocument !== document,
          ownerDocument === popout.doc,
          view.containerEl.win === popout.win,
          calls > 0,
        ];
        leaf.detach();
        return answer;
      }),
    answer: [true, true, true, true, true],
  },
  {
    claim: 'a window has the styles and the classes of the main one, and closes with its last leaf',
    source: 'documentation',
    where: 'desktop',
    ask: (app) =>
      app.inside(async ({ app: { workspace } }) => {
        const leaf = workspace.openPopoutLeaf();
        const { ownerDocument: doc } = leaf.view.containerEl;
        const win = doc.defaultView;
        const color = win?.getComputedStyle(doc.body).getPropertyValue('--background-primary');
        const hasTheme = /\btheme-(?:light|dark)\b/.test(doc.body.className);
        leaf.detach();
        for (let i = 0; i < 60 && win?.closed === false; i++) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        return [doc !== document, color !== '', hasTheme, win?.closed];
      }),
    answer: [true, true, true, true],
  },
  {
    claim: 'the app fires an event when a window opens, and when one closes',
    source: 'typings',
    where: 'desktop',
    ask: (app) =>
      app.inside(async ({ app: { workspace } }) => {
        const log: string[] = [];
        const refs = [
          workspace.on('window-open', ({ win }) => void log.push(`open ${String(win !== window)}`)),
          workspace.on('window-close', () => void log.push('close')),
        ];
        const leaf = workspace.openPopoutLeaf();
        await new Promise((resolve) => setTimeout(resolve, 200));
        leaf.detach();
        for (let i = 0; i < 60 && !log.includes('close'); i++) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        for (const ref of refs) workspace.offref(ref);
        return log;
      }),
    answer: ['open true', 'close'],
  },
  {
    claim: 'a modal, a menu and a notice open in the window in use',
    source: 'others measured it',
    where: 'desktop',
    ask: (app) =>
      app.inside(async ({ app: inside, obsidian }) => {
        const { workspace } = inside;
        const leaf = workspace.openPopoutLeaf();
        workspace.setActiveLeaf(leaf, { focus: true });
        const { ownerDocument: doc } = leaf.view.containerEl;
        for (let i = 0; i < 60 && activeDocument !== doc; i++) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        const modal = new obsidian.Modal(inside);
        const notice = new obsidian.Notice('In this window', 0);
        const menu = new obsidian.Menu().setUseNativeMenu(false);
        menu.addItem((item) => item.setTitle('In this window'));
        menu.showAtPosition({ x: 10, y: 10 });
        const hasMenu = doc.querySelector('.menu') !== null;
        menu.hide();
        modal.open();
        const answer = [
          activeWindow === doc.defaultView,
          modal.containerEl.ownerDocument === doc,
          notice.messageEl.ownerDocument === doc,
          hasMenu,
        ];
        modal.close();
        notice.hide();
        leaf.detach();
        return answer;
      }),
    answer: [true, true, true, true],
  },
  {
    claim: 'a phone has no windows: what asks for one gets a tab',
    source: 'others measured it',
    where: 'mobile',
    ask: (app) =>
      app.inside(({ app: { workspace } }) => {
        const leaf = workspace.getLeaf('window');
        const isInMain = leaf.view.containerEl.ownerDocument === document;
        leaf.detach();
        return isInMain;
      }),
    answer: true,
  },
];
