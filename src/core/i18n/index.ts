import { en, type Messages } from './en';
import { withEnglish, type Translation } from './translation';
import { zh } from './zh';

/** The translations, by language code in BCP 47, in lower case: `zh`, `pt`, `pt-br`. */
export const TRANSLATIONS: Readonly<Record<string, Translation>> = { zh };

let current: Messages = en;

/** Sets the language of all texts: that of the code (`pt-BR`), or else of its first part (`pt`), or else English. */
export function chooseLanguage(code: string): void {
  const whole = code.toLowerCase().replaceAll('_', '-');
  const [first = ''] = whole.split('-');
  const found = [whole, first].find((name) => Object.hasOwn(TRANSLATIONS, name));
  const translation = found === undefined ? undefined : TRANSLATIONS[found];
  current = translation ? withEnglish(translation, en) : en;
}

/** Returns all texts in the chosen language. They are in English until a language is chosen. */
export function messages(): Messages {
  return current;
}
