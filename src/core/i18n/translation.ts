import type { Messages } from './en';

/** The texts of another language. Missing texts are shown in English. Functions take the same arguments. */
export type Translation = DeepPartial<Messages>;

/** A tree in which any part may be missing. Functions and strings are leaves. */
type DeepPartial<T> = T extends string | AnyFunction
  ? T
  : { readonly [Key in keyof T]?: DeepPartial<T[Key]> };

type AnyFunction = (...args: never[]) => unknown;

type Tree = Readonly<Record<string, unknown>>;

/** Returns all texts of a translation, with English for the missing ones. */
export function withEnglish(translation: Translation, english: Messages): Messages {
  return withFallback(translation, english);
}

/** Returns the texts of a part of a translation, with English for the missing ones. */
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

/** Returns the paths of the texts that a translation lacks: `panel.scan`. */
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
