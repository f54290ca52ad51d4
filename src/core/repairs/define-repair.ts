import type { PropertyNames } from '../omnivore/property-names';
import { defaultsOf, type Field, type Fields, type ValuesOf } from '../schema/field';
import type { Finding, Subject } from './repair';

/** What the settings and the vault say that is no repair's own. */
export interface VaultContext {
  /** The user's names for properties, by what they say. */
  readonly names: Partial<PropertyNames>;
  /** Properties that the user named as dates. */
  readonly dateProperties: readonly string[];
}

/** The text of an option in the settings tab. */
export interface OptionText {
  readonly name: string;
  readonly desc?: string;
  /** What each choice is called. */
  readonly choices?: Readonly<Record<string, string>>;
  /** What an option is called for which nothing is chosen yet. */
  readonly none?: string;
  /** Why an entered text is refused. */
  readonly invalid?: (text: string) => string;
}

type TextOf<F> =
  F extends Field<unknown, infer C>
    ? C extends { readonly kind: 'choice'; readonly choices: readonly (infer Choice)[] }
      ? OptionText & { readonly choices: Readonly<Record<Choice & string, string>> }
      : OptionText
    : never;

/** The texts of a repair in one language. */
interface RepairMessages<F extends Fields = Fields> {
  /** On chips and as a heading: `Images`. */
  readonly name: string;
  /** So many findings: `4 dates`. `written` is the number as the language writes it. */
  readonly found: (count: number, written: string) => string;
  /** The command for the current note. */
  readonly onNote: string;
  /** The command for all saved articles. */
  readonly onAll: string;
  /** The switch in the settings. */
  readonly enable: string;
  readonly enableDesc: string;
  readonly options: { readonly [Name in keyof F]: TextOf<F[Name]> };
}

/** What the tables of repairs in README and docs say, in Markdown. */
export interface RepairDocs {
  /** What the repair does, in a sentence. */
  readonly summary: string;
  /** When it runs, if neither “on” nor “off” says it. */
  readonly byDefault?: string;
  /** What it repairs on the command line, and when, if the name and “yes” or “no” don't say it. */
  readonly onCommandLine?: { readonly what: string; readonly byDefault: string };
}

/** Parts of a language's texts; English stands in for what is missing. */
type Translation<Text> = Text extends string | ((...args: never[]) => unknown)
  ? Text
  : { readonly [Name in keyof Text]?: Translation<NonNullable<Text[Name]>> };

/** A text before and after the repair. It is tested, and put into generated notes for the laws. */
interface Example<Options = Readonly<Record<string, unknown>>> {
  readonly title: string;
  readonly before: string;
  readonly after: string;
  /** Options that differ from the defaults. */
  readonly options?: Partial<Options>;
}

/** What the repair learns about the stored options when they are read. */
export interface StoredOptions {
  /** Names of options whose values could not be used. */
  readonly refused: readonly string[];
  /** Whether there is a value of this name. */
  readonly has: (name: string) => boolean;
  /** Whether the user switched the repair on, as opposed to its being on by default. */
  readonly isSwitchedOn: boolean;
}

/** What a repair consists of. */
interface Definition<Id extends string, F extends Fields> {
  /** Names it in settings, on the command line and in journals; it can never change. */
  readonly id: Id;
  /** Whether it is on by default. */
  readonly enabled: boolean;
  /** Where it looks: repairs of the front matter have invalid YAML reported. */
  readonly touches: readonly ('front-matter' | 'body')[];
  /** Runs before the others, which then see the result; `false` if left out. */
  readonly runsFirst?: boolean;
  /** `id` names the command for the current note, and with `-all` the one for all articles; it can never change. */
  readonly command: { readonly id: string; readonly icon: string };
  /** What the user can choose, stored under the id in camel case. */
  readonly options: F;
  /** For options that make no sense without another: when they are shown. */
  readonly shownIf?: { readonly [Name in keyof F]?: (options: ValuesOf<F>) => boolean };
  readonly messages: {
    readonly en: RepairMessages<F>;
    readonly zh?: Translation<RepairMessages<F>>;
  };
  /** Neither `docs` nor `examples` are in the bundles: both are empty there. */
  readonly docs: { readonly en: RepairDocs; readonly zh?: RepairDocs };
  readonly examples: readonly Example<ValuesOf<F>>[];
  /** Corrects options that were read. */
  readonly complete?: (options: ValuesOf<F>, stored: StoredOptions) => ValuesOf<F>;
  /** Whether it may change notes with these options; always, if left out. Otherwise it only lists what it finds. */
  readonly isReady?: (options: ValuesOf<F>) => boolean;
  /** The options to go by if the user asks for this repair by name and it is not ready. */
  readonly whenNamed?: (options: ValuesOf<F>) => ValuesOf<F>;
}

/** How a repair finds what to change. It changes nothing itself, and finds nothing to change in what it has repaired. */
type Find<Context> = (subject: Subject, context: Context) => readonly Finding[];

/** A repair that can look at articles. */
export type Finder = (subject: Subject) => readonly Finding[];

/** A repair. The methods are declared as such so that repairs with different options fit in one list. */
export interface Repair<Id extends string = string, F extends Fields = Fields> extends Omit<
  Definition<Id, F>,
  'shownIf' | 'complete' | 'isReady' | 'whenNamed'
> {
  readonly defaults: ValuesOf<F>;
  readonly messages: {
    readonly en: RepairMessages<F>;
    readonly zh?: Translation<RepairMessages<F>>;
  };
  isShown(this: void, name: keyof F, options: ValuesOf<F>): boolean;
  complete(this: void, options: ValuesOf<F>, stored: StoredOptions): ValuesOf<F>;
  isReady(this: void, options: ValuesOf<F>): boolean;
  whenNamed(this: void, options: ValuesOf<F>): ValuesOf<F>;
  /** The repair with its options, ready to look. */
  with(this: void, options: ValuesOf<F>, vault: VaultContext): Finder;
}

/**
 * Defines a repair. `find` gets the options, or what `prepare` makes of them: `prepare` runs once for many articles.
 */
export function defineRepair<const Id extends string, const F extends Fields>(
  definition: Definition<Id, F> & { readonly find: Find<ValuesOf<F>> },
): Repair<Id, F>;
export function defineRepair<const Id extends string, const F extends Fields, Context>(
  definition: Definition<Id, F> & {
    readonly prepare: (options: ValuesOf<F>, vault: VaultContext) => Context;
    readonly find: Find<NoInfer<Context>>;
  },
): Repair<Id, F>;
export function defineRepair<Id extends string, F extends Fields>(
  definition: Definition<Id, F> & {
    readonly prepare?: (options: ValuesOf<F>, vault: VaultContext) => unknown;
    readonly find: Find<never>;
  },
): Repair<Id, F> {
  const { shownIf, complete, isReady, whenNamed, prepare, ...rest } = definition;
  const find = definition.find as Find<unknown>;
  return {
    ...rest,
    defaults: defaultsOf(definition.options),
    isShown: (name, options) => shownIf?.[name]?.(options) ?? true,
    complete: complete ?? ((options) => options),
    isReady: isReady ?? (() => true),
    whenNamed: whenNamed ?? ((options) => options),
    with: (options, vault) => {
      const context = prepare ? prepare(options, vault) : options;
      return (subject) => find(subject, context);
    },
  };
}
