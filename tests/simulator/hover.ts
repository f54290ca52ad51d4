import type { App } from './app';
import { Component } from './events';

export const PopoverState = { Showing: 0, Shown: 1, Hiding: 2, Hidden: 3 } as const;

/** A box beside what the pointer is on. The simulated one is empty. */
export class HoverPopover extends Component {
  hoverEl: HTMLElement;
  state: number = PopoverState.Hidden;

  constructor(parent: { hoverPopover: HoverPopover | null }, _targetEl: HTMLElement | null) {
    super();
    this.hoverEl = createDiv('popover hover-popover');
    parent.hoverPopover = this;
  }
}

export class MarkdownRenderChild extends Component {
  containerEl: HTMLElement;

  constructor(containerEl: HTMLElement) {
    super();
    this.containerEl = containerEl;
  }
}

/** Shows Markdown as the plain text that it is. */
export abstract class MarkdownRenderer extends MarkdownRenderChild {
  static async render(_app: App, markdown: string, el: HTMLElement): Promise<void> {
    el.append(markdown);
  }

  static async renderMarkdown(markdown: string, el: HTMLElement): Promise<void> {
    el.append(markdown);
  }
}
