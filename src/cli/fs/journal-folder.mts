import { chmodSync, chownSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFolder } from './sync-folder.mts';

/**
 * Creates the journal folder with a `.gitignore`, so that text removed from notes is not published by
 * accident. Each new folder gets the mode of its parent, so that exactly those who can read the notes can
 * read it. If root runs this, it also gets the parent's owner.
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
