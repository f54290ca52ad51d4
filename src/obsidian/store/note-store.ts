import { MarkdownView, type App, type TFile } from 'obsidian';
import { messages } from '../../core/i18n';
import type { NoteRead, NoteReplaced, NoteStore } from '../../core/runs/note-store';
import { difference } from '../../core/text/difference';
import { isInTableCell, applyInEditor, shownText } from './editor-edits';
import { plainReason } from './plain-reason';
import { notesIn, type Scope } from './scope';
import { createYielder } from '../article-cache/yielder';

export interface VaultStoreOptions extends Scope {
  /** Keep the modification time of notes. */
  readonly keepModified: boolean;
}

/** Reads and writes the notes of the open vault. Lets the page run between notes. */
export function obsidianStore(app: App, options: VaultStoreOptions): NoteStore {
  const yieldIfNeeded = createYielder();
  return {
    yieldToEventLoop: yieldIfNeeded,
    list: () => Promise.resolve(notesIn(app.vault, options)),
    async read(path) {
      await yieldIfNeeded();
      const read = await readVaultNote(app, path);
      await yieldIfNeeded();
      return read;
    },
    async replace(path, before, after) {
      await yieldIfNeeded();
      return replaceVaultNote(app, path, before, after, options.keepModified);
    },
  };
}

async function readVaultNote(app: App, path: string): Promise<NoteRead> {
  const file = app.vault.getFileByPath(path);
  if (!file) throw new Error(messages().runs.reasons.ENOENT);
  try {
    // `Vault.read` would remove a byte order mark.
    const text = await app.vault.adapter.read(path);
    if (!(await isUtf8(app, file, text))) return { kind: 'invalid-utf8', text };
    return { kind: 'text', text: viewWithTyping(app, path, text)?.getViewData() ?? text };
  } catch (error) {
    throw new Error(plainReason(error), { cause: error });
  }
}

/** Thrown within `process`, because this is the only way that is sure not to write the file. */
const UNCHANGED = new Error('left as it is');

/**
 * `process` passes the text that is on disk at that moment, so nothing can change between the comparison and
 * the write.
 */
async function replaceVaultNote(
  app: App,
  path: string,
  before: string,
  after: string,
  keepModified: boolean,
): Promise<NoteReplaced> {
  const file = app.vault.getFileByPath(path);
  if (!file) return 'changed-meanwhile';
  let view: MarkdownView | null = null;
  const change = (now: string): string => {
    view = viewWithTyping(app, path, now);
    if (view || withByteOrderMarkOf(before, now) !== before) throw UNCHANGED;
    return after;
  };
  const { ctime, mtime } = file.stat;
  try {
    await app.vault.process(file, change, keepModified ? { ctime, mtime } : {});
    return 'replaced';
  } catch (error) {
    if (error !== UNCHANGED) throw new Error(plainReason(error), { cause: error });
  }
  return replaceTyped(view, before, after);
}

/**
 * Changes a note that has unsaved typing. The editor saves both together. In reading mode the editor is
 * hidden and its changes are not saved; in a table cell the edit would change the cell.
 */
function replaceTyped(view: MarkdownView | null, before: string, after: string): NoteReplaced {
  if (view?.getMode() !== 'source' || isInTableCell(view.editor)) return 'changed-meanwhile';
  if (view.editor.getValue() !== before) return 'changed-meanwhile';
  const edit = difference(before, after);
  applyInEditor(view.editor, edit ? [edit] : []);
  return 'replaced';
}

/** Adds a byte order mark if `other` has one, because `process` may hide it. */
function withByteOrderMarkOf(other: string, text: string): string {
  return other.startsWith('\ufeff') && !text.startsWith('\ufeff') ? `\ufeff${text}` : text;
}

/** Returns a view of a note that has unsaved typing, preferably one in editing mode. */
function viewWithTyping(app: App, path: string, onDisk: string): MarkdownView | null {
  const shown = shownText(onDisk);
  const views = app.workspace.getLeavesOfType('markdown').flatMap(({ view }) => {
    const isOfNote = view instanceof MarkdownView && view.file?.path === path;
    return isOfNote && view.getViewData() !== shown ? [view] : [];
  });
  return views.find((view) => view.getMode() === 'source') ?? views[0] ?? null;
}

/** Bytes that are not UTF-8 are read as U+FFFD, so the text has more of these than the file. */
async function isUtf8(app: App, file: TFile, text: string): Promise<boolean> {
  const read = text.split('\ufffd').length - 1;
  if (read === 0) return true;
  const bytes = new Uint8Array(await app.vault.readBinary(file));
  let written = 0;
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) written++;
  }
  return written === read;
}
