import { Notice } from 'obsidian';

/** A button in a notice. */
export interface NoticeAction {
  readonly label: string;
  readonly act: () => void;
}

/** How long a notice with buttons stays, in milliseconds. */
const ACTION_NOTICE_MS = 10_000;

/** Shows a notice. With buttons, it stays longer. */
export function notify(text: string, ...actions: readonly NoticeAction[]): Notice {
  if (actions.length === 0) return new Notice(text);
  const fragment = createFragment();
  fragment.createSpan({ text });
  const buttons = fragment.createDiv('omnivore-rescue-notice-actions');
  const notice = new Notice(fragment, ACTION_NOTICE_MS);
  for (const { label, act } of actions) {
    const button = buttons.createEl('button', { text: label });
    button.addEventListener('click', () => {
      notice.hide();
      act();
    });
  }
  return notice;
}
