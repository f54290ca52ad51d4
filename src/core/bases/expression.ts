import type { Names } from '../omnivore/property-names';

/**
 * Quotes a string for filters and formulas. The documentation mentions both kinds of quotes, but no escapes.
 * So the kind that the string does not contain is used, and escapes only if nothing else works.
 */
export function literal(text: string): string {
  if (!NEEDS_ESCAPE.test(text)) {
    if (!text.includes('"')) return `"${text}"`;
    if (!text.includes("'")) return `'${text}'`;
  }
  return JSON.stringify(text);
}

const NEEDS_ESCAPE = /[\\\p{Cc}]/u;

/** Returns the expression for a property, which can have any name. */
export function propertyOf(name: string): string {
  return `note[${literal(name)}]`;
}

/** Returns the expression for the first of the properties that is not empty. */
export function firstOf([name, ...others]: Names): string {
  const property = propertyOf(name);
  const [next, ...rest] = others;
  return next === undefined
    ? property
    : `if(${property}, ${property}, ${firstOf([next, ...rest])})`;
}
