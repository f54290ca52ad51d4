import { flagOf } from '../repairs/draft-flag/repair';
import type { Settings } from '../settings/settings';
import type { Filter } from './base-file';
import { literal, propertyOf } from './expression';

/** What tells a draft: the property that the user's publisher goes by holds the draft's value, as a value or as text. */
export function isDraft({ draftFlag }: Settings): Filter {
  const { property, draft } = flagOf(draftFlag);
  const values = isWritten(draft) ? [draft, literal(draft)] : [literal(draft)];
  return {
    and: [
      // A property that is not there is equal to false.
      `file.hasProperty(${literal(property)})`,
      { or: values.map((value) => `${propertyOf(property)} == ${value}`) },
    ],
  };
}

/** Whether YAML reads the value as something else than text: then it stands in an expression as it is. */
function isWritten(value: string): boolean {
  return /^(?:true|false|\d+)$/.test(value);
}
