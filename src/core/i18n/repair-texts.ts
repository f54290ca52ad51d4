import { REPAIRS, byRepair, type RepairId } from '../repairs';
import type { Repair } from '../repairs/define-repair';

type AnyRepair = (typeof REPAIRS)[number];

/** The texts of every repair in one language, by id. */
export type RepairTexts = { readonly [R in AnyRepair as R['id']]: R['messages']['en'] };

/** The languages that repairs have texts in. */
type Language = keyof Repair['messages'];

/** What the repairs are called, and how their options read; English where a repair has no text in this language. */
export function repairTexts(language: Language): RepairTexts {
  return byRepair(({ messages }) => withFallback(messages.en, messages[language])) as RepairTexts;
}

/** One text of every repair. */
export function eachText<T>(
  texts: RepairTexts,
  textOf: (texts: RepairTexts[RepairId]) => T,
): Readonly<Record<RepairId, T>> {
  return byRepair(({ id }) => textOf(texts[id]));
}

type Texts = Readonly<Record<string, unknown>>;

function withFallback(english: unknown, own: unknown): unknown {
  if (!isMap(english)) return own ?? english;
  const translated = isMap(own) ? own : {};
  const names = Object.keys(english);
  return Object.fromEntries(
    names.map((name) => [name, withFallback(english[name], translated[name])]),
  );
}

function isMap(value: unknown): value is Texts {
  return typeof value === 'object' && value !== null;
}
