import type { Steps } from '../text/steps';

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

const MUSTACHE_ENTITY = /&(?:#x2F|#x3D|#x60|#39|quot|lt|gt|amp);/g;

/** An escape in a text, and the character it represents. */
export interface Escape {
  readonly from: number;
  readonly to: number;
  readonly character: string;
}

/** Returns whether a text contains one of Mustache's escapes. */
export function hasEscapes(text: string): boolean {
  return text.includes('&') && text.search(MUSTACHE_ENTITY) >= 0;
}

/** How many escapes are read in one step. */
const ESCAPES_PER_STEP = 2048;

/** Returns Mustache's escapes in a text, in order. */
export function* escapeSteps(text: string): Steps<readonly Escape[]> {
  const escapes: Escape[] = [];
  for (const { 0: entity, index } of text.matchAll(MUSTACHE_ENTITY)) {
    const escape = { from: index, to: index + entity.length, character: characterOf(entity) };
    if (escapes.push(escape) % ESCAPES_PER_STEP === 0) yield;
  }
  return escapes;
}

/** Returns Mustache's escapes that are completely between two offsets, in order. */
export function escapesIn(text: string, from: number, to: number): readonly Escape[] {
  return Array.from(text.slice(from, to).matchAll(MUSTACHE_ENTITY), ({ 0: entity, index }) => ({
    from: from + index,
    to: from + index + entity.length,
    character: characterOf(entity),
  }));
}

/** Unescapes each escape once: `&amp;lt;` becomes `&lt;`. */
export function unescapeOnce(text: string): string {
  return text.replace(MUSTACHE_ENTITY, characterOf);
}

/** Escapes, also of escapes. */
const ESCAPES = /&(?:amp;){0,9}(?:#x2F|#x3D|#x60|#39|quot|lt|gt|amp);/g;

/** Removes escapes, to count or compare letters: what they represent is neither a letter nor a digit. */
export function withoutEscapes(text: string): string {
  return text.replace(ESCAPES, '');
}

function characterOf(entity: string): string {
  return CHARACTERS[entity] as string;
}
