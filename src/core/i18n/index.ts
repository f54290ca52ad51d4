import { en, type Messages } from './en';
import { zh } from './zh';

let chosen: Messages = en;

/** Chooses the language of all text: Chinese for `zh`, `zh-TW` and the like, English for any other code. */
export function chooseLanguage(code: string): void {
  chosen = /^zh(?![a-z])/i.test(code) ? zh : en;
}

/** All text in the language that was chosen; English before one was. */
export function messages(): Messages {
  return chosen;
}
