/** The module that a plugin gets when it requires `obsidian`. */
import './dom';

export {
  arrayBufferToBase64,
  arrayBufferToHex,
  base64ToArrayBuffer,
  getAllTags,
  getLinkpath,
  hexToArrayBuffer,
  htmlToMarkdown,
  iterateCacheRefs,
  iterateRefs,
  moment,
  parseFrontMatterAliases,
  parseFrontMatterEntry,
  parseFrontMatterStringArray,
  parseFrontMatterTags,
  parseLinktext,
  prepareFuzzySearch,
  renderMatches,
  resolveSubpath,
  sanitizeHTMLToDom,
  sortSearchResults,
  stripHeading,
  stripHeadingForLink,
} from 'obsidian-test-mocks/obsidian';
export { App } from './app';
export { ButtonComponent, ExtraButtonComponent } from './buttons';
export { ColorComponent } from './color-component';
export {
  BaseComponent,
  DisplayValueComponent,
  DropdownComponent,
  ProgressBarComponent,
  SliderComponent,
  ToggleComponent,
  ValueComponent,
} from './components';
export { DataAdapter as FileSystemAdapter } from './data-adapter';
export { debounce } from './debounce';
export { Editor } from './editor';
export { Component, Events } from './events';
export { FileManager } from './file-manager';
export { TAbstractFile, TFile, TFolder } from './files';
export { getFrontMatterInfo, parseYaml, stringifyYaml } from './front-matter';
export { HoverPopover, MarkdownRenderChild, MarkdownRenderer, PopoverState } from './hover';
export {
  addIcon,
  displayTooltip,
  getIcon,
  getIconIds,
  removeIcon,
  setIcon,
  setTooltip,
} from './icons';
export { Keymap, Platform, Scope } from './keyboard';
export { WorkspaceLeaf } from './leaf';
export { prepareSimpleSearch, renderResults } from './search-results';
export { MarkdownView, TextFileView } from './markdown-view';
export { MenuItem, MenuSeparator } from './menu-item';
export { Menu } from './menus';
export { MetadataCache } from './metadata-cache';
export { ConfirmationButton, ConfirmationModal, Modal } from './modals';
export { Notice } from './notices';
export { normalizePath } from './paths';
export { Plugin } from './plugin';
export { Setting, SettingGroup } from './setting';
export { PluginSettingTab, SettingPage, SettingTab } from './settings';
export {
  WorkspaceContainer,
  WorkspaceItem,
  WorkspaceMobileDrawer,
  WorkspaceParent,
  WorkspaceRoot,
  WorkspaceSidedock,
  WorkspaceSplit,
  WorkspaceTabs,
  WorkspaceWindow,
} from './splits';
export { AbstractInputSuggest, PopoverSuggest } from './suggest';
export { FuzzySuggestModal, SuggestModal } from './suggest-modals';
export { Tasks } from './tasks';
export {
  AbstractTextComponent,
  MomentFormatComponent,
  SearchComponent,
  TextAreaComponent,
  TextComponent,
} from './text-components';
export { Vault } from './vault';
export { apiVersion, getLanguage, request, requestUrl, requireApiVersion } from './versions';
export { EditableFileView, FileView, ItemView, View } from './views';
export { Workspace } from './workspace';
