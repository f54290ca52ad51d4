/** A section's head: `## 0.2.0` or `## 0.2.0 (2026-11-25)`. */
const HEAD = /^## (\S+)(?: \(\d{4}-\d{2}-\d{2}\))?$/;

/** What a changelog says of a version, without its head; null where it says nothing. */
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

/** The changelog with what was not yet released under the head of a version and its day (`2026-11-25`). */
export function released(changelog, version, day) {
  return changelog.replace(/^## Unreleased[ \t]*$/m, () => `## ${version} (${day})`);
}
