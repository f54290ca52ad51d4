import type { Claim } from './claim';

/** What modals, menus, notices, icons, commands, plugin data and the language do. */
export const WINDOW_CLAIMS: readonly Claim[] = [
  {
    claim: 'Escape closes a modal, and onClose runs once',
    source: 'others measured it',
    where: 'desktop',
    async ask(app) {
      await app.inside(({ app: inside, obsidian }) => {
        const closed: string[] = [];
        const modal = new obsidian.Modal(inside);
        modal.onClose = () => void closed.push('closed');
        modal.setContent('A question');
        modal.open();
        (window as unknown as { claimClosed: string[] }).claimClosed = closed;
      });
      await app.press('Escape');
      return app.inside(async () => {
        await new Promise((resolve) => setTimeout(resolve, 300));
        return [
          (window as unknown as { claimClosed: string[] }).claimClosed,
          document.querySelectorAll('.modal').length,
        ];
      });
    },
    answer: [['closed'], 0],
  },
  {
    claim: 'a modal has its title, a cross to close it, and the classes that styles rely on',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ app: inside, obsidian }) => {
        const modal = new obsidian.Modal(inside);
        modal.setTitle('Title');
        modal.open();
        const { containerEl, modalEl } = modal;
        const parts = ['.modal-title', '.modal-content', '.modal-header-button'].map(
          (selector) => modalEl.querySelector(selector) !== null,
        );
        const inContainer = containerEl.classList.contains('modal-container');
        modal.close();
        return [modal.titleEl.textContent, inContainer, ...parts];
      }),
    answer: ['Title', true, true, true, true],
  },
  {
    claim: 'an icon that does not exist is null, one of Lucide is an svg',
    source: 'typings',
    ask: (app) =>
      app.inside(({ obsidian }) => [
        obsidian.getIcon('no-such-icon-at-all'),
        obsidian.getIcon('wrench')?.tagName.toLowerCase(),
      ]),
    answer: [null, 'svg'],
  },
  {
    claim: 'every icon that the plugin uses exists',
    source: 'documentation',
    ask: (app) =>
      app.inside(({ app: inside, obsidian }) => {
        const icons = Object.values(inside.commands.commands)
          .filter(({ id }) => id.startsWith('omnivore-rescue:'))
          .map((command) => (command as { icon?: string }).icon ?? 'none');
        return icons.filter((icon) => icon !== 'none' && obsidian.getIcon(icon) === null);
      }),
    answer: [],
  },
  {
    claim: 'a notice of 0 milliseconds stays, its text can be changed, and hide removes it',
    source: 'typings',
    ask: (app) =>
      app.inside(async ({ obsidian }) => {
        const notice = new obsidian.Notice('One', 0);
        notice.setMessage('Two');
        const text = notice.messageEl.textContent;
        const shown = notice.messageEl.isConnected;
        notice.hide();
        for (let i = 0; i < 60 && notice.messageEl.isConnected; i++) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        return [text, shown, notice.messageEl.isConnected];
      }),
    answer: ['Two', true, false],
  },
  {
    claim: 'an item of a menu can have a submenu, though it is not in the typings',
    source: 'others measured it',
    ask: (app) =>
      app.inside(({ obsidian }) => {
        let kind = '';
        new obsidian.Menu().addItem((item) => {
          kind = typeof (item as unknown as { setSubmenu?: unknown }).setSubmenu;
        });
        return kind;
      }),
    answer: 'function',
  },
  {
    claim: 'a listener that throws does not keep the others from being called',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ obsidian }) => {
        const events = new obsidian.Events();
        const log: string[] = [];
        const caught = (event: ErrorEvent): void => {
          event.preventDefault();
          event.stopImmediatePropagation();
          log.push('thrown again later');
        };
        window.addEventListener('error', caught, { capture: true });
        events.on('claim', () => {
          throw new Error('of a listener');
        });
        events.on('claim', () => void log.push('called'));
        events.trigger('claim');
        await new Promise((resolve) => setTimeout(resolve, 100));
        window.removeEventListener('error', caught, { capture: true });
        return log;
      }),
    answer: ['called', 'thrown again later'],
  },
  {
    claim: 'what is stored on this device is returned unchanged, and null removes it',
    source: 'typings',
    ask: (app) =>
      app.inside(({ app: inside }) => {
        inside.saveLocalStorage('claim', { a: [1, 'x'] });
        const stored: unknown = inside.loadLocalStorage('claim');
        inside.saveLocalStorage('claim', null);
        return [stored, inside.loadLocalStorage('claim') as unknown];
      }),
    answer: [{ a: [1, 'x'] }, null],
  },
  {
    claim: 'a command of the command line that exists already is refused',
    source: 'typings',
    where: 'desktop',
    ask: (app) =>
      app.inside(({ app: inside }) => {
        try {
          inside.plugins.plugins['omnivore-rescue']?.registerCliHandler(
            'omnivore-rescue:scan',
            '',
            null,
            () => '',
          );
          return 'registered';
        } catch {
          return 'refused';
        }
      }),
    answer: 'refused',
  },
  {
    claim: 'data that is no JSON is loaded as nothing, and stays on the disk',
    source: 'others measured it',
    ask: (app) =>
      app.inside(async ({ app: inside }) => {
        const plugin = inside.plugins.plugins['omnivore-rescue'];
        if (!plugin) return null;
        const { adapter, configDir } = inside.vault;
        const path = `${plugin.manifest.dir ?? `${configDir}/plugins/omnivore-rescue`}/data.json`;
        const before = (await adapter.exists(path)) ? await adapter.read(path) : null;
        await adapter.write(path, '{ no JSON');
        const loaded: unknown = await plugin.loadData();
        const kept = await adapter.read(path);
        if (before === null) await adapter.remove(path);
        else await adapter.write(path, before);
        return [loaded ?? null, kept];
      }),
    answer: [null, '{ no JSON'],
  },
  {
    claim: 'a click with the modifier opens in a new tab',
    source: 'typings',
    ask: (app) =>
      app.inside(({ obsidian }) => {
        const { isMacOS } = obsidian.Platform;
        const mod = isMacOS ? { metaKey: true } : { ctrlKey: true };
        const events = [
          {},
          mod,
          { ...mod, altKey: true },
          { ...mod, altKey: true, shiftKey: true },
        ];
        return events.map((keys) => obsidian.Keymap.isModEvent(new MouseEvent('click', keys)));
      }),
    answer: [false, 'tab', 'split', 'window'],
  },
  {
    claim: 'a middle click opens in a new tab',
    source: 'typings',
    ask: (app) =>
      app.inside(({ obsidian }) =>
        obsidian.Keymap.isModEvent(new MouseEvent('auxclick', { button: 1 })),
      ),
    answer: 'tab',
  },
  {
    claim: 'a debounced function runs once, with its last arguments',
    source: 'typings',
    ask: (app) =>
      app.inside(async ({ obsidian }) => {
        const log: number[] = [];
        const later = obsidian.debounce((value: number) => log.push(value), 30, true);
        for (const value of [1, 2, 3]) later(value);
        await new Promise((resolve) => setTimeout(resolve, 200));
        return log;
      }),
    answer: [3],
  },
  {
    claim: 'the language is English unless the user chose another',
    source: 'typings',
    ask: (app) => app.inside(({ obsidian }) => obsidian.getLanguage()),
    answer: 'en',
  },
  {
    claim: 'the version is at least what the manifest asks for',
    source: 'typings',
    ask: (app) =>
      app.inside(({ app: inside, obsidian }) => {
        const { minAppVersion = '' } = inside.plugins.plugins['omnivore-rescue']?.manifest ?? {};
        return [
          minAppVersion,
          obsidian.requireApiVersion(minAppVersion),
          obsidian.requireApiVersion('99.0.0'),
        ];
      }),
    answer: ['1.13.1', true, false],
  },
];
