/** Returns the name of a note, as a link shows it. */
export function noteName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '');
}

/** Returns a function that returns whether a text contains the name of a note, as links write it. */
export function namesNote(text: string): (name: string) => boolean {
  const lower = text.normalize('NFC').toLowerCase();
  return (name) => {
    const wanted = name.normalize('NFC').toLowerCase();
    return lower.includes(wanted) || lower.includes(encodeURI(wanted).toLowerCase());
  };
}
