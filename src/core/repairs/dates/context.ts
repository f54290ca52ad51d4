import { formatOf, type Format } from '../../dates/format';
import { zoneName } from '../../dates/zone';
import { readableFormat } from '../../publishers/readable-format';
import type { VaultContext } from '../define-repair';
import { ownNames, type Place } from './date-places';
import type { OwnDateNames } from './omnivore-dates';
import type { DatesOptions } from './options';

/** The options, prepared for many articles. */
export interface DateContext {
  readonly options: DatesOptions;
  /** The user's choice for dates such as `03/04/2024`: whether the day comes first, or null without a choice. */
  readonly dayFirst: boolean | null;
  readonly format: Format;
  readonly zone: string | null;
  readonly own: OwnDateNames;
  /** The property that the user's publisher reads the date of a page from, and the context for it. */
  readonly publisher: { readonly property: string; readonly context: DateContext } | null;
}

/** Prepares the options. */
export function prepareDates(options: DatesOptions, vault: VaultContext): DateContext {
  const context: DateContext = {
    options,
    dayFirst: options.order === 'notes' ? null : options.order === 'day-first',
    format: formatOf(options),
    zone: zoneName(options.zone),
    own: ownNames({ names: vault.names, properties: vault.dateProperties }),
    publisher: null,
  };
  const date = vault.publisher?.date;
  if (!date) return context;
  const format = readableFormat(context.format, date);
  return { ...context, publisher: { property: date.property, context: { ...context, format } } };
}

/** Returns the context for a place: where a publisher reads a date, it must be able to. */
export function contextAt({ property }: Place, context: DateContext): DateContext {
  const { publisher } = context;
  return publisher && property?.key === publisher.property ? publisher.context : context;
}
