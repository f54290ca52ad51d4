import type { Claim } from './claim';

/** What menus, modals, notices and tooltips do. */
export const MENU_CLAIMS: readonly Claim[] = [
  {
    claim:
      'in a menu the items of a section are together, in the order the sections came; those without one are last',
    source: 'others measured it',
    ask: (app) =>
      app.inside(({ obsidian }) => {
        const menu = new obsidian.Menu().setUseNativeMenu(false);
        for (const [title, section] of [
          ['none', ''],
          ['b 1', 'b'],
          ['a 1', 'a'],
          ['b 2', 'b'],
        ] as const) {
          menu.addItem((item) => item.setTitle(title).setSection(section));
        }
        menu.showAtPosition({ x: 10, y: 10 });
        const titles = [...document.querySelectorAll('.menu .menu-item-title')];
        const texts = titles.map((el) => el.textContent);
        menu.hide();
        return texts;
      }),
    answer: ['b 1', 'b 2', 'a 1', 'none'],
  },
  {
    claim: 'sections that a menu names first keep that order, whatever comes into them first',
    source: 'others measured it',
    ask: (app) =>
      app.inside(({ obsidian }) => {
        interface WithSections {
          readonly addSections: (sections: readonly string[]) => unknown;
        }
        const menu = new obsidian.Menu().setUseNativeMenu(false);
        (menu as unknown as WithSections).addSections(['open', 'action', '', 'danger']);
        for (const section of ['danger', '', 'other', 'action', 'open']) {
          menu.addItem((item) => item.setTitle(section || 'none').setSection(section));
        }
        menu.showAtPosition({ x: 10, y: 10 });
        const titles = [...document.querySelectorAll('.menu .menu-item-title')];
        const texts = titles.map((el) => el.textContent);
        menu.hide();
        return texts;
      }),
    answer: ['open', 'action', 'none', 'danger', 'other'],
  },
  {
    claim: 'a click on the cross, or beside it, closes a modal',
    source: 'others measured it',
    where: 'desktop',
    ask: (app) =>
      app.inside(async ({ app: inside, obsidian }) => {
        const results: boolean[] = [];
        for (const selector of ['.modal-header-button', '.modal-bg']) {
          const modal = new obsidian.Modal(inside);
          modal.open();
          modal.containerEl.querySelector<HTMLElement>(selector)?.click();
          await new Promise((resolve) => setTimeout(resolve, 300));
          results.push(modal.containerEl.isConnected);
          modal.close();
        }
        return results;
      }),
    answer: [false, false],
  },
  {
    claim: 'a button of a confirmation closes it, unless its handler answers something true',
    source: 'typings',
    ask: (app) =>
      app.inside(async ({ app: inside, obsidian }) => {
        const stays: boolean[] = [];
        for (const answer of [true, undefined]) {
          const modal = new obsidian.ConfirmationModal(inside);
          modal.addButton((button) => button.setButtonText('Yes').onClick(() => answer));
          modal.open();
          modal.modalEl.querySelector<HTMLElement>('.modal-button-container button')?.click();
          await new Promise((resolve) => setTimeout(resolve, 300));
          stays.push(modal.containerEl.isConnected);
          modal.close();
        }
        return stays;
      }),
    answer: [true, false],
  },
  {
    claim: 'the button to cancel a confirmation closes it, and nothing else is called',
    source: 'typings',
    ask: (app) =>
      app.inside(async ({ app: inside, obsidian }) => {
        let called = 0;
        const modal = new obsidian.ConfirmationModal(inside);
        modal.addButton((button) => button.setButtonText('Yes').onClick(() => void called++));
        modal.addCancelButton();
        modal.open();
        const buttons = [...modal.modalEl.querySelectorAll('.modal-button-container button')];
        (buttons.find((el) => el.textContent === 'Cancel') as HTMLElement | undefined)?.click();
        await new Promise((resolve) => setTimeout(resolve, 300));
        return [modal.containerEl.isConnected, called];
      }),
    answer: [false, 0],
  },
  {
    claim: 'a click hides a notice',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ obsidian }) => {
        const { messageEl } = new obsidian.Notice('To be clicked', 0);
        messageEl.click();
        for (let i = 0; i < 60 && messageEl.isConnected; i++) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        return messageEl.isConnected;
      }),
    answer: false,
  },
  {
    claim: 'where the pointer rests, the nearest label around it is the tooltip',
    source: 'others measured it',
    where: 'desktop',
    async ask(app) {
      await app.inside(() => {
        const el = document.body.createDiv({ attr: { id: 'claim-label', 'aria-label': 'Group' } });
        el.setAttribute('style', 'position:fixed;z-index:99999;top:200px;left:200px;padding:10px');
        el.createSpan({ text: 'Inside of the group' });
      });
      await app.hover('#claim-label span');
      return app.inside(async () => {
        const shown = (): readonly (string | null)[] =>
          [...document.querySelectorAll('.tooltip')].map((el) => el.textContent);
        for (let i = 0; i < 40 && shown().length === 0; i++) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        const texts = shown();
        document.querySelector('#claim-label')?.remove();
        return texts;
      });
    },
    answer: ['Group'],
  },
  {
    claim: 'the property --no-tooltip keeps a label from being a tooltip',
    source: 'others measured it',
    where: 'desktop',
    async ask(app) {
      await app.inside(() => {
        document.querySelectorAll('.tooltip').forEach((el) => el.remove());
        const el = document.body.createDiv({ attr: { id: 'claim-quiet', 'aria-label': 'Quiet' } });
        const place = 'position:fixed;z-index:99999;top:300px;left:300px;padding:10px';
        el.setAttribute('style', `${place};--no-tooltip:true`);
        el.createSpan({ text: 'Inside of the quiet group' });
      });
      await app.hover('#claim-quiet span');
      return app.inside(async () => {
        await new Promise((resolve) => setTimeout(resolve, 1200));
        const count = document.querySelectorAll('.tooltip').length;
        document.querySelector('#claim-quiet')?.remove();
        return count;
      });
    },
    answer: 0,
  },
  {
    claim: 'keys go to the scope that was pushed last, and back when it is popped',
    source: 'others measured it',
    where: 'desktop',
    async ask(app) {
      await app.inside(({ app: { keymap }, obsidian }) => {
        const log: string[] = [];
        const scopes = ['one', 'two'].map((name) => {
          const scope = new obsidian.Scope();
          scope.register([], 'F9', () => {
            log.push(name);
            if (name === 'two') keymap.popScope(scope);
            return false;
          });
          keymap.pushScope(scope);
          return scope;
        });
        Object.assign(window, { claimKeys: { log, scopes } });
      });
      await app.press('F9', 'F9');
      return app.inside(({ app: { keymap } }) => {
        const { claimKeys } = window as unknown as {
          claimKeys: { log: string[]; scopes: import('obsidian').Scope[] };
        };
        for (const scope of claimKeys.scopes) keymap.popScope(scope);
        return claimKeys.log;
      });
    },
    answer: ['two', 'one'],
  },
];
