import { normalizePath, type TFile, type TFolder } from 'obsidian';
import { messages } from '../../core/i18n';
import { createYielder } from '../article-cache/yielder';
import { FolderChoice } from '../components/folder-choice';
import { notify } from '../components/notify';
import type { PluginContext } from '../plugin-context';
import { plainReason } from '../store/plain-reason';

/** A note that was moved, and where it was before. */
interface MovedNote {
  readonly file: TFile;
  readonly from: string;
}

/** Asks for a folder and moves notes there. The app updates the links to them, as its settings say. */
export function chooseFolderFor(context: PluginContext, paths: readonly string[]): void {
  const { vault } = context.app;
  const folders = (): readonly TFolder[] => vault.getAllFolders(true);
  const move = (folder: TFolder): void => void moveNotes(context, paths, folder);
  const { chooseFolder } = messages().panel;
  context.open(new FolderChoice(context.app, chooseFolder, folders, move));
}

/** Moves notes, and offers to move them back. A note stays if the folder has a file with its name. */
async function moveNotes(
  context: PluginContext,
  paths: readonly string[],
  folder: TFolder,
): Promise<void> {
  const { panel, commands } = messages();
  const { app, runController } = context;
  if (runController.current) return void notify(commands.isRunning);
  const moved: MovedNote[] = [];
  const left: string[] = [];
  const yieldIfNeeded = createYielder();
  for (const path of paths) {
    await yieldIfNeeded();
    const file = app.vault.getFileByPath(path);
    if (!file || file.parent === folder) continue;
    const reason = await moveNote(context, file, normalizePath(`${folder.path}/${file.name}`));
    if (reason === null) moved.push({ file, from: path });
    else left.push(`${file.name}: ${reason}`);
  }
  const text = [panel.moved(moved.length, folder.path), ...leftLines(left)].join('\n');
  const undo = { label: commands.undo, act: () => void moveBack(context, moved) };
  notify(text, ...(moved.length > 0 ? [undo] : []));
}

async function moveBack(context: PluginContext, moved: readonly MovedNote[]): Promise<void> {
  const left: string[] = [];
  const yieldIfNeeded = createYielder();
  for (const { file, from } of moved) {
    await yieldIfNeeded();
    const reason = await moveNote(context, file, from);
    if (reason !== null) left.push(`${file.name}: ${reason}`);
  }
  notify([messages().panel.movedBack(moved.length - left.length), ...leftLines(left)].join('\n'));
}

/** Moves a note. Returns why it could not be moved, or null. Never replaces a file. */
async function moveNote(
  { app: { vault, fileManager } }: PluginContext,
  file: TFile,
  to: string,
): Promise<string | null> {
  try {
    if (await vault.adapter.exists(to)) return messages().panel.nameTaken;
    await fileManager.renameFile(file, to);
    return null;
  } catch (error) {
    return plainReason(error);
  }
}

/** How many of the notes that could not be moved or deleted are named. */
const MAX_NAMED_PROBLEMS = 3;

/** Returns lines about notes that could not be moved or deleted. */
export function leftLines(left: readonly string[]): readonly string[] {
  const others = left.length - MAX_NAMED_PROBLEMS;
  return [
    ...left.slice(0, MAX_NAMED_PROBLEMS),
    ...(others > 0 ? [messages().panel.othersLeft(others)] : []),
  ];
}
