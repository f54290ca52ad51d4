/** Mustache writes these entities for eight characters. `&` is last, so that nothing is unescaped twice. */
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

/** An escape in a text, and the character it represents. */
export interface Escape {
  readonly from: number;
  readonly to: number;
  readonly character: string;
}

/** Returns Mustache's escapes that are completely between two offsets, in order. */
export function escapesIn(text: string, from: number, to: number): readonly Escape[] {
  return Array.from(text.slice(from, to).matchAll(ENTITY), ({ 0: entity, index }) => ({
    from: from + index,
    to: from + index + entity.length,
    character: characterOf(entity),
  }));
}

/** Unescapes each escape once: `&amp;lt;` becomes `&lt;`. */
export function unescapeOnce(text: string): string {
  return text.replace(ENTITY, characterOf);
}

function characterOf(entity: string): string {
  return CHARACTERS[entity] as string;
}
