import { flagOf } from '../repairs/draft-flag/repair';
import type { Settings } from '../settings/settings';
import type { BaseFilter } from './base-file';
import { literal, propertyOf } from './expression';

/** Returns the condition for drafts: the publisher's property has the draft value, either as a value or as text. */
export function isDraft({ draftFlag }: Settings): BaseFilter {
  const { property, draft } = flagOf(draftFlag);
  const values = isWritten(draft) ? [draft, literal(draft)] : [literal(draft)];
  return {
    and: [
      // A missing property is equal to false.
      `file.hasProperty(${literal(property)})`,
      { or: values.map((value) => `${propertyOf(property)} == ${value}`) },
    ],
  };
}

/** Returns whether YAML reads the value as something else than text. Such a value is not quoted. */
function isWritten(value: string): boolean {
  return /^(?:true|false|\d+)$/.test(value);
}
