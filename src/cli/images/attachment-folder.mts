import { join, posix, relative, resolve, sep } from 'node:path';
import { UserError } from '../command.mts';
import { CONFIG_FOLDER } from '../fs/disk-journal.mts';
import { vaultsIn } from '../fs/find-vault.mts';
import { readJson } from '../fs/read-json.mts';

/** The folder for images if nothing is configured. */
const DEFAULT_FOLDER = 'attachments';

/**
 * Returns the folder for images, as `diskAttachments` expects it: the folder from the flag, otherwise the
 * vault's folder for attachments, otherwise `attachments`. Throws a UserError if the flag's folder can't be
 * in the vault.
 */
export function attachmentFolder(root: string, flag: string | undefined): string {
  if (flag !== undefined) return ofFlag(root, flag);
  const [vault, ...others] = vaultsIn(root);
  if (vault === undefined || others.length > 0) return DEFAULT_FOLDER;
  const set = ofVault(join(root, vault));
  return set.startsWith('./') ? set : posix.join(vault, set);
}

function ofFlag(root: string, flag: string): string {
  const path = relative(root, resolve(root, flag)).split(sep).join('/');
  if (flag === '') throw new UserError('--attachments needs a folder');
  if (path === '..' || path.startsWith('../') || resolve(path) === path) {
    throw new UserError(`--attachments must name a folder inside ${root}`);
  }
  if (path.split('/').some((name) => name.startsWith('.'))) {
    throw new UserError('--attachments must not name a hidden folder');
  }
  return path;
}

/**
 * Reads Obsidian's own setting: a folder of the vault, `/` for the vault itself, `./` for the
 * note's folder, or `./sub` for a subfolder of it.
 */
function ofVault(vault: string): string {
  const settings = readAppSettings(join(vault, CONFIG_FOLDER, 'app.json'));
  const { attachmentFolderPath: set } = settings as { readonly attachmentFolderPath?: unknown };
  if (typeof set !== 'string' || set === '') return DEFAULT_FOLDER;
  if (set === '/') return '';
  const isUsable = posix
    .normalize(set)
    .split('/')
    .every((name) => name === '.' || !name.startsWith('.'));
  return isUsable ? set : DEFAULT_FOLDER;
}

/** Ignores settings that can't be read, because only Obsidian can repair them. */
function readAppSettings(file: string): object {
  try {
    return (readJson(file) as object | undefined) ?? {};
  } catch {
    return {};
  }
}
