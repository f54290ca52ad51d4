import type { ButtonComponent, Setting, SettingDefinition } from 'obsidian';
import { isZoneSetting, systemZone } from '../../core/dates/zone';
import { messages } from '../../core/i18n';
import { messageOf } from '../../core/runs/error-message';
import { zoneOfNotes } from '../../core/runs/zone-of-notes';
import { fieldText } from '../../core/settings/field-text';
import type { SettingPath } from '../../core/settings/schema';
import { withOnly } from '../../core/settings/with-only';
import { obsidianStore } from '../store/note-store';
import { plannerFrom } from '../store/planner';
import { stoppable } from '../../core/runs/stoppable';
import { labelBy } from '../components/label';
import { notify } from '../components/notify';
import { controlValue } from './control-values';
import type { SettingsContext } from './settings-context';
import { ZoneSuggest } from './zone-suggest';

/** Returns the row of the time zone. The user types a part of its name, or detects it from notes. */
export function zoneRow(context: SettingsContext, path: SettingPath): SettingDefinition {
  const words = messages().settings.dates;
  const { name } = fieldText(path, messages());
  const desc = words.zoneDesc(systemZone());
  return {
    name,
    desc,
    render: (setting) => renderZone(setting.setName(name).setDesc(desc), context, path),
  };
}

function renderZone(setting: Setting, context: SettingsContext, path: SettingPath): () => void {
  const words = messages().settings.dates;
  const enter = (entered: string): void => {
    const zone = entered.trim();
    const isKnown = zone === '' || isZoneSetting(zone);
    setting.setErrorMessage(isKnown ? null : words.badZone);
    if (isKnown) context.enter(path, zone);
  };
  let isGone = false;
  setting.addButton((button) =>
    button
      .setButtonText(words.detectZone)
      .onClick(() => void detectZone(context, button, () => isGone)),
  );
  setting.addText((text) => {
    labelBy(text.inputEl, setting.nameEl);
    text.setPlaceholder(words.zonePlaceholder);
    text.setValue(String(controlValue(context.stored.current, path))).onChange(enter);
    new ZoneSuggest(context.app, text.inputEl, enter);
  });
  return () => (isGone = true);
}

/** Reads the notes, and sets the zone in which saved dates match the timestamps in article IDs. */
async function detectZone(
  { app, stored, change }: SettingsContext,
  button: ButtonComponent,
  isGone: () => boolean,
): Promise<void> {
  const words = messages().settings.dates;
  button.setButtonText(words.detectingZone).setDisabled(true);
  try {
    const settings = stored.current;
    const store = obsidianStore(app, settings);
    const paths = await store.list();
    const found = await zoneOfNotes(
      paths,
      stoppable(store, isGone),
      plannerFrom(withOnly(settings, [])),
      systemZone(),
    );
    if (isGone()) return;
    notify(found ? words.detectedZone(found.zone, found.agreeing, found.of) : words.undetectedZone);
    if (found) change((now) => ({ ...now, dates: { ...now.dates, zone: found.zone } }));
  } catch (error) {
    notify(messageOf(error));
  } finally {
    button.setButtonText(words.detectZone).setDisabled(false);
  }
}
