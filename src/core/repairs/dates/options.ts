import { isFormat } from '../../dates/custom-format';
import { isZoneSetting } from '../../dates/zone';
import { choice, text, toggle, type ValuesOf } from '../../schema/field';

/** The options of the repair. */
export const options = {
  /**
   * `date-time` is the format of Obsidian's *Date & time* property (`2024-03-14T08:21:56`), `date` that of its
   * *Date* property. `utc` ends in `Z`, `offset` in an offset such as `+08:00`. `custom` uses `pattern`.
   */
  format: choice(['date-time', 'date', 'utc', 'offset', 'custom'], 'date-time', ['form']),
  /** A date format of date-fns (Unicode TR 35) or Moment, for `custom`. */
  pattern: text("yyyy-MM-dd'T'HH:mm:ss", isFormat, { kind: 'date-format' }),
  /** The IANA time zone to convert dates with a zone to. `system`: this device's zone. `keep`: do not convert. */
  zone: text('keep', isZoneSetting, { kind: 'date-zone', empty: 'keep' }),
  /** How to read `03/04/2024` if nothing in the note proves the order. `notes`: as the vault's other notes prove it. */
  order: choice(['notes', 'day-first', 'month-first'], 'notes'),
  /** Also write a date instead of a link to a daily note (`[[22-06-2024]]`). */
  links: toggle(false),
  /** Add a missing saved date, from the timestamp in the article's slug or ID. */
  addMissingSaved: toggle(false),
};

/** The user's choices for dates. */
export type DatesOptions = ValuesOf<typeof options>;
