/**
 * The result of parsing a stored value. `isValid` is false if the value, or one of its items, could not be
 * used.
 */
interface ReadValue<T> {
  readonly value: T;
  readonly isValid: boolean;
}

interface ToggleControl {
  readonly kind: 'toggle';
}

/** One of several words. With `mayBeEmpty`, an empty choice means null. */
interface ChoiceControl<T extends string = string> {
  readonly kind: 'choice';
  readonly choices: readonly T[];
  readonly mayBeEmpty: boolean;
}

/** A line of text. An empty line means `empty`, if that is given. */
interface TextControl {
  readonly kind: 'text' | 'folder' | 'date-format' | 'date-zone';
  readonly accepts: (text: string) => boolean;
  readonly empty?: string | null;
}

interface ListControl {
  readonly kind: 'list';
  readonly separator: 'comma' | 'line';
  readonly accepts: (item: string) => boolean;
  readonly placeholder?: string;
}

/** Folders have a list of their own in the settings tab. */
interface FoldersControl {
  readonly kind: 'folders';
}

/** The control of a field in the settings tab. */
type Control = ToggleControl | ChoiceControl | TextControl | ListControl | FoldersControl;

/** A setting: its default, the parser of stored values, and its control. */
export interface Field<T, C extends Control = Control> {
  readonly default: T;
  /** Reads a value from JSON. Invalid values give the default; invalid items of a list are dropped. */
  readonly read: (value: unknown) => ReadValue<T>;
  readonly control: C;
  /** Names that older versions used. They are still read. */
  readonly oldNames?: readonly string[];
}

/** Fields by name. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

/** The values of fields, by name. */
export type ValuesOf<F extends Fields> = { readonly [Name in keyof F]: F[Name]['default'] };

/** Returns the default of each field. */
export function defaultsOf<F extends Fields>(fields: F): ValuesOf<F> {
  const entries = Object.entries(fields).map(([name, field]) => [name, field.default]);
  return Object.fromEntries(entries) as ValuesOf<F>;
}

/** Creates a field that is on or off. */
export function toggle(byDefault: boolean): Field<boolean, ToggleControl> {
  return {
    default: byDefault,
    read: (value) => readIf(byDefault, value, (it) => typeof it === 'boolean'),
    control: { kind: 'toggle' },
  };
}

/** Creates a field with one of several words. A default of null means that nothing is chosen yet. */
export function choice<const T extends string, const D extends T | null>(
  choices: readonly T[],
  byDefault: D,
  oldNames: readonly string[] = [],
): Field<T | D, ChoiceControl<T>> {
  return {
    default: byDefault,
    read: (value) => readIf<T | D>(byDefault, value, (it) => choices.includes(it as T)),
    control: { kind: 'choice', choices, mayBeEmpty: byDefault === null },
    oldNames,
  };
}

/** Creates a field with a text that `accepts` finds valid. `empty` is stored for an empty line. */
export function text<D extends string | null>(
  byDefault: D,
  accepts: (text: string) => boolean,
  options: {
    readonly kind?: TextControl['kind'];
    readonly empty?: string | null;
    /** Cleans a text after it was read. */
    readonly tidy?: (text: string) => string | D;
  } = {},
): Field<string | D, TextControl> {
  const { kind = 'text', empty, tidy = (it) => it } = options;
  const isText = (it: unknown): boolean => typeof it === 'string' && accepts(it);
  return {
    default: byDefault,
    read: (value) => {
      const { value: read, isValid } = readIf<string | D>(byDefault, value, isText);
      return { value: read === null ? read : tidy(read), isValid };
    },
    control: { kind, accepts, ...(empty !== undefined && { empty }) },
  };
}

/** Creates a field with a list of texts. The user types items separated by commas or line breaks. */
export function list(
  options: {
    readonly accepts?: (item: string) => boolean;
    /** Cleans the items after they were read. */
    readonly tidy?: (items: readonly string[]) => readonly string[];
    readonly separator?: 'comma' | 'line';
    readonly placeholder?: string;
  } = {},
): Field<readonly string[], ListControl> {
  const { accepts = isNotEmpty, separator = 'comma', placeholder } = options;
  const control = { kind: 'list', separator, accepts } as const;
  return {
    default: [],
    read: listReader(accepts, options.tidy ?? ((items) => items)),
    control: placeholder === undefined ? control : { ...control, placeholder },
  };
}

/** Creates a field with a list of folders. `tidy` cleans the paths after they were read. */
export function folders(
  tidy: (paths: readonly string[]) => readonly string[],
  oldNames: readonly string[] = [],
): Field<readonly string[], FoldersControl> {
  return {
    default: [],
    read: listReader(isNotEmpty, tidy),
    control: { kind: 'folders' },
    oldNames,
  };
}

function isNotEmpty(item: string): boolean {
  return item.trim() !== '';
}

function listReader(
  accepts: (item: string) => boolean,
  tidy: (items: readonly string[]) => readonly string[],
): Field<readonly string[]>['read'] {
  return (value) => {
    const { value: items, isValid } = readIf<readonly unknown[]>([], value, Array.isArray);
    const texts = items.filter((item): item is string => typeof item === 'string' && accepts(item));
    return { value: tidy(texts), isValid: isValid && texts.length === items.length };
  };
}

/** Returns the value if it is valid, otherwise the default. Null and undefined also mean the default. */
function readIf<T>(
  byDefault: T,
  value: unknown,
  isValid: (value: unknown) => boolean,
): ReadValue<T> {
  if (value === undefined || value === null) return { value: byDefault, isValid: true };
  return isValid(value)
    ? { value: value as T, isValid: true }
    : { value: byDefault, isValid: false };
}
