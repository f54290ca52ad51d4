import type { TooltipOptions } from 'obsidian';
import { ButtonComponent, ExtraButtonComponent } from './buttons';
import { ColorComponent } from './color-component';
import type { BaseComponent } from './components';
import {
  DisplayValueComponent,
  DropdownComponent,
  ProgressBarComponent,
  SliderComponent,
  ToggleComponent,
} from './components';
import { setTooltip } from './icons';
import {
  MomentFormatComponent,
  SearchComponent,
  TextAreaComponent,
  TextComponent,
} from './text-components';

/** A row of settings: name and description on one side, controls on the other. */
export class Setting {
  settingEl: HTMLElement;
  infoEl: HTMLElement;
  nameEl: HTMLElement;
  descEl: HTMLElement;
  controlEl: HTMLElement;
  components: BaseComponent[] = [];
  errorEl: HTMLElement | null = null;

  constructor(containerEl: HTMLElement) {
    this.settingEl = containerEl.createDiv('setting-item');
    this.infoEl = this.settingEl.createDiv('setting-item-info');
    this.nameEl = this.infoEl.createDiv('setting-item-name');
    this.descEl = this.infoEl.createDiv('setting-item-description');
    this.controlEl = this.settingEl.createDiv('setting-item-control');
  }

  /** Null or an empty text removes the message. */
  setErrorMessage(message: string | null): this {
    this.settingEl.classList.toggle('is-invalid', Boolean(message));
    if (!message) {
      this.errorEl?.remove();
      this.errorEl = null;
      return this;
    }
    this.errorEl ??= this.settingEl.createDiv('setting-item-error');
    this.errorEl.setAttribute('role', 'alert');
    this.errorEl.textContent = message;
    return this;
  }

  setName(name: string | DocumentFragment): this {
    this.nameEl.replaceChildren(name);
    return this;
  }

  setDesc(desc: string | DocumentFragment): this {
    this.descEl.replaceChildren(desc);
    return this;
  }

  setClass(cls: string): this {
    this.settingEl.classList.add(cls);
    return this;
  }

  setTooltip(tooltip: string, options?: TooltipOptions): this {
    setTooltip(this.nameEl, tooltip, options);
    return this;
  }

  setHeading(): this {
    return this.setClass('setting-item-heading');
  }

  setDisabled(disabled: boolean): this {
    this.settingEl.classList.toggle('is-disabled', disabled);
    for (const component of this.components) component.setDisabled(disabled);
    return this;
  }

  addDisplayValue(callback: (component: DisplayValueComponent) => unknown): this {
    callback(new DisplayValueComponent(this.controlEl));
    return this;
  }

  addButton(callback: (component: ButtonComponent) => unknown): this {
    return this.#add(new ButtonComponent(this.controlEl), callback);
  }

  addExtraButton(callback: (component: ExtraButtonComponent) => unknown): this {
    return this.#add(new ExtraButtonComponent(this.controlEl), callback);
  }

  addToggle(callback: (component: ToggleComponent) => unknown): this {
    this.setClass('mod-toggle');
    return this.#add(new ToggleComponent(this.controlEl), callback);
  }

  addText(callback: (component: TextComponent) => unknown): this {
    return this.#add(new TextComponent(this.controlEl), callback);
  }

  addComponent<T extends BaseComponent>(callback: (el: HTMLElement) => T): this {
    this.components.push(callback(this.controlEl));
    return this;
  }

  addSearch(callback: (component: SearchComponent) => unknown): this {
    return this.#add(new SearchComponent(this.controlEl), callback);
  }

  addTextArea(callback: (component: TextAreaComponent) => unknown): this {
    return this.#add(new TextAreaComponent(this.controlEl), callback);
  }

  addMomentFormat(callback: (component: MomentFormatComponent) => unknown): this {
    return this.#add(new MomentFormatComponent(this.controlEl), callback);
  }

  addDropdown(callback: (component: DropdownComponent) => unknown): this {
    return this.#add(new DropdownComponent(this.controlEl), callback);
  }

  addColorPicker(callback: (component: ColorComponent) => unknown): this {
    return this.#add(new ColorComponent(this.controlEl), callback);
  }

  addProgressBar(callback: (component: ProgressBarComponent) => unknown): this {
    return this.#add(new ProgressBarComponent(this.controlEl), callback);
  }

  addSlider(callback: (component: SliderComponent) => unknown): this {
    return this.#add(new SliderComponent(this.controlEl), callback);
  }

  then(callback: (setting: this) => unknown): this {
    callback(this);
    return this;
  }

  clear(): this {
    this.controlEl.replaceChildren();
    this.components = [];
    return this;
  }

  #add<T extends BaseComponent>(component: T, callback: (component: T) => unknown): this {
    this.components.push(component);
    callback(component);
    return this;
  }
}

/** Rows under a common heading. */
export class SettingGroup {
  readonly groupEl: HTMLElement;
  listEl: HTMLElement;
  #heading: Setting | null = null;

  constructor(containerEl: HTMLElement) {
    this.groupEl = containerEl.createDiv('setting-group');
    this.listEl = this.groupEl.createDiv('setting-items');
  }

  setHeading(text: string | DocumentFragment): this {
    this.#header().setName(text);
    return this;
  }

  addClass(...classes: string[]): this {
    this.groupEl.classList.add(...classes);
    return this;
  }

  addSetting(callback: (setting: Setting) => void): this {
    callback(new Setting(this.listEl));
    return this;
  }

  addSearch(callback: (component: SearchComponent) => unknown): this {
    this.#header().addSearch(callback);
    return this;
  }

  addExtraButton(callback: (component: ExtraButtonComponent) => unknown): this {
    this.#header().addExtraButton(callback);
    return this;
  }

  #header(): Setting {
    if (!this.#heading) {
      this.#heading = new Setting(this.groupEl).setHeading();
      this.groupEl.prepend(this.#heading.settingEl);
    }
    return this.#heading;
  }
}
