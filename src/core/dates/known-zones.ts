/** Systems before 2022 don't list the zones that they know. */
type Listing = typeof Intl & { supportedValuesOf?: (key: 'timeZone') => string[] };

/** The names of the time zones that the system lists; none where it can't list them. */
export function knownZones(): readonly string[] {
  return (Intl as Listing).supportedValuesOf?.('timeZone') ?? [];
}
