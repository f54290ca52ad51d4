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
  return actions.length === 0 ? new Notice(text) : withActions(text, actions, ACTION_NOTICE_MS);
}

/** Shows a notice with a button. It stays until the user closes it. */
export function notifyUntilClosed(text: string, action: NoticeAction): Notice {
  return withActions(text, [action], 0);
}

function withActions(text: string, actions: readonly NoticeAction[], durationMs: number): Notice {
  const fragment = createFragment();
  fragment.createSpan({ text });
  const buttons = fragment.createDiv('omnivore-rescue-notice-actions');
  const notice = new Notice(fragment, durationMs);
  for (const { label, act } of actions) {
    const button = buttons.createEl('button', { text: label });
    button.addEventListener('click', () => {
      notice.hide();
      act();
    });
  }
  return notice;
}
