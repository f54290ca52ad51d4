/** Whether a text is a version as Obsidian's directory accepts it: three numbers, nothing before or after. */
export function isVersion(text) {
  return /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/.test(text ?? '');
}

/**
 * Returns the app version that versions.json requires for a version of the plugin; null if there is none. The file has a line only
 * where the requirement changes, so the last line at or below the version counts.
 */
export function appVersionFor(versions, version) {
  const lines = Object.keys(versions)
    .filter((line) => compare(line, version) <= 0)
    .sort(compare);
  return versions[lines.at(-1)] ?? null;
}

function compare(a, b) {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  const at = left.findIndex((number, i) => number !== right[i]);
  return at < 0 ? 0 : left[at] - right[at];
}
