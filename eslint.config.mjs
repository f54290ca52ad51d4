import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import obsidianmd from 'eslint-plugin-obsidianmd';
import tseslint from 'typescript-eslint';

/** The command line, the build and the tests run on Node, where the app's rules have no say. */
const ON_NODE = [
  'src/disk/**',
  'src/terminal/**',
  'src/command-line/**',
  'src/cli.ts',
  'scripts/**',
  'tests/**',
  '*.mjs',
];

export default defineConfig([
  globalIgnores(['main.js', 'build/', 'coverage/', 'tests/fixtures/', 'node_modules/']),
  ...obsidianmd.configs.recommended,
  {
    files: ['**/*.ts', '**/*.mjs'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: { allowDefaultProject: ['*.mjs', 'tests/*.mjs'] } },
    },
  },
  {
    files: ON_NODE,
    languageOptions: { globals: { ...globals.node, ...globals.jest } },
    rules: {
      'obsidianmd/no-nodejs-modules': 'off',
      'obsidianmd/hardcoded-config-path': 'off',
    },
  },
  {
    files: ['manifest.json'],
    plugins: { obsidianmd },
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: false, extraFileExtensions: ['.json'] },
    },
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'obsidianmd/validate-manifest': 'error' },
  },
]);
