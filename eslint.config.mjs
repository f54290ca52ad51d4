import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import obsidianmd from 'eslint-plugin-obsidianmd';
import { manifestRules } from './scripts/directory/manifest-rules.mjs';

/** The command line, the build and the tests run on Node, where Obsidian's rules don't apply. */
const ON_NODE = ['src/cli/**', 'scripts/**', 'tests/**', '*.mjs'];

export default defineConfig([
  globalIgnores([
    'main.js',
    'build/',
    'coverage/',
    'tests/fixtures/',
    'tests/app/',
    'node_modules/',
  ]),
  ...obsidianmd.configs.recommended,
  {
    files: ['**/*.ts', '**/*.mts', '**/*.mjs'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: {
        projectService: {
          allowDefaultProject: ['*.mjs', 'tests/*.mjs', 'scripts/*.mjs', 'scripts/*/*.mjs'],
          maximumDefaultProjectFileMatchCount_THIS_WILL_SLOW_DOWN_LINTING: 80,
        },
      },
    },
  },
  {
    files: ON_NODE,
    languageOptions: { globals: { ...globals.node, ...globals.jest } },
    rules: Object.fromEntries(
      Object.keys(obsidianmd.rules).map((rule) => [`obsidianmd/${rule}`, 'off']),
    ),
  },
  {
    // Tests read untyped JSON, wrap methods to count calls, look for terminal codes, and run built code.
    files: ['scripts/**', 'tests/**'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-implied-eval': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'no-control-regex': 'off',
      'no-unsanitized/method': 'off',
    },
  },
  ...manifestRules,
]);
