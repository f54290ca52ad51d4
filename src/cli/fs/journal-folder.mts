import { chmodSync, chownSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFolder } from './sync-folder.mts';

/**
 * Makes the folder of a root's journals, if it is not there, and a `.gitignore` in it: what was taken out of notes should not be published
 * with them by accident. Each new folder has the mode of the one it is in, so that those who share the notes share it, and nobody else;
 * and its owner, where root makes it.
 */
export function makeJournalFolder(root: string, folder: string): void {
  const missing: string[] = [];
  for (let at = folder; at !== root && !existsSync(at); at = dirname(at)) missing.unshift(at);
  for (const made of missing) {
    mkdirSync(made);
    const { mode, uid, gid } = statSync(dirname(made));
    chmodSync(made, mode & 0o3777);
    if (process.getuid?.() === 0) chownSync(made, uid, gid);
    syncFolder(dirname(made));
  }
  const ignore = join(folder, '.gitignore');
  if (existsSync(ignore)) return;
  writeFileSync(ignore, '*\n', { flag: 'wx' });
}
