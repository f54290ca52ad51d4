/** The function is missing on systems older than 2022. */
type Listing = typeof Intl & { supportedValuesOf?: (key: 'timeZone') => string[] };

/** Returns the time zones that this system supports, or an empty list if it can't list them. */
export function supportedZones(): readonly string[] {
  return (Intl as Listing).supportedValuesOf?.('timeZone') ?? [];
}
