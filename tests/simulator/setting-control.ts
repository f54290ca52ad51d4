import type {
  SettingControl,
  SettingFileControl,
  SettingFolderControl,
  SettingNumberControl,
} from 'obsidian';
import type { App } from './app';
import type { TFile, TFolder } from './files';
import type { Setting } from './setting';
import { AbstractInputSuggest } from './suggest';

/** Where a control's value comes from and goes to. */
export interface ControlStore {
  readonly app: App;
  getControlValue(key: string): unknown;
  setControlValue(key: string, value: unknown): unknown;
  refreshDomState(): void;
}

type Save = (value: unknown) => void;

/**
 * Puts the control into the row. A value that `validate` refuses is not stored and its message is
 * shown; the stored value too is validated once, at the start, but never replaced.
 */
export function addControl(setting: Setting, control: SettingControl, store: ControlStore): void {
  const value = store.getControlValue(control.key) ?? control.defaultValue;
  build(setting, control, value, saver(setting, control, store), store.app);
  const input = setting.controlEl.querySelector('input, select, textarea');
  input?.setAttribute('aria-label', setting.nameEl.textContent ?? '');
  void refusal(control, value).then((message) => {
    if (message) setting.setErrorMessage(message);
  });
}

async function refusal(control: SettingControl, value: unknown): Promise<string | null> {
  const validate = control.validate as ((value: unknown) => unknown) | undefined;
  const message = value === undefined ? null : await validate?.(value);
  return typeof message === 'string' && message !== '' ? message : null;
}

/** An answer of `validate` that comes after a newer value was entered is dropped. */
function saver(setting: Setting, control: SettingControl, store: ControlStore): Save {
  let entered = 0;
  const save = async (value: unknown): Promise<void> => {
    const turn = ++entered;
    const message = await refusal(control, value);
    if (turn !== entered) return;
    setting.setErrorMessage(message);
    if (message) return;
    await store.setControlValue(control.key, value);
    store.refreshDomState();
  };
  return (value) => void save(value);
}

function build(
  setting: Setting,
  control: SettingControl,
  value: unknown,
  save: Save,
  app: App,
): void {
  const text = typeof value === 'string' ? value : '';
  switch (control.type) {
    case 'toggle':
      setting.addToggle((toggle) => toggle.setValue(value === true).onChange(save));
      return;
    case 'dropdown':
      setting.addDropdown((dropdown) =>
        dropdown.addOptions(control.options).setValue(text).onChange(save),
      );
      return;
    case 'slider':
      setting.addSlider((slider) => {
        slider.setLimits(control.min, control.max, control.step);
        slider.setValue(Number(value ?? control.min)).onChange(save);
      });
      return;
    case 'color':
      setting.addColorPicker((color) => color.setValue(text || '#000000').onChange(save));
      return;
    case 'textarea':
      setting.addTextArea((area) => {
        area
          .setValue(text)
          .setPlaceholder(control.placeholder ?? '')
          .onChange(save);
        if (control.rows !== undefined) area.inputEl.rows = control.rows;
      });
      return;
    case 'number':
      buildNumber(setting, control, value, save);
      return;
    case 'text':
    case 'file':
    case 'folder':
      setting.addText((component) => {
        component
          .setValue(text)
          .setPlaceholder(control.placeholder ?? '')
          .onChange(save);
        if (control.type === 'file') new FileSuggest(app, component.inputEl, control, save);
        if (control.type === 'folder') new FolderSuggest(app, component.inputEl, control, save);
      });
  }
}

/** Stored on blur or Enter; anything but a number is refused. The browser shows the limits. */
function buildNumber(
  setting: Setting,
  control: SettingNumberControl,
  value: unknown,
  save: Save,
): void {
  setting.addText((component) => {
    const { inputEl } = component;
    inputEl.type = 'number';
    if (control.min !== undefined) inputEl.min = String(control.min);
    if (control.max !== undefined) inputEl.max = String(control.max);
    if (control.step !== undefined) inputEl.step = String(control.step);
    component.setValue(value === undefined ? '' : String(value));
    component.setPlaceholder(control.placeholder ?? '');
    let stored = component.getValue();
    const enter = (): void => {
      const entered = component.getValue().trim();
      if (entered === stored) return;
      const number = entered === '' ? NaN : Number(entered);
      if (!Number.isFinite(number)) return void setting.setErrorMessage('Not a number');
      stored = entered;
      save(number);
    };
    inputEl.addEventListener('blur', enter);
    inputEl.addEventListener('keydown', ({ key }) => {
      if (key === 'Enter') enter();
    });
  });
}

abstract class PathSuggest<T extends TFile | TFolder> extends AbstractInputSuggest<T> {
  protected constructor(app: App, inputEl: HTMLInputElement, save: Save) {
    super(app, inputEl);
    this.onSelect((found) => {
      this.setValue(found.path);
      save(found.path);
      this.close();
    });
  }

  protected abstract all(): T[];

  protected override getSuggestions(query: string): T[] {
    const wanted = query.toLowerCase();
    return this.all().filter((found) => found.path.toLowerCase().includes(wanted));
  }

  override renderSuggestion(found: T, el: HTMLElement): void {
    el.textContent = found.path;
  }
}

class FileSuggest extends PathSuggest<TFile> {
  readonly #filter: (file: TFile) => boolean;

  constructor(app: App, inputEl: HTMLInputElement, control: SettingFileControl, save: Save) {
    super(app, inputEl, save);
    this.#filter = (control.filter ?? (() => true)) as (file: TFile) => boolean;
  }

  protected override all(): TFile[] {
    return this.app.vault.getFiles().filter(this.#filter);
  }
}

class FolderSuggest extends PathSuggest<TFolder> {
  readonly #filter: (folder: TFolder) => boolean;
  readonly #includeRoot: boolean;

  constructor(app: App, inputEl: HTMLInputElement, control: SettingFolderControl, save: Save) {
    super(app, inputEl, save);
    this.#filter = (control.filter ?? (() => true)) as (folder: TFolder) => boolean;
    this.#includeRoot = control.includeRoot ?? false;
  }

  protected override all(): TFolder[] {
    return this.app.vault.getAllFolders(this.#includeRoot).filter(this.#filter);
  }
}
