import { REPAIRS, byRepair, type RepairId } from '../repairs';
import type { Repair } from '../repairs/define-repair';
import { withFallback } from './translation';

type AnyRepair = (typeof REPAIRS)[number];

/** The texts of every repair in one language, by id. */
export type RepairTexts = { readonly [R in AnyRepair as R['id']]: R['messages']['en'] };

/** The languages that repairs have texts in. */
type Language = keyof Repair['messages'];

/** What the repairs are called, and how their options read; English where a repair has no text in this language. */
export function repairTexts(language: Language): RepairTexts {
  return byRepair(({ messages }) =>
    withFallback(messages[language] ?? {}, messages.en),
  ) as RepairTexts;
}

/** One text of every repair. */
export function eachText<T>(
  texts: RepairTexts,
  textOf: (texts: RepairTexts[RepairId]) => T,
): Readonly<Record<RepairId, T>> {
  return byRepair(({ id }) => textOf(texts[id]));
}
