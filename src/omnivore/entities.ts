/** What Mustache's double braces make of eight characters; `&` last, so that nothing is undone twice. */
const CHARACTERS: Readonly<Record<string, string>> = {
  '&#x2F;': '/',
  '&#x3D;': '=',
  '&#x60;': '`',
  '&#39;': "'",
  '&quot;': '"',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
};

const ENTITY = /&(?:#x2F|#x3D|#x60|#39|quot|lt|gt|amp);/g;

/** An escape in a text and the character that it stands for. */
export interface Escape {
  readonly from: number;
  readonly to: number;
  readonly character: string;
}

/** The escapes of Mustache between two offsets, in order. */
export function escapesIn(text: string, from: number, to: number): readonly Escape[] {
  const escapes: Escape[] = [];
  ENTITY.lastIndex = from;
  for (let match = ENTITY.exec(text); match; match = ENTITY.exec(text)) {
    const end = match.index + match[0].length;
    if (end > to) break;
    escapes.push({ from: match.index, to: end, character: CHARACTERS[match[0]] ?? match[0] });
  }
  return escapes;
}

/** The text with each escape undone once: `&amp;lt;` becomes `&lt;`. */
export function unescapeOnce(text: string): string {
  return text.replace(ENTITY, (entity) => CHARACTERS[entity] ?? entity);
}
