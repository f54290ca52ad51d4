import { REPAIRS, byRepair, type RepairId } from '../repairs';
import type { Repair } from '../repairs/define-repair';
import { withFallback } from './translation';

type AnyRepair = (typeof REPAIRS)[number];

/** The texts of every repair in one language, by id. */
export type RepairTexts = { readonly [R in AnyRepair as R['id']]: R['messages']['en'] };

/** The languages of the repairs' texts. */
type Language = keyof Repair['messages'];

/** Returns the texts of the repairs and their options. English is the fallback for missing texts. */
export function repairTexts(language: Language): RepairTexts {
  return byRepair(({ messages }) =>
    withFallback(messages[language] ?? {}, messages.en),
  ) as RepairTexts;
}

/** Returns one text of each repair, by repair id. */
export function eachText<T>(
  texts: RepairTexts,
  textOf: (texts: RepairTexts[RepairId]) => T,
): Readonly<Record<RepairId, T>> {
  return byRepair(({ id }) => textOf(texts[id]));
}
