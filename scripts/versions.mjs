/** A version as Obsidian's directory takes it: three numbers, nothing before or behind. */
export function isVersion(text) {
  return /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/.test(text ?? '');
}

/**
 * The app's version that versions.json asks for with a version of the plugin: that of its last line at or below it, as the file
 * has lines only where that changes; null where it has none.
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
