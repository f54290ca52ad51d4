import type { Editor, MarkdownFileInfo, MarkdownView } from 'obsidian';
import { messages } from '../i18n';
import { countFindings } from '../repairs/counts';
import { flagOf, type DraftFlagOptions } from '../repairs/draft-flag';
import type { Plan } from '../repairs/plan';
import type { RepairId } from '../repairs/repair';
import { planAlone } from '../runs/planned';
import type { Settings } from '../settings';
import { makeEdits } from '../vault/editor-edits';
import { plainReason } from '../vault/plain-reason';
import { plannerMaker, withOnly } from '../vault/planner';
import { shownText } from '../vault/shown-text';
import { notify } from './notify';
import type { Rescue } from './rescue';
import { detect } from './saved-check';

/** Where an editor stands: it may come to show another note. */
export type Place = MarkdownView | MarkdownFileInfo;

/** Repairs the open note by the settings, or by the repairs named, and says what was done. */
export async function repairOpenNote(
  rescue: Rescue,
  editor: Editor,
  place: Place,
  only: readonly RepairId[] | null,
): Promise<void> {
  const settings = only ? withOnly(rescue.settings(), only) : rescue.settings();
  const planned = await planOrRun(rescue, editor, place, settings);
  if (!planned) return;
  const { commands } = messages();
  const { detection, edits, findings } = planned;
  if (detection.kind !== 'saved') return void notify(commands.notSaved);
  const left = findings.filter((finding) => finding.left).length;
  const toDecide = left > 0 ? ` ${commands.leftToYou(left)}` : '';
  if (edits.length === 0) return void notify(commands.nothingToRepair + toDecide);
  const done = commands.repairedNote(countFindings(findings));
  applyWithUndo(editor, planned, toDecide === '' ? done : `${done}.${toDecide}`);
}

/** Writes into the open note that it is ready, or a draft, in the way that the settings say. */
export async function markOpenNote(
  rescue: Rescue,
  editor: Editor,
  place: Place,
  ready: boolean,
): Promise<void> {
  const settings = withOnly(rescue.settings(), ['draft-flag']);
  const draftFlag = markOptions(settings.draftFlag, ready);
  const planned = await planOrRun(rescue, editor, place, { ...settings, draftFlag });
  if (!planned) return;
  const { commands } = messages();
  if (planned.edits.length === 0) return void notify(commands.alreadyMarked);
  applyWithUndo(editor, planned, ready ? commands.markedReady : commands.markedDraft);
}

/** The draft flag's options with which every note is ready, or every note a draft. */
export function markOptions(options: DraftFlagOptions, ready: boolean): DraftFlagOptions {
  const all = { ...options, addMissing: true, byHighlights: false };
  if (ready) return all;
  const { property, draft } = flagOf(options);
  return { ...all, preset: 'custom', property, value: draft, draftValue: draft };
}

/** Says by what mark the open note was told. */
export function sayWhy(rescue: Rescue, editor: Editor, { file }: Place): void {
  if (file) sayWhyOf(editor.getValue(), file.path, rescue.settings());
}

/** Says by what mark a note's text was told. */
export function sayWhyOf(text: string, path: string, settings: Settings): void {
  const { commands, marks } = messages();
  const detection = detect(text, path, settings);
  if (detection.kind !== 'saved') return void notify(commands.notSaved);
  notify(commands.toldBy(marks[detection.mark]));
}

/**
 * Plans the repair of what the editor holds. A note that the editor would not save as it is on disk, for its line breaks or its byte
 * order mark, is repaired there, as a run of one note, which says itself what it did; then null.
 */
async function planOrRun(
  rescue: Rescue,
  editor: Editor,
  place: Place,
  settings: Settings,
): Promise<Plan | null> {
  const { file } = place;
  if (!file) return null;
  let onDisk: string;
  try {
    onDisk = await rescue.app.vault.adapter.read(file.path);
  } catch (error) {
    notify(plainReason(error));
    return null;
  }
  if (place.file !== file) return null;
  const shown = editor.getValue();
  if (onDisk !== shown && shownText(onDisk) === shown) {
    const begun = rescue.desk.repair([file.path], plannerMaker(settings));
    if (!begun) notify(messages().commands.isRunning);
    return null;
  }
  return planAlone(shown, file.path, plannerMaker(settings));
}

function applyWithUndo(editor: Editor, { edits, undo }: Plan, said: string): void {
  makeEdits(editor, edits);
  const after = editor.getValue();
  const { commands } = messages();
  const act = (): void => {
    if (editor.getValue() !== after) return void notify(commands.changedSince);
    makeEdits(editor, undo);
    notify(commands.undone);
  };
  notify(said, { label: commands.undo, act });
}
