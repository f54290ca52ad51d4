import type { BootOptions } from './load-plugin';

/** A built plugin, as small as one can be and still touch every part of the app. */
const TINY_PLUGIN = `
'use strict';
const { Plugin, ItemView, PluginSettingTab, Notice, Modal } = require('obsidian');

class TinyView extends ItemView {
  getViewType() { return 'tiny-view'; }
  getDisplayText() { return 'Tiny'; }
  async onOpen() { this.contentEl.createDiv({ cls: 'tiny-content', text: 'Tiny content' }); }
  getState() { return { scroll: this.scroll ?? 0 }; }
  async setState(state) { this.scroll = state.scroll; }
}

class TinyTab extends PluginSettingTab {
  getSettingDefinitions() { return this.plugin.definitions(this); }
}

module.exports = class Tiny extends Plugin {
  async onload() {
    this.log = [];
    this.note = (line) => this.log.push(line);
    this.settings = Object.assign({ on: false, name: 'a', folder: '' }, await this.loadData());
    this.registerView('tiny-view', (leaf) => new TinyView(leaf));
    this.registerEvent(this.app.vault.on('create', (f) => this.note('create ' + f.path)));
    this.registerEvent(this.app.vault.on('modify', (f) => this.note('modify ' + f.path)));
    this.registerEvent(this.app.vault.on('rename', (f, from) => this.note('rename ' + from + ' ' + f.path)));
    this.registerEvent(this.app.vault.on('delete', (f) => this.note('delete ' + f.path)));
    this.registerEvent(this.app.metadataCache.on('changed', (f, data, cache) =>
      this.note('changed ' + f.path + ' ' + data.length + ' ' + JSON.stringify(cache.frontmatter))));
    this.registerEvent(this.app.metadataCache.on('deleted', (f, prev) =>
      this.note('deleted ' + f.path + ' ' + JSON.stringify(prev.frontmatter))));
    this.addCommand({ id: 'hello', name: 'Say hello', callback: () => new Notice('Hello') });
    this.addCommand({ id: 'shout', name: 'Shout', editorCallback: (editor) => {
      editor.setValue(editor.getValue().toUpperCase());
    } });
    this.addCommand({ id: 'open', name: 'Open', checkCallback: (checking) => {
      if (!this.settings.on) return false;
      if (!checking) return this.app.workspace.ensureSideLeaf('tiny-view', 'right', { active: true });
      return true;
    } });
    this.addRibbonIcon('library', 'Tiny', () => new Modal(this.app).setTitle('Tiny').open());
    this.addStatusBarItem()?.setText('tiny');
    this.addSettingTab(new TinyTab(this.app, this));
    this.registerHoverLinkSource('tiny-view', { display: 'Tiny', defaultMod: true });
    this.registerCliHandler('tiny:echo', 'Says it again', { text: { description: 'What', required: true } },
      async ({ text }) => 'echo ' + text);
    this.registerInterval(window.setInterval(() => undefined, 100000));
    this.registerDomEvent(document, 'click', () => undefined);
    this.app.workspace.onLayoutReady(() => this.note('ready ' + this.app.vault.getMarkdownFiles().length));
    this.note('loaded ' + this.app.vault.getMarkdownFiles().length);
    if (this.settings.leak) this.leak();
  }
  leak() {
    window.setInterval(() => undefined, 100000);
    window.addEventListener('resize', () => undefined);
    this.app.vault.on('modify', () => undefined);
    document.body.createDiv('tiny-leak');
    new Notice('Forever', 0);
  }
  definitions() { return []; }
  onUserEnable() { this.note('enabled by the user'); }
  onExternalSettingsChange() { this.note('settings changed outside'); }
};
`;

/** What starts the app with the tiny plugin. */
export const TINY = {
  code: TINY_PLUGIN,
  manifest: { id: 'tiny', name: 'Tiny' },
} satisfies BootOptions;

/** What the tiny plugin noted of what happened to it. */
export function logOf(plugin: unknown): string[] {
  return (plugin as { log: string[] }).log;
}
