import { byRepair, type AnyRepair, type RepairId } from '../repairs';
import type { Repair } from '../repairs/define-repair';
import type { Locale } from '../text/locale';
import { locale as english } from './en/locale';
import { withFallback } from './translation';
import { locale as chinese } from './zh/locale';

/** The texts of every repair in one language, by id. `found` needs no locale any more. */
export type RepairTexts = {
  readonly [R in AnyRepair as R['id']]: Omit<R['messages']['en'], 'found'> & {
    readonly found: (count: number) => string;
  };
};

/** The languages of the repairs' texts. */
type Language = keyof Repair['messages'];

const LOCALES: Readonly<Record<Language, Locale>> = { en: english, zh: chinese };

/** Returns the texts of the repairs and their options. English is the fallback for missing texts. */
export function repairTexts(language: Language): RepairTexts {
  return byRepair(({ messages }) => {
    const found = (count: number): string => {
      const own = messages[language]?.found;
      return own ? own(count, LOCALES[language]) : messages.en.found(count, english);
    };
    return { ...withFallback(messages[language] ?? {}, messages.en), found };
  }) as RepairTexts;
}

/** Returns one text of each repair, by repair id. */
export function eachText<T>(
  texts: RepairTexts,
  textOf: (texts: RepairTexts[RepairId]) => T,
): Readonly<Record<RepairId, T>> {
  return byRepair(({ id }) => textOf(texts[id]));
}
