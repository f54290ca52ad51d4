import type { Messages } from './en';

/** The texts of another language. A missing one is shown in English; a function takes the same arguments. */
export type Translation = DeepPartial<Messages>;

/** Any part of a tree may be missing; functions and strings are whole. */
type DeepPartial<T> = T extends string | AnyFunction
  ? T
  : { readonly [Key in keyof T]?: DeepPartial<T[Key]> };

type AnyFunction = (...args: never[]) => unknown;

type Tree = Readonly<Record<string, unknown>>;

/** All texts: a translation's, and the English ones where it has none. */
export function withEnglish(translation: Translation, english: Messages): Messages {
  return withFallback(translation, english);
}

/** The texts of one part of a language, and the English ones where it has none. */
export function withFallback<T extends object>(translation: object, english: T): T {
  return merged(translation as Tree, english as Tree) as T;
}

function merged(translation: Tree, english: Tree): Tree {
  const entries = Object.entries(english).map(([name, text]) => {
    const translated = translation[name];
    if (translated === undefined) return [name, text] as const;
    return [
      name,
      isTree(text) && isTree(translated) ? merged(translated, text) : translated,
    ] as const;
  });
  return Object.fromEntries(entries);
}

/** The paths of the texts that a translation does not have: `panel.scan`. */
export function missingTexts(translation: Tree, english: Tree, path = ''): readonly string[] {
  return Object.entries(english).flatMap(([name, text]) => {
    const translated = translation[name];
    const at = `${path}${name}`;
    if (isTree(text)) return missingTexts(isTree(translated) ? translated : {}, text, `${at}.`);
    return translated === undefined ? [at] : [];
  });
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null;
}
