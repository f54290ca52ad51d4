import type { SettingDefinition, SettingDefinitionGroup } from 'obsidian';
import { messages } from '../../core/i18n';
import type { RepairId } from '../../core/repairs/repair';
import { isAddress, isPlainValue, isPropertyName } from '../../core/settings/settings';
import { listOf } from './control-values';
import type { SettingsContext } from './settings-context';

/** A repair's switch, and below it the options, which are shown while it is on. */
export function repairGroup(
  context: SettingsContext,
  id: RepairId,
  words: { readonly heading: string; readonly on: string; readonly onDesc: string },
  options: readonly SettingDefinition[],
): SettingDefinitionGroup {
  const isOn = (): boolean => context.stored.current.repairs[id];
  return {
    type: 'group',
    heading: words.heading,
    items: [
      {
        name: words.on,
        desc: words.onDesc,
        control: { type: 'toggle', key: `repairs.${id}` },
      },
      ...options.map((option) => ({ ...option, visible: () => isOn() && isVisible(option) })),
    ],
  };
}

function isVisible({ visible = true }: SettingDefinition): boolean {
  return typeof visible === 'function' ? visible() : visible;
}

/** What publishes the notes, and how it is told which are ready. */
export function draftFlagGroup(context: SettingsContext): SettingDefinitionGroup {
  const words = messages().settings.draftFlag;
  const preset = (): string | null => context.stored.current.draftFlag.preset;
  const isCustom = (): boolean => preset() === 'custom';
  const value = (name: string, key: string): SettingDefinition => ({
    name,
    visible: isCustom,
    control: {
      type: 'text',
      key,
      validate: (text) => (isPlainValue(text) ? undefined : words.badValue),
    },
  });
  return repairGroup(context, 'draft-flag', words, [
    {
      name: words.preset,
      desc: words.presetDesc,
      aliases: Object.values(words.presets),
      control: {
        type: 'dropdown',
        key: 'draftFlag.preset',
        options: { '': words.noPreset, ...words.presets },
      },
    },
    {
      name: words.property,
      visible: isCustom,
      control: {
        type: 'text',
        key: 'draftFlag.property',
        validate: (text) => (isPropertyName(text) ? undefined : words.badProperty),
      },
    },
    value(words.value, 'draftFlag.value'),
    value(words.draftValue, 'draftFlag.draftValue'),
    {
      name: words.addMissing,
      desc: words.addMissingDesc,
      visible: () => preset() !== null && preset() !== 'remove',
      control: { type: 'toggle', key: 'draftFlag.addMissing' },
    },
    {
      name: words.byHighlights,
      desc: words.byHighlightsDesc,
      visible: () => preset() !== null,
      control: { type: 'toggle', key: 'draftFlag.byHighlights' },
    },
  ]);
}

/** The proxies whose addresses are taken off images. */
export function imagesGroup(context: SettingsContext): SettingDefinitionGroup {
  const words = messages().settings.images;
  const key = 'proxiedImages.hosts';
  const validate = (text: string): string | undefined => {
    const bad = listOf(key, text).find((host) => !isAddress(host));
    return bad === undefined ? undefined : words.badHost(bad);
  };
  const placeholder = 'http://localhost:7070';
  return repairGroup(context, 'proxied-images', words, [
    {
      name: words.hosts,
      desc: words.hostsDesc,
      control: { type: 'textarea', key, rows: 2, placeholder, validate },
    },
  ]);
}

/** Has no options. */
export function escapedTextGroup(context: SettingsContext): SettingDefinitionGroup {
  return repairGroup(context, 'escaped-text', messages().settings.escapedText, []);
}

/** Where links to omnivore.app are to lead. */
export function deadLinksGroup(context: SettingsContext): SettingDefinitionGroup {
  const words = messages().settings.deadLinks;
  const { original, block, remove, keep } = words.choices;
  return repairGroup(context, 'dead-links', words, [
    {
      name: words.articles,
      control: {
        type: 'dropdown',
        key: 'deadLinks.articles',
        options: { original, remove, keep },
      },
    },
    {
      name: words.highlights,
      control: {
        type: 'dropdown',
        key: 'deadLinks.highlights',
        options: { block, original, remove, keep },
      },
    },
  ]);
}
