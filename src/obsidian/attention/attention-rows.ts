import { Platform } from 'obsidian';
import { messages } from '../../core/i18n';
import type { AttentionItem, NoteAttention } from '../../core/library/attention';
import { HEADING_HEIGHT_PX } from '../changes/row-heights';
import { drawNoteLink } from '../components/note-link';
import type { MeasuredRow } from '../components/virtual-list';
import type { PluginContext } from '../plugin-context';
import { actionsFor, stopIgnoringAction, type ItemAction } from './resolve';

/** A row of a list of what needs the user's attention. */
export type AttentionRow = MeasuredRow &
  (
    | { readonly kind: 'section'; readonly text: string }
    | { readonly kind: 'heading'; readonly path: string }
    | {
        readonly kind: 'finding';
        readonly path: string;
        readonly item: AttentionItem;
        readonly isIgnored: boolean;
      }
    /** How many more findings a note has, which are not listed. */
    | { readonly kind: 'others'; readonly text: string }
  );

/** The height of two lines of text with a line of buttons below. */
const FINDING_HEIGHT_PX = { desktop: 84, mobile: 100 };
/** On a phone, more buttons than this need a second line. */
const BUTTONS_PER_LINE = 3;
const SECOND_LINE_HEIGHT_PX = 48;

/** Returns the rows of notes: first what needs attention, by note, then what is ignored. */
export function attentionRows(
  context: PluginContext,
  notes: readonly NoteAttention[],
): readonly AttentionRow[] {
  const { panel } = messages();
  const rows: AttentionRow[] = notes.flatMap((note) => rowsOfNote(context, note, false));
  const ignored = notes.reduce((sum, note) => sum + note.ignored.length, 0);
  if (ignored === 0) return rows;
  const text = panel.ignoredCount(ignored);
  const section = { kind: 'section', key: 'ignored', text, height: HEADING_HEIGHT_PX } as const;
  return [...rows, section, ...notes.flatMap((note) => rowsOfNote(context, note, true))];
}

function rowsOfNote(
  context: PluginContext,
  note: NoteAttention,
  isIgnored: boolean,
): readonly AttentionRow[] {
  const { path, others } = note;
  const items = isIgnored ? note.ignored : note.attention;
  if (items.length === 0) return [];
  const key = `${isIgnored ? 'ignored' : 'open'}\n${path}`;
  const text = messages().panel.othersCount(others);
  const last = { kind: 'others', key: `${key}\nothers`, text, height: HEADING_HEIGHT_PX } as const;
  return [
    { kind: 'heading', key, path, height: HEADING_HEIGHT_PX },
    ...items.map((item, i): AttentionRow => {
      const height = heightOf(context, path, item, isIgnored);
      return { kind: 'finding', key: `${key}\n${i}`, path, item, isIgnored, height };
    }),
    ...(isIgnored || others === 0 ? [] : [last]),
  ];
}

function heightOf(
  context: PluginContext,
  path: string,
  item: AttentionItem,
  isIgnored: boolean,
): number {
  if (!Platform.isMobile) return FINDING_HEIGHT_PX.desktop;
  if (isIgnored) return FINDING_HEIGHT_PX.mobile;
  const isWide = item.kind === 'image' || actionsFor(context, path, item).length > BUTTONS_PER_LINE;
  return FINDING_HEIGHT_PX.mobile + (isWide ? SECOND_LINE_HEIGHT_PX : 0);
}

/** Returns whether two rows look the same. */
export function isSameAttention(a: AttentionRow, b: AttentionRow): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * Draws a row, with buttons that resolve its item. `leave` is called before an action that shows something
 * else, to close the window.
 */
export function drawAttentionRow(
  row: AttentionRow,
  el: HTMLElement,
  context: PluginContext,
  leave: () => void,
): void {
  el.className = `omnivore-rescue-row omnivore-rescue-attention-row is-${row.kind}`;
  if (row.kind === 'heading') return drawNoteLink(el, row.path, context.app, leave);
  if (row.kind !== 'finding') return void el.createSpan({ text: row.text });
  const { path, item, isIgnored } = row;
  const lines = el.createDiv('omnivore-rescue-lines');
  lines.createDiv({ cls: 'omnivore-rescue-reason', text: reasonOf(item) });
  const about = item.kind === 'image' ? item.url : item.text;
  lines.createDiv({ cls: 'omnivore-rescue-about', text: about, attr: { dir: 'auto' } });
  const actions = isIgnored
    ? [stopIgnoringAction(context, path, item)]
    : actionsFor(context, path, item);
  drawButtons(el.createDiv('omnivore-rescue-attention-buttons'), actions, leave);
}

function drawButtons(el: HTMLElement, actions: readonly ItemAction[], leave: () => void): void {
  for (const { name, leaves, act } of actions) {
    const button = el.createEl('button', { text: name, attr: { 'data-part': name } });
    button.addEventListener('click', (event) => {
      if (leaves) leave();
      act(event);
    });
  }
}

/** Returns why an item needs the user's attention, after the name of its repair. */
function reasonOf(item: AttentionItem): string {
  const { repairs, runs } = messages();
  const repair = item.kind === 'finding' ? item.repair : null;
  return repair === null ? shortReasonOf(item) : runs.named(repairs[repair], shortReasonOf(item));
}

/** Returns why an item needs the user's attention. */
export function shortReasonOf(item: AttentionItem): string {
  const { images, unresolved, runs } = messages();
  if (item.kind === 'finding') return unresolved[item.reason];
  const { reason, status } = item;
  // A newer version may have written a reason that this one does not know.
  const why = (images.unsaved as Readonly<Record<string, string>>)[reason] ?? reason;
  const isHttp = reason === 'http-error' && status !== null;
  return runs.named(images.notSaved, isHttp ? images.withStatus(why, status) : why);
}
