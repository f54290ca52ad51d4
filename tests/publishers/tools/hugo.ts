import type { Tool, Tolerated } from '../tool';

/** The first version that stops at a date that it can't read: https://github.com/gohugoio/hugo/pull/12877. */
const FIRST_STRICT_MINOR = 136;

export const hugo: Tool = {
  publisher: 'hugo',
  sources: [
    // Its installation downloads the program from GitHub.
    { from: 'npm', packages: { 'hugo-extended': '0.166.0' }, program: '.bin/hugo' },
    { from: 'system', program: 'hugo', debianPackage: 'hugo' },
  ],
  site: {
    files: {
      'config.toml':
        'baseURL = "http://example.com"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "home", "section"]\n',
      'layouts/_default/single.html': 'day:{{ .Date.Format "2006-01-02" }} {{ .Content }}',
    },
    notePath: (name) => `content/notes/${name}.md`,
    build: ['--quiet'],
    output: 'public',
  },
  tolerates,
};

function tolerates(version: string): Tolerated | null {
  const minor = Number(/\bv?0\.(\d+)/.exec(version)?.[1]);
  if (minor >= FIRST_STRICT_MINOR) return null;
  const reason = `only Hugo 0.${FIRST_STRICT_MINOR} and later stop at a date that they can't read`;
  return { problems: ['publisher-unread-date'], reason };
}
