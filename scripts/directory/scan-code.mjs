import { relative } from 'node:path';
import { ESLint } from 'eslint';
import obsidianmd from 'eslint-plugin-obsidianmd';
import { IGNORED } from './ignored.mjs';
import { manifestRules } from './manifest-rules.mjs';

/**
 * Runs `eslint-plugin-obsidianmd`'s recommended set, which is the set of the scanner, on the code, package.json and manifest.json
 * of a project. Comments that disable a rule count as they do there. Returns the scanned paths, and the findings with their line
 * (from 1) and severity ('error' or 'warning').
 */
export async function scanCode(root) {
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: [
      { ignores: IGNORED },
      ...obsidianmd.configs.recommended,
      {
        files: ['**/*.{ts,tsx}'],
        languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
      },
      ...manifestRules,
    ],
    errorOnUnmatchedPattern: false,
  });
  const results = await eslint.lintFiles(['**/*.{ts,tsx,js,jsx}', 'package.json', 'manifest.json']);
  return {
    files: results.map(({ filePath }) => relative(root, filePath)),
    findings: results.flatMap(({ filePath, messages }) =>
      messages.map(({ line, severity, ruleId, message }) => ({
        path: relative(root, filePath),
        line: line ?? 1,
        severity: severity === 2 ? 'error' : 'warning',
        rule: ruleId ?? 'parse',
        message,
      })),
    ),
  };
}
