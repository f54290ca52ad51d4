import { en, type Messages } from './en';
import { withEnglish, type Translation } from './translation';
import { zh } from './zh';

/** The languages besides English, by their codes in BCP 47, in small letters: `zh`, or `pt-br` beside `pt`. */
export const TRANSLATIONS: Readonly<Record<string, Translation>> = { zh };

let chosen: Messages = en;

/** Chooses the language of all texts: the one of the code (`pt-BR`), or of its first part (`pt`), or English. */
export function chooseLanguage(code: string): void {
  const whole = code.toLowerCase().replaceAll('_', '-');
  const [first = ''] = whole.split('-');
  const found = [whole, first].find((name) => Object.hasOwn(TRANSLATIONS, name));
  const translation = found === undefined ? undefined : TRANSLATIONS[found];
  chosen = translation ? withEnglish(translation, en) : en;
}

/** All texts in the chosen language; in English before one was chosen. */
export function messages(): Messages {
  return chosen;
}
