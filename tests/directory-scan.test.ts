import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const SCRIPT = join(__dirname, '..', 'scripts', 'directory', 'scan.mjs');
const MANIFEST = {
  id: 'tiny',
  name: 'Tiny',
  version: '1.0.0',
  minAppVersion: '1.13.1',
  description: 'Count words.',
  author: 'Someone',
  isDesktopOnly: false,
};
const CLEAN = {
  'manifest.json': JSON.stringify(MANIFEST),
  'package.json': '{ "name": "tiny", "devDependencies": {} }',
  'tsconfig.json': '{ "compilerOptions": { "strict": true }, "include": ["src"] }',
  'src/main.ts': 'export const one = 1;\n',
  'styles.css': '.tiny { color: var(--text-muted); }\n',
};

/** Runs the scan on a project of these files, and returns its exit code and the lines it prints. */
function scan(changed: Readonly<Record<string, string>>): readonly [number | null, string] {
  const root = mkdtempSync(join(tmpdir(), 'omnivore-rescue-scan-'));
  try {
    for (const [path, text] of Object.entries({ ...CLEAN, ...changed })) {
      mkdirSync(join(root, dirname(path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const { status, stdout } = spawnSync(process.execPath, [SCRIPT, root], { encoding: 'utf8' });
    return [status, stdout];
  } finally {
    rmSync(root, { recursive: true });
  }
}

test('a clean project passes the scan', () => {
  expect(scan({})).toEqual([0, '4 files, 0 errors, 0 warnings.\n']);
});

test('the scan finds what the directory finds, whatever the project ignores or disables', () => {
  const [code, out] = scan({
    'eslint.config.mjs': 'export default [{ ignores: ["**"] }];\n',
    'package.json': '{ "name": "tiny", "devDependencies": { "js-yaml": "4.1.0" } }',
    'manifest.json': JSON.stringify({ ...MANIFEST, description: 'Count words in Obsidian.' }),
    'src/node.ts': "import { cwd } from 'node:process';\nexport const folder = cwd();\n",
    'src/loud.ts': '// eslint-disable-next-line no-console\nconsole.log(1);\n',
    'src/cli.mts': "import { cwd } from 'node:process';\nexport const folder = cwd();\n",
    'scripts/loud.ts': 'console.log(1);\n',
    'styles.css':
      '/* stylelint-disable */\n.tiny { color: rgba(var(--color-red-rgb), 1) !important; }\n.tiny:has(p) { top: 0; }\n',
  });
  expect(code).toBe(1);
  const found = [...out.matchAll(/^(\S+):(\d+) (?:error|warning) ([^\s:]+):/gm)];
  const paths = new Set(found.map(([, path]) => path));
  expect(paths).toEqual(
    new Set(['package.json', 'manifest.json', 'src/node.ts', 'src/loud.ts', 'styles.css']),
  );
  expect(found.map(([, path, line, rule]) => `${path}:${line} ${rule}`)).toEqual(
    expect.arrayContaining([
      'package.json:1 depend/ban-dependencies',
      'manifest.json:1 obsidianmd/validate-manifest',
      'src/node.ts:1 obsidianmd/no-nodejs-modules',
      'src/loud.ts:1 eslint-comments/no-restricted-disable',
      'src/loud.ts:2 obsidianmd/rule-custom-message',
      'styles.css:2 declaration-no-important',
      'styles.css:2 declaration-property-value-disallowed-list',
      'styles.css:3 selector-pseudo-class-disallowed-list',
    ]),
  );
});
