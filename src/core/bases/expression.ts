import type { Names } from '../omnivore/property-names';

/**
 * A text in the language of filters and formulas. It has two quotes, and what its help says ends there: so the one that the text does
 * not hold is taken, and only a text that no quote can hold as it is gets escapes.
 */
export function literal(text: string): string {
  if (!NEEDS_ESCAPE.test(text)) {
    if (!text.includes('"')) return `"${text}"`;
    if (!text.includes("'")) return `'${text}'`;
  }
  return JSON.stringify(text);
}

const NEEDS_ESCAPE = /[\\\p{Cc}]/u;

/** A note's property, whatever characters its name has. */
export function propertyOf(name: string): string {
  return `note[${literal(name)}]`;
}

/** The first of the properties that says something. */
export function firstOf([name, ...others]: Names): string {
  const property = propertyOf(name);
  const [next, ...rest] = others;
  return next === undefined
    ? property
    : `if(${property}, ${property}, ${firstOf([next, ...rest])})`;
}
