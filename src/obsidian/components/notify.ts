import { Notice } from 'obsidian';

/** Something that a notice offers to do. */
export interface NoticeAction {
  readonly label: string;
  readonly act: () => void;
}

/** Long enough to read and to reach a button, in milliseconds. */
const WITH_ACTION = 10_000;

/** Says something in the corner; with actions as buttons behind it, for longer. */
export function notify(text: string, ...actions: readonly NoticeAction[]): Notice {
  if (actions.length === 0) return new Notice(text);
  const fragment = createFragment();
  fragment.createSpan({ text });
  const buttons = fragment.createDiv('omnivore-rescue-notice-actions');
  const notice = new Notice(fragment, WITH_ACTION);
  for (const { label, act } of actions) {
    const button = buttons.createEl('button', { text: label });
    button.addEventListener('click', () => {
      notice.hide();
      act();
    });
  }
  return notice;
}
