import type { Claim } from './claim';

/** What the app's own styles do to what a plugin draws, and what kind of device it identifies as. */
export const LOOK_CLAIMS: readonly Claim[] = [
  {
    claim: 'the content of a view leaves room for the status bar, or for the bar of a phone',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ app: { workspace } }, type) => {
        const leaf = await workspace.ensureSideLeaf(type, 'right', { reveal: true });
        const el = createDiv('view-content');
        leaf.view.containerEl.append(el);
        const { paddingBottom } = getComputedStyle(el);
        el.remove();
        return parseFloat(paddingBottom) >= 32;
      }, 'omnivore-rescue-panel'),
    answer: true,
  },
  {
    claim: 'a leaf contains what is in it, and a row of a tree starts with an icon without a width',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ app: { workspace } }, type) => {
        const leaf = await workspace.ensureSideLeaf(type, 'right', { reveal: true });
        const row = leaf.view.containerEl.createDiv('tree-item-self');
        const leafEl = leaf.view.containerEl.closest('.workspace-leaf') ?? row;
        const answer = [
          getComputedStyle(leafEl).contain.includes('strict'),
          getComputedStyle(row, '::before').content !== 'none',
        ];
        row.remove();
        return answer;
      }, 'omnivore-rescue-panel'),
    answer: [true, true],
  },
  {
    claim: 'on a phone a bare button has a padding, and is higher than a clickable icon',
    source: 'others measured it',
    where: 'mobile',
    ask: (app) =>
      app.inside(() => {
        const widths = ['mod-bare', 'clickable-icon'].map((cls) => {
          const el = document.body.createEl('button', { cls, text: 'A' });
          const { paddingLeft, height } = getComputedStyle(el);
          el.remove();
          return [parseFloat(paddingLeft), parseFloat(height)] as const;
        });
        return [(widths[0]?.[0] ?? 0) > 8, (widths[0]?.[1] ?? 0) > (widths[1]?.[1] ?? 0)];
      }),
    answer: [true, true],
  },
  {
    claim: 'a button that is switched off is paler, and one with the focus has a ring',
    source: 'others measured it',
    where: 'desktop',
    async ask(app) {
      await app.inside(() => {
        const el = document.body.createDiv({ attr: { id: 'claim-buttons' } });
        el.createEl('button', { text: 'Before' }).focus();
        el.createEl('button', { text: 'Ring' });
        el.createEl('button', { text: 'Off' }).disabled = true;
      });
      await app.press('Tab');
      return app.inside(() => {
        const el = document.querySelector('#claim-buttons');
        const [, ring, off] = el?.querySelectorAll('button') ?? [];
        const answer = [
          document.activeElement === ring && ring !== undefined
            ? getComputedStyle(ring).boxShadow !== 'none'
            : 'no focus',
          off !== undefined && Number(getComputedStyle(off).opacity) < 1,
        ];
        el?.remove();
        return answer;
      });
    },
    answer: [true, true],
  },
  {
    claim: 'the chevron beside what can be collapsed is an icon of the app',
    source: 'others measured it',
    ask: (app) => app.inside(({ obsidian }) => obsidian.getIcon('right-triangle') !== null),
    answer: true,
  },
  {
    claim: 'a phone identifies as a phone',
    source: 'typings',
    where: 'mobile',
    ask: (app) =>
      app.inside(({ obsidian: { Platform } }) => [
        Platform.isMobile,
        Platform.isPhone,
        document.body.classList.contains('is-mobile'),
      ]),
    answer: [true, true, true],
  },
  {
    claim: 'the sidebars of a phone are drawers',
    source: 'typings',
    where: 'mobile',
    ask: (app) =>
      app.inside(({ app: { workspace }, obsidian: { WorkspaceMobileDrawer: Drawer } }) =>
        [workspace.leftSplit, workspace.rightSplit].map((split) => split instanceof Drawer),
      ),
    answer: [true, true],
  },
  {
    claim: 'a computer identifies as a desktop, and has a status bar',
    source: 'typings',
    where: 'desktop',
    ask: (app) =>
      app.inside(({ obsidian: { Platform } }) => [
        Platform.isMobile,
        Platform.isDesktop,
        document.querySelector('.status-bar') !== null,
      ]),
    answer: [false, true, true],
  },
];
