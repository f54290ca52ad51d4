import { en, type Messages } from './en';

/** All text in the language of the app. */
export function messages(): Messages {
  return en;
}
