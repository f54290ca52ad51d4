import { defineConfig } from 'eslint/config';
import obsidianmd from 'eslint-plugin-obsidianmd';
import tseslint from 'typescript-eslint';

/** Checks manifest.json. The recommended set has the rule, but matches no manifest.json. */
export const manifestRules = defineConfig({
  files: ['manifest.json'],
  plugins: { obsidianmd },
  languageOptions: {
    parser: tseslint.parser,
    parserOptions: { projectService: false, extraFileExtensions: ['.json'] },
  },
  extends: [tseslint.configs.disableTypeChecked],
  rules: { 'obsidianmd/validate-manifest': 'error' },
});
