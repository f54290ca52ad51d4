import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

/** What the directory's scanner looks for in a plugin, as calls and names in main.js. */
const LOOKED_FOR: Readonly<Record<string, readonly string[]>> = {
  'Network requests': ['requestUrl', 'XMLHttpRequest', 'WebSocket', 'sendBeacon'],
  'Vault enumeration': ['getFiles', 'getMarkdownFiles', 'getAllLoadedFiles'],
  'Vault read': ['cachedRead', 'readBinary'],
  'Vault write': ['process', 'create', 'createBinary', 'modify', 'trashFile'],
  'Clipboard access': ['clipboard.writeText', 'clipboard.readText'],
  'Browser storage': ['indexedDB', 'saveLocalStorage', 'localStorage', 'sessionStorage'],
  'Base64 calls': ['atob', 'btoa'],
  'Dynamic code': ['eval', 'Function'],
  'System identity': ['hostname', 'userInfo', 'process.env'],
};

/** Whether the plugin calls something: methods of the vault only on a vault, since other objects have them too. */
function uses(code: string, name: string): boolean {
  if (['process', 'create', 'modify'].includes(name)) return code.includes(`vault.${name}(`);
  if (['eval', 'Function', 'atob', 'btoa'].includes(name))
    return code.includes(`${name}(`) && new RegExp(`(?:^|[^.\\w$])${name}\\(`).test(code);
  if (['hostname', 'userInfo'].includes(name)) return code.includes(`os.${name}`);
  return code.includes(name);
}

test('docs/directory.md discloses what main.js uses, and nothing else', () => {
  const code = read('main.js');
  const used = Object.entries(LOOKED_FOR).flatMap(([kind, names]) => {
    const found = names.filter((name) => uses(code, name));
    return found.length > 0 ? [[kind, found.join(', ')]] : [];
  });
  const [, section = ''] = read('docs/directory.md').split('\n## Disclosures\n');
  const rows = [...section.matchAll(/^\| ([^|]+) \| (`[^|]+`) \| [^|]+ \|$/gm)];
  const disclosed = rows.map(([, kind = '', names = '']) => [
    kind.trim(),
    names.replaceAll('`', '').trim(),
  ]);
  expect(disclosed).toEqual(used);
});

test('docs/directory.md has the description of the manifest', () => {
  const { description } = JSON.parse(read('manifest.json')) as { readonly description: string };
  expect(read('docs/directory.md')).toContain(`| Short description | ${description} |`);
});
