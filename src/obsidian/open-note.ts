import { MarkdownView, type App, type Editor, type MarkdownFileInfo, type TFile } from 'obsidian';
import { messages } from '../core/i18n';
import { countFindings } from '../core/repairs/counts';
import { flagOf, type DraftFlagOptions } from '../core/repairs/draft-flag/repair';
import type { Plan } from '../core/repairs/plan';
import type { RepairId } from '../core/repairs';
import { planAlone } from '../core/runs/plan-notes';
import type { Settings } from '../core/settings/settings';
import { withOnly } from '../core/settings/with-only';
import { withPauses } from '../core/text/steps';
import { createYielder } from './article-cache/yielder';
import { isInTableCell, applyInEditor, shownText } from './store/editor-edits';
import { plainReason } from './store/plain-reason';
import { plannerFrom } from './store/planner';
import { notify } from './components/notify';
import type { PluginContext } from './plugin-context';
import { savedSteps } from './saved-check';

/** The note that the user is editing. */
export interface OpenNote {
  readonly file: TFile;
  readonly editor: Editor;
  /** The view of the editor, which can show another note later. */
  readonly place: MarkdownFileInfo;
  /**
   * Whether edits must be made on disk instead of in the editor. In reading mode, the app does not save
   * changes to the hidden editor. In a table cell, edits would change the cell.
   */
  readonly isRepairedOnDisk: boolean;
  readonly text: () => string;
  /** The length of the text in the editor, in UTF-16 code units. Does not build the text. */
  readonly length: () => number;
}

/** Returns the open note, or null if there is none or it has no text. */
export function openNote({ workspace }: App): OpenNote | null {
  const place = workspace.activeEditor;
  if (!place?.file || !place.editor) return null;
  const { file, editor } = place;
  const view = place instanceof MarkdownView ? place : null;
  const isRepairedOnDisk = view?.getMode() === 'preview' || isInTableCell(editor);
  // The view has the whole note, even if the editor is in a table cell.
  const text = (): string => view?.getViewData() ?? editor.getValue();
  const length = (): number => {
    const line = editor.lastLine();
    return editor.posToOffset({ line, ch: editor.getLine(line).length });
  };
  return { file, editor, place, isRepairedOnDisk, text, length };
}

/** Repairs the open note with the settings, or with the given repairs, and shows the result in a notice. */
export async function repairOpenNote(
  context: PluginContext,
  open: OpenNote,
  only: readonly RepairId[] | null,
): Promise<void> {
  const settings = only ? withOnly(context.settings(), only) : context.settings();
  const planned = await planOrRun(context, open, settings);
  if (!planned) return;
  const { commands } = messages();
  const { detection, edits, findings } = planned;
  if (detection.kind !== 'saved') return void notify(commands.notSaved);
  const unresolved = findings.filter((finding) => finding.unresolved).length;
  const toDecide = unresolved > 0 ? ` ${commands.needsAttention(unresolved)}` : '';
  if (edits.length === 0) return void notify(commands.nothingToRepair + toDecide);
  const done = commands.repairedNote(countFindings(findings));
  applyWithUndo(open.editor, planned, toDecide === '' ? done : `${done}.${toDecide}`);
}

/** Marks the open note as ready or as a draft, in the way that the settings describe. */
export async function markOpenNote(
  context: PluginContext,
  open: OpenNote,
  ready: boolean,
): Promise<void> {
  const settings = withOnly(context.settings(), ['draft-flag']);
  const draftFlag = markOptions(settings.draftFlag, ready);
  const planned = await planOrRun(context, open, { ...settings, draftFlag });
  if (!planned) return;
  const { commands } = messages();
  if (planned.edits.length === 0)
    return void notify(ready ? commands.alreadyReady : commands.alreadyDraft);
  applyWithUndo(open.editor, planned, ready ? commands.markedReady : commands.markedDraft);
}

/** Returns options with which every note becomes ready, or every note a draft. */
export function markOptions(options: DraftFlagOptions, ready: boolean): DraftFlagOptions {
  const all = { ...options, addMissing: true, byHighlights: false };
  if (ready) return all;
  const { property, draft } = flagOf(options);
  return { ...all, preset: 'custom', property, value: draft, draftValue: draft };
}

/** Shows how the open note was recognized. */
export function explainOpenNote(context: PluginContext, { text, file }: OpenNote): Promise<void> {
  return explainNote(text(), file.path, context.settings());
}

/** Shows how a note was recognized. */
export async function explainNote(text: string, path: string, settings: Settings): Promise<void> {
  const { commands, signals } = messages();
  const detection = await withPauses(savedSteps(text, { path, settings }), createYielder());
  if (detection.kind !== 'saved') return void notify(commands.notSaved);
  notify(commands.recognizedBy(signals[detection.signal]));
}

/**
 * Plans the repair of the editor's text. If the edits must be made on disk, this starts a run with one note
 * instead, which shows its own result, and returns null. This is also the case if the file has line breaks or
 * a byte order mark that the editor would not save.
 */
async function planOrRun(
  context: PluginContext,
  { file, editor, place, isRepairedOnDisk, text }: OpenNote,
  settings: Settings,
): Promise<Plan | null> {
  let onDisk: string;
  try {
    // Save what was typed into the cell before the repair.
    if (isInTableCell(editor) && place instanceof MarkdownView) await place.save();
    onDisk = await context.app.vault.adapter.read(file.path);
  } catch (error) {
    notify(plainReason(error));
    return null;
  }
  if (place.file !== file) return null;
  const planner = plannerFrom(settings);
  let shown: string;
  let planned: Plan;
  do {
    shown = text();
    planned = await withPauses(planAlone(shown, file.path, planner), createYielder());
    if (place.file !== file) return null;
    // A long note takes several tasks, and the user may type between them.
  } while (text() !== shown);
  const isOnDisk = isRepairedOnDisk || (onDisk !== shown && shownText(onDisk) === shown);
  if (!isOnDisk || planned.edits.length === 0) return planned;
  if (!context.runController.repair([file.path], planner)) notify(messages().commands.isRunning);
  return null;
}

function applyWithUndo(editor: Editor, { edits, undo }: Plan, message: string): void {
  applyInEditor(editor, edits);
  const after = editor.getValue();
  const { commands } = messages();
  const act = (): void => {
    const isSame = !isInTableCell(editor) && editor.getValue() === after;
    if (!isSame) return void notify(commands.changedSince);
    applyInEditor(editor, undo);
    notify(commands.undone);
  };
  notify(message, { label: commands.undo, act });
}
