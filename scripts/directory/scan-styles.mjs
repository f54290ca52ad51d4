import { relative } from 'node:path';
import stylelint from 'stylelint';
import browserFeatures from 'stylelint-no-unsupported-browser-features';
import { IGNORED } from './ignored.mjs';

const WARNING = { severity: 'warning' };

/**
 * The rules whose messages the scanner shows under *CSS lint*, as authors report them, and the variables that Obsidian's
 * documentation calls deprecated. Browser features go by Electron 39: app 1.13.4 comes with 43, but runs on older installers.
 */
const CONFIG = {
  plugins: [browserFeatures],
  rules: {
    'declaration-no-important': [true, WARNING],
    'declaration-block-no-duplicate-properties': [true, WARNING],
    'no-duplicate-selectors': [true, WARNING],
    'selector-pseudo-class-disallowed-list': [['has'], WARNING],
    'selector-pseudo-class-no-unknown': [true, WARNING],
    'selector-pseudo-element-no-unknown': [true, WARNING],
    'selector-type-no-unknown': [true, WARNING],
    'property-no-unknown': [true, WARNING],
    'property-disallowed-list': [['all'], WARNING],
    'at-rule-no-unknown': [true, WARNING],
    'unit-no-unknown': [true, WARNING],
    'color-named': ['never', WARNING],
    'function-url-scheme-allowed-list': [['data']],
    // `--color-red-rgb` and the like: use color-mix() with `--color-red`.
    'declaration-property-value-disallowed-list': [
      { '/./': [/--color-[a-z-]+-rgb\b/.toString()] },
      WARNING,
    ],
    'plugin/no-unsupported-browser-features': [true, { ...WARNING, browsers: ['electron >= 39'] }],
  },
};

/** Lints a project's styles, as `scanCode` does its code. */
export async function scanStyles(root) {
  const { results } = await stylelint.lint({
    cwd: root,
    files: '**/*.css',
    config: { ...CONFIG, ignoreFiles: IGNORED },
    ignoreDisables: true,
    disableDefaultIgnores: true,
    quietDeprecationWarnings: true,
  });
  const scanned = results.filter(({ ignored }) => !ignored);
  return {
    files: scanned.map(({ source }) => relative(root, source)),
    findings: scanned.flatMap(({ source, warnings }) =>
      warnings.map(({ line, severity, rule, text }) => ({
        path: relative(root, source),
        line,
        severity,
        rule,
        message: text,
      })),
    ),
  };
}
