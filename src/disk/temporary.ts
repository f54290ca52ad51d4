import { unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { codeOf } from './system-error';

const NAME = /^\.(\d+)\.omnivore-rescue\.tmp$/;

/** Where a note's new text is written before it takes the note's place: in the same folder, so that the move is one step; hidden from Obsidian. */
export function temporaryBeside(file: string): string {
  return join(dirname(file), `.${process.pid}.omnivore-rescue.tmp`);
}

/** Whether a file's name is one that `temporaryBeside` gives. */
export function isTemporary(name: string): boolean {
  return NAME.test(name);
}

/** Removes what killed runs left; `paths` are relative to the root. A run that still goes on needs its own. */
export function removeLeftovers(root: string, paths: readonly string[]): void {
  for (const path of paths) {
    const maker = Number(NAME.exec(basename(path))?.[1]);
    if (!isRunning(maker)) removeIfThere(join(root, path));
  }
}

/** Removes a file, if it is there and can be removed. */
export function removeIfThere(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // It was never made, or another took it away.
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
