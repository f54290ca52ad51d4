import { appendFileSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const LICENCE_FILE = /^(?:licen[cs]e|copying)\b/i;
const COPYRIGHT = /^copyright\b.*$/i;

/**
 * Appends the licence texts of all bundled packages to each output, as one comment: MIT, ISC and BSD require them in every copy.
 * The build fails if a bundled package has none.
 */
export const licenceNotices = {
  name: 'licence-notices',
  setup(build) {
    build.onEnd(({ metafile }) => {
      for (const [output, { inputs }] of Object.entries(metafile?.outputs ?? {})) {
        const folders = bundledPackages(Object.keys(inputs));
        if (folders.length > 0) appendFileSync(output, noticesOf(folders));
      }
    });
  },
};

/** Returns the folders of the packages that the inputs come from. A nested package counts as its own. */
function bundledPackages(inputs) {
  const folders = inputs.flatMap((path) => {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path);
    return match ? [match[1]] : [];
  });
  return [...new Set(folders)].sort();
}

/** Packages with the same licence text share it; each keeps its own copyright lines. */
function noticesOf(folders) {
  const packagesByTerms = new Map();
  for (const folder of folders) {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const { name, version } = manifest;
    const lines = licenceText(folder, manifest)
      .split(/\r?\n/)
      .map((line) => line.trim());
    const copyright = lines.filter((line) => COPYRIGHT.test(line));
    const terms = lines
      .filter((line) => !COPYRIGHT.test(line))
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
    const packages = packagesByTerms.get(terms) ?? [];
    packagesByTerms.set(terms, [...packages, `${name} ${version}: ${copyright.join('; ')}`]);
  }
  const notices = [...packagesByTerms].map(
    ([terms, packages]) => `${packages.join('\n')}\n${terms}`,
  );
  return `/*!\nThis file contains code of other authors:\n\n${notices.join('\n\n').replaceAll('*/', '* /')}\n*/\n`;
}

/** A package that names MIT and its author, and has no licence file, gets the text of the licence from ours. */
function licenceText(folder, { license, author }) {
  const file = readdirSync(folder).find((name) => LICENCE_FILE.test(name));
  if (file) return readFileSync(join(folder, file), 'utf8');
  if (license !== 'MIT' || !author?.name) throw new Error(`${folder} has no licence file.`);
  const lines = readFileSync('LICENSE', 'utf8').split('\n');
  const own = lines.map((line) => (COPYRIGHT.test(line) ? `Copyright (c) ${author.name}` : line));
  return own.join('\n');
}
