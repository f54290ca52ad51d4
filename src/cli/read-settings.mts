import { distance } from 'fastest-levenshtein';
import { join } from 'node:path';
import { CONFIG_FOLDER } from './fs/disk-journal.mts';
import { vaultsIn } from './fs/find-vault.mts';
import { JsonError, readJson } from './fs/read-json.mts';
import { publisherOf } from '../core/publishers/publishers';
import type { RepairId } from '../core/repairs';
import { withTodaysSettingNames } from '../core/settings/read-settings';
import { readSettings, settingNames, type Settings } from '../core/settings/settings';
import { withOnly } from '../core/settings/with-only';
import { withPublisher } from '../core/settings/with-publisher';
import { UserError, type RepairFlags } from './command.mts';
import { isRecord } from '../core/schema/read-fields';

/** The plugin's settings in a vault. */
const DATA_FILE = join(CONFIG_FOLDER, 'plugins', 'omnivore-rescue', 'data.json');
/** Names that differ in a greater share of their characters are not typing errors. */
const MAX_TYPO_SHARE = 1 / 3;

type VaultData = Readonly<Record<string, unknown>>;

/**
 * Reads the settings. `--config` overrides the vault's settings, and flags override both. Throws a UserError
 * for a value that is not valid, because using a default instead could change notes that should be excluded.
 * `note` prints hints for the user.
 */
export function settingsOf(
  root: string,
  flags: RepairFlags,
  note: (text: string) => void,
): Settings {
  const vaultSettings = flags.vaultSettings ? vaultData(root, note) : {};
  const { config } = flags;
  if (config === undefined) return withFlags(readSettings(vaultSettings).settings, flags);
  const { settings, refused } = readSettings(mergeSettings(vaultSettings, configData(config)));
  if (refused.length > 0) {
    throw new UserError(
      `${config}: not valid together with the vault’s settings: ${refused.join(', ')}`,
    );
  }
  return withFlags(settings, flags);
}

function vaultData(root: string, note: (text: string) => void): VaultData {
  const vaults = vaultsIn(root);
  const [vault] = vaults;
  if (vault === undefined) return {};
  if (vaults.length > 1) {
    note(`there are several vaults here (${vaults.join(', ')}), so the settings of none are used`);
    return {};
  }
  const file = join(root, vault, DATA_FILE);
  const data = readData(file, 'fix it, or use --no-vault-settings') ?? {};
  return vault === '' ? data : withFolders(data, (folder) => `${vault}/${folder}`);
}

function configData(file: string): VaultData {
  const data = readData(file, null);
  if (data === undefined) throw new UserError(`no such file: ${file}`);
  const { unknown, known } = settingNames(data);
  const [name] = unknown;
  if (name === undefined) return data;
  const nearest = mostSimilar(name, known);
  throw new UserError(
    `${file}: unknown setting “${name}”${nearest === null ? '' : `. Did you mean “${nearest}”?`}`,
  );
}

/** Returns undefined if the file does not exist. */
function readData(file: string, hint: string | null): VaultData | undefined {
  const end = hint === null ? '' : `; ${hint}`;
  let data: unknown;
  try {
    data = readJson(file);
  } catch (error) {
    if (error instanceof JsonError) throw new UserError(`${file} ${error.message}${end}`);
    throw error;
  }
  if (data === undefined) return undefined;
  const { refused } = readSettings(data);
  if (refused.length > 0) {
    throw new UserError(`${file}: invalid settings: ${refused.join(', ')}${end}`);
  }
  // Uses the current names, so that `over` replaces a setting even if one of them uses an older name.
  return withTodaysSettingNames((data ?? {}) as VaultData);
}

/** Returns the most similar known name, or null if none is similar. */
export function mostSimilar(name: string, known: readonly string[]): string | null {
  let [nearest, least] = [null as string | null, Infinity];
  for (const other of known) {
    const difference = distance(name.toLowerCase(), other.toLowerCase());
    if (difference < least && difference <= Math.max(name.length, other.length) * MAX_TYPO_SHARE) {
      [nearest, least] = [other, difference];
    }
  }
  return nearest;
}

/** Combines settings. `over` wins; maps are merged. */
function mergeSettings(data: VaultData, over: VaultData): VaultData {
  const result: Record<string, unknown> = { ...data };
  for (const [name, value] of Object.entries(over)) {
    const existing = result[name];
    result[name] = isRecord(existing) && isRecord(value) ? { ...existing, ...value } : value;
  }
  return result;
}

/** Changes the folders in the settings, which are relative to the vault. */
function withFolders(data: VaultData, toRootPath: (folder: string) => string): VaultData {
  const { folders, excludedFolders, omnivoreFolder } = readSettings(data).settings;
  return {
    ...data,
    folders: folders.map(toRootPath),
    excludedFolders: excludedFolders.map(toRootPath),
    ...(omnivoreFolder !== null && { omnivoreFolder: toRootPath(omnivoreFolder) }),
  };
}

function withFlags(settings: Settings, flags: RepairFlags): Settings {
  const { only, publishWith, fillDate, zone } = flags;
  const publishing = publishWith ? withPublisher(settings, publishWith) : settings;
  const chosen = only ? withOnly(publishing, withNamed(only, flags)) : publishing;
  const filling = fillDate ? withFilledDate(chosen) : chosen;
  if (filling.repairs['publisher-date'] && (fillDate || only)) checkPublisherDate(filling);
  return zone && zone !== 'auto' ? { ...filling, dates: { ...filling.dates, zone } } : filling;
}

/** `--publish-with` turns draft flags on, except where it only says whose date `--only publisher-date` fills in. */
function withNamed(only: readonly RepairId[], { publishWith }: RepairFlags): readonly RepairId[] {
  return publishWith && !only.includes('publisher-date') ? [...only, 'draft-flag'] : only;
}

function withFilledDate(settings: Settings): Settings {
  return { ...settings, repairs: { ...settings.repairs, 'publisher-date': true } };
}

/** Throws a UserError if it is not known which date to fill in. */
function checkPublisherDate({ draftFlag: { preset } }: Settings): void {
  if (publisherOf(preset)?.date) return;
  throw new UserError(
    preset === null
      ? 'filling in dates needs a publisher, such as --publish-with hugo'
      : `“${preset}” reads no date, so there is none to fill in`,
  );
}
