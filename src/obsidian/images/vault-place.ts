import { normalizePath, type App } from 'obsidian';
import { relativeLink, type SavedLink } from '../../core/images/rewrite';
import type { ImagePlace } from '../../core/runs/place-image';

/** Returns where the user's settings save attachments, and how notes link to them. */
export function vaultPlace(app: App): ImagePlace {
  const { fileManager } = app;
  return {
    async pathFor(name, note) {
      // If the name is taken, the app returns another one. Use only its folder: the caller decides
      // about the name.
      const path = await fileManager.getAvailablePathForAttachment(name, note);
      const folder = path.slice(0, path.lastIndexOf('/') + 1);
      return normalizePath(folder + name);
    },
    linkTo: (path, note) => linkToSaved(app, path, note),
  };
}

const WIKI_LINK_TARGET = /^!?\[\[([^\]|]+)/;

function linkToSaved({ vault, fileManager }: App, path: string, note: string): SavedLink {
  const relative = relativeLink(note, path);
  const file = vault.getFileByPath(path);
  const link = file === null ? '' : fileManager.generateMarkdownLink(file, note);
  const target = WIKI_LINK_TARGET.exec(link)?.[1] ?? null;
  const property = `[[${target ?? path}]]`;
  if (target !== null) return { ...relative, embed: target, property };
  return { destination: destinationOfLink(link) ?? relative.destination, embed: null, property };
}

/** Returns the text between the parentheses of `![name](path)`, or null if the app wrote another link. */
function destinationOfLink(link: string): string | null {
  const at = link.lastIndexOf('](');
  return at >= 0 && link.endsWith(')') ? link.slice(at + 2, -1) : null;
}
