/** The heading of a section: `## 0.2.0` or `## 0.2.0 (2026-11-25)`. */
const HEAD = /^## (\S+)(?: \(\d{4}-\d{2}-\d{2}\))?$/;

/** Returns a changelog's text on a version, without the heading; null if there is none. */
export function changesOf(changelog, version) {
  const lines = changelog.split(/\r?\n/);
  const start = lines.findIndex((line) => HEAD.exec(line)?.[1] === version);
  if (start < 0) return null;
  const length = lines.slice(start + 1).findIndex((line) => line.startsWith('## '));
  const end = length < 0 ? lines.length : start + 1 + length;
  return (
    lines
      .slice(start + 1, end)
      .join('\n')
      .trim() || null
  );
}

/** Returns the changelog with the heading `Unreleased` replaced by a version and its date (`2026-11-25`). */
export function released(changelog, version, day) {
  return changelog.replace(/^## Unreleased[ \t]*$/m, () => `## ${version} (${day})`);
}
