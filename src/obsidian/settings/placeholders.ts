import { messages } from '../../core/i18n';
import { PROPERTY_NAMES } from '../../core/omnivore/property-names';
import { READING_STATES, type ReadingState } from '../../core/omnivore/reading-state';
import { NAMED_CONCEPTS, type SettingPath } from '../../core/settings/schema';

/**
 * Returns what the empty control of a setting shows: the value that is used then. `stateWords` are the values
 * for reading states that were detected in the notes.
 */
export function placeholderFor(
  path: SettingPath,
  stateWords: Readonly<Record<ReadingState, string>>,
): string {
  if (path === 'dateProperties') return messages().settings.properties.datesPlaceholder;
  const [group, name] = path.split('.');
  if (group === 'properties') {
    const concept = NAMED_CONCEPTS.find((each) => each === name);
    return concept ? PROPERTY_NAMES[concept].join(', ') : '';
  }
  if (group !== 'stateWords') return '';
  const state = READING_STATES.find((each) => each === name);
  return state ? stateWords[state] : '';
}
