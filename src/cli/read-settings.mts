import { distance } from 'fastest-levenshtein';
import { join } from 'node:path';
import { CONFIG_FOLDER } from './fs/disk-journal.mts';
import { vaultsIn } from './fs/find-vault.mts';
import { JsonError, readJson } from './fs/read-json.mts';
import { withTodaysSettingNames } from '../core/settings/read-settings';
import { readSettings, settingNames, type Settings } from '../core/settings/settings';
import { withOnly } from '../core/settings/with-only';
import { withPublisher } from '../core/settings/with-publisher';
import { UserError, type RepairFlags } from './command.mts';

/** The plugin's settings in a vault. */
const DATA_FILE = join(CONFIG_FOLDER, 'plugins', 'omnivore-rescue', 'data.json');
/** Names that differ in a greater share of their characters are not typing errors. */
const MAX_TYPO_SHARE = 1 / 3;

type Data = Readonly<Record<string, unknown>>;

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

function vaultData(root: string, note: (text: string) => void): Data {
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

function configData(file: string): Data {
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
function readData(file: string, hint: string | null): Data | undefined {
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
  return withTodaysSettingNames((data ?? {}) as Data);
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
function mergeSettings(data: Data, over: Data): Data {
  const result: Record<string, unknown> = { ...data };
  for (const [name, value] of Object.entries(over)) {
    const existing = result[name];
    result[name] = isMap(existing) && isMap(value) ? { ...existing, ...value } : value;
  }
  return result;
}

function isMap(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Changes the folders in the settings, which are relative to the vault. */
function withFolders(data: Data, toRootPath: (folder: string) => string): Data {
  const { folders, excludedFolders, omnivoreFolder } = readSettings(data).settings;
  return {
    ...data,
    folders: folders.map(toRootPath),
    excludedFolders: excludedFolders.map(toRootPath),
    ...(omnivoreFolder !== null && { omnivoreFolder: toRootPath(omnivoreFolder) }),
  };
}

function withFlags(settings: Settings, { only, publishWith, zone }: RepairFlags): Settings {
  const publishing = publishWith ? withPublisher(settings, publishWith) : settings;
  const chosen = only
    ? withOnly(publishing, publishWith ? [...only, 'draft-flag'] : only)
    : publishing;
  return zone && zone !== 'auto' ? { ...chosen, dates: { ...chosen.dates, zone } } : chosen;
}
