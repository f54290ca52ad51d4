import { normalizePath, type App } from 'obsidian';

/** Creates a file where the vault puts new notes. If the name is taken, adds a number. Returns its path. */
export async function createWithFreeName(
  { fileManager, vault }: App,
  name: string,
  text: string,
): Promise<string> {
  const folder = fileManager.getNewFileParent('', name);
  const wanted = normalizePath(folder.isRoot() ? name : `${folder.path}/${name}`);
  const at = wanted.lastIndexOf('.');
  let path = wanted;
  for (let n = 2; await vault.adapter.exists(path); n++) {
    path = `${wanted.slice(0, at)} ${n}${wanted.slice(at)}`;
  }
  await vault.create(path, text);
  return path;
}
