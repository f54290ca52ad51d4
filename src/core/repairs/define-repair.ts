import type { PropertyNames } from '../omnivore/property-names';
import type { Publisher } from '../publishers/publisher';
import { defaultsOf, type Field, type Fields, type ValuesOf } from '../schema/field';
import type { Locale } from '../text/locale';
import type { Steps } from '../text/steps';
import type { DatesOptions } from './dates/options';
import type { Finding, Subject } from './repair';

/** Settings of the whole vault that several repairs use. */
export interface VaultContext {
  /** The user's names for properties, by their meaning. */
  readonly names: Partial<PropertyNames>;
  /** Properties that the user named as dates. */
  readonly dateProperties: readonly string[];
  /** Null until the user has chosen one, and for other choices, such as a property of their own. */
  readonly publisher: Publisher | null;
  /** How dates are read and written. */
  readonly dates: DatesOptions;
}

/** The texts of an option in the settings tab. */
export interface OptionText {
  readonly name: string;
  readonly desc?: string;
  /** The label of each choice. */
  readonly choices?: Readonly<Record<string, string>>;
  /** The label of the empty choice, for an option without a value yet. */
  readonly none?: string;
  /** Explains why an entered text is invalid. */
  readonly invalid?: (text: string) => string;
}

type OptionTextOf<F> =
  F extends Field<unknown, infer C>
    ? C extends { readonly kind: 'choice'; readonly choices: readonly (infer Choice)[] }
      ? OptionText & { readonly choices: Readonly<Record<Choice & string, string>> }
      : OptionText
    : never;

/** The texts of a repair in one language. */
interface RepairMessages<F extends Fields = Fields> {
  /** On chips and as a heading: `Images`. */
  readonly name: string;
  /** A number of findings: `4 dates`. The locale of the language writes the number and chooses the plural. */
  readonly found: (count: number, locale: Locale) => string;
  /** The command for the current note. */
  readonly onNote: string;
  /** The command for all saved articles. */
  readonly onAll: string;
  /** The switch in the settings. */
  readonly enable: string;
  readonly enableDesc: string;
  readonly options: { readonly [Name in keyof F]: OptionTextOf<F[Name]> };
}

/** The repair's cells in the tables of README and docs, in Markdown. */
export interface RepairDocs {
  /** What the repair does, in a sentence. */
  readonly summary: string;
  /** When it runs, if “on” or “off” is not enough. */
  readonly byDefault?: string;
  /** What it repairs on the command line, and when, if its name and “yes” or “no” are not enough. */
  readonly onCommandLine?: { readonly what: string; readonly byDefault: string };
}

/** Texts of a language. Any may be missing; English is the fallback. */
type RepairTranslation<Text> = Text extends string | ((...args: never[]) => unknown)
  ? Text
  : { readonly [Name in keyof Text]?: RepairTranslation<NonNullable<Text[Name]>> };

/** A text before and after the repair. Tests run it, and the property-based tests put it into generated notes. */
interface Example<Options = Readonly<Record<string, unknown>>> {
  readonly title: string;
  readonly before: string;
  readonly after: string;
  /** Options that differ from the defaults. */
  readonly options?: Partial<Options>;
  /** Settings of other repairs that matter to it, as data.json holds them. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** What a repair can ask about the stored options while they are read. */
export interface StoredOptions {
  /** Names of options with invalid stored values. */
  readonly refused: readonly string[];
  /** Whether a value with this name is stored. */
  readonly has: (name: string) => boolean;
  /** Whether the user switched the repair on. False if it is only on by default. */
  readonly isSwitchedOn: boolean;
}

/** What a repair consists of. */
interface Definition<Id extends string, F extends Fields> {
  /** Identifies the repair in settings, on the command line and in journals. It can never change. */
  readonly id: Id;
  /** Whether it is on by default. */
  readonly enabled: boolean;
  /** The parts of a note that it reads. If it reads front matter, invalid YAML is reported. */
  readonly touches: readonly ('front-matter' | 'body')[];
  /** Whether it runs before the others, which then see its result. Default: false. */
  readonly runsFirst?: boolean;
  /** `id` is the command for the current note; with `-all` appended, the one for all articles. It can never change. */
  readonly command: { readonly id: string; readonly icon: string };
  /** The user's options, stored under the repair's id in camel case. */
  readonly options: F;
  /** When to show an option that depends on another. */
  readonly shownIf?: { readonly [Name in keyof F]?: (options: ValuesOf<F>) => boolean };
  readonly messages: {
    readonly en: RepairMessages<F>;
    readonly zh?: RepairTranslation<RepairMessages<F>>;
  };
  /** `docs` and `examples` are for tests and documentation; in the bundles both are empty. */
  readonly docs: { readonly en: RepairDocs; readonly zh?: RepairDocs };
  readonly examples: readonly Example<ValuesOf<F>>[];
  /** Corrects the options after they were read. */
  readonly complete?: (options: ValuesOf<F>, stored: StoredOptions) => ValuesOf<F>;
  /** Whether it may change notes with these options. If not, it only lists what it finds. Default: always. */
  readonly isReady?: (options: ValuesOf<F>, vault: VaultContext) => boolean;
  /** Returns the options to use if the user asks for this repair by name and it is not ready. */
  readonly whenNamed?: (options: ValuesOf<F>) => ValuesOf<F>;
}

/**
 * What a repair found in an article: a list, or steps that result in one. Steps are for repairs that work longer than a
 * few milliseconds on a note of 10 MB.
 */
type Findings = readonly Finding[] | Steps<readonly Finding[]>;

/** Finds what to change, and changes nothing itself. It finds nothing to change in its own results. */
type Find<Context> = (subject: Subject, context: Context) => Findings;

/** Finds something in an article. */
export type Finder = (subject: Subject) => readonly Finding[];

/** A repair with its options, ready to read articles. */
export type RepairFinder = (subject: Subject) => Findings;

/** A repair. It uses method syntax, so that repairs with different options fit in one list. */
export interface Repair<Id extends string = string, F extends Fields = Fields> extends Omit<
  Definition<Id, F>,
  'shownIf' | 'complete' | 'isReady' | 'whenNamed'
> {
  readonly defaults: ValuesOf<F>;
  readonly messages: {
    readonly en: RepairMessages<F>;
    readonly zh?: RepairTranslation<RepairMessages<F>>;
  };
  isShown(this: void, name: keyof F, options: ValuesOf<F>): boolean;
  complete(this: void, options: ValuesOf<F>, stored: StoredOptions): ValuesOf<F>;
  isReady(this: void, options: ValuesOf<F>, vault: VaultContext): boolean;
  whenNamed(this: void, options: ValuesOf<F>): ValuesOf<F>;
  /** Returns the repair with its options, ready to run. */
  with(this: void, options: ValuesOf<F>, vault: VaultContext): RepairFinder;
}

/** Defines a repair. `find` gets the result of `prepare`, which runs once for many articles, or else the options. */
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
