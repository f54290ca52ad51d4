import { execFileSync } from 'node:child_process';
import { parseYaml } from '../src/cli/parse-yaml.mts';
import { readYaml } from '../src/core/markdown/front-matter/yaml';
import { allFixtures } from './read-fixtures';

type Read = typeof readYaml;

/** A separate program, because jest can't import the build's modules. */
const BUILD = `
  import { build } from 'esbuild';
  import { leanGrayMatter } from './scripts/lean-gray-matter.mjs';
  await build({
    entryPoints: ['src/core/markdown/front-matter/yaml.ts'],
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    define: { 'Buffer.from': 'String' },
    plugins: [leanGrayMatter],
  });`;

/** `readYaml` over gray-matter as the plugin ships it; that which jest imports has all of it. */
function leanReader(): Read {
  const code = execFileSync(process.execPath, ['--input-type=module', '-e', BUILD], {
    encoding: 'utf8',
  });
  expect(code).not.toContain('section_delimiter');
  const module = { exports: {} as { readYaml: Read } };
  new Function('module', code)(module);
  return module.exports.readYaml;
}

const ODD = [
  '',
  ' ',
  '# only a comment',
  'null',
  '~',
  'text',
  '- a\n- list',
  '3',
  'true',
  '[1, 2]',
  '{a: 1}',
  'a: [unclosed',
  'a: 1\na: 2',
  'excerpt: yes\nexcerpt_separator: a',
  'sections: true\nsection: x',
  'language: js\nengines: {}',
  'data: null\ncontent: x\nmatter: y\norig: z',
  '__proto__: 1\nconstructor: 2',
  'stringify: 1\nisEmpty: false\nempty: x',
  '\ufeffa: 1',
  'a: |\n  text\n\n  more',
  'a: 2024-03-14\nb: 2024-03-14T08:21:56Z',
  'a: 1\r\nb: 2\r',
  'js\na: 1',
  'a: &x [1]\nb: *x',
  '!!js/function a',
  '---',
  'a: 1\n---',
];

test('gray-matter returns the same without the removed code', () => {
  const lean = leanReader();
  const written = allFixtures().flatMap(({ before, after }) =>
    [before, after].map((text) => /^---\r?\n([^]*?)\r?\n---/.exec(text)?.[1] ?? ''),
  );
  const sources = [...ODD, ...written];
  const answers = (read: Read): unknown =>
    sources.map((source) => [source, read(source, parseYaml)]);
  expect(answers(lean)).toEqual(answers(readYaml));
  expect(sources.filter((source) => lean(source, parseYaml) !== null).length).toBeGreaterThan(200);
});
