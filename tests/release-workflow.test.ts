import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const ROOT = join(__dirname, '..');
const FOLDER = join(ROOT, '.github', 'workflows');
const SHIPPED = ['main.js', 'manifest.json', 'styles.css'];

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly steps: readonly Step[];
  readonly needs?: string | readonly string[];
  readonly 'timeout-minutes'?: number;
  readonly permissions?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly on: { readonly push?: { readonly tags?: readonly string[] } };
  readonly permissions: unknown;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const NAMES = readdirSync(FOLDER);
const text = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');
const workflow = (name: string): Workflow => parse(text(name)) as Workflow;

test.each(NAMES)('%s may only read, unless a job says more, and every job ends', (name) => {
  const { permissions, concurrency, jobs } = workflow(name);
  expect(permissions).toEqual({ contents: 'read' });
  expect(concurrency).toBeDefined();
  for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
});

test.each([
  ...NAMES.map((name) => [name, text(name)]),
  ['.ci/run', readFileSync(join(ROOT, '.ci', 'run'), 'utf8')],
])('what %s runs exists', (_, source = '') => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const run = [...source.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, script]) => script);
  const files = [...source.matchAll(/(?:node|npx jest) ((?:scripts|tests)\/[\w./-]+)/g)].map(
    ([, file = '']) => join(ROOT, file),
  );
  expect(run.filter((script) => !scripts[script ?? ''])).toEqual([]);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
  expect(run.length + files.length).toBeGreaterThan(0);
});

test.each([
  ['.ci/run', readFileSync(join(ROOT, '.ci', 'run'), 'utf8')],
  ['test.yml', text('test.yml')],
  ['release.yml', text('release.yml')],
])('%s runs the command of the README, and the tests that it skips', (_, source = '') => {
  const lines = source.split('\n').map((line) => line.replace(/^\s*- run: /, ''));
  expect(lines).toEqual(expect.arrayContaining(['npm test', 'npm run test:long']));
});

test('the long tests exist', () => {
  const config = readFileSync(join(ROOT, 'jest.config.mjs'), 'utf8');
  const long =
    config.match(/'(tests\/[\w/-]+\.test\.ts)'/g)?.map((file) => file.slice(1, -1)) ?? [];
  expect(long.length).toBeGreaterThan(5);
  expect(long.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});

test('every action is pinned to a commit, with its version in a comment', () => {
  const uses = NAMES.flatMap((name) => text(name).match(/uses: .*/g) ?? []);
  expect(uses.filter((line) => !/@[\da-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  expect(uses.length).toBeGreaterThan(0);
});

describe('a release', () => {
  const release = workflow('release.yml');
  const { jobs } = release;
  const commandsOf = (job: Job | undefined): string =>
    (job?.steps ?? []).map(({ uses, run }) => `${uses ?? ''}${run ?? ''}`).join('\n');

  test('is created from a tag without a v', () => {
    expect(release.on.push?.tags).toEqual(['[0-9]+.[0-9]+.[0-9]+']);
  });

  test('each job has only the rights it needs', () => {
    const rights = Object.entries(jobs).map(([name, { permissions }]) => [name, permissions]);
    expect(Object.fromEntries(rights)).toEqual({
      test: undefined,
      build: undefined,
      reproduce: undefined,
      attest: { 'id-token': 'write', attestations: 'write' },
      publish: { contents: 'write' },
      npm: { 'id-token': 'write' },
    });
  });

  test('no job that can sign or write runs code of the project or of its dependencies', () => {
    for (const job of Object.values(jobs).filter(({ permissions }) => permissions)) {
      expect(commandsOf(job)).not.toMatch(/checkout|npm (?:ci|install|test|run|pack)|npx|node /);
    }
  });

  test('is tested and built before it is signed, and signed before it is published', () => {
    expect(jobs.attest?.needs).toEqual(['test', 'build', 'reproduce']);
    expect(jobs.publish?.needs).toBe('attest');
    expect(jobs.npm?.needs).toBe('publish');
    expect(commandsOf(jobs.test)).toContain('npm test');
    expect(commandsOf(jobs.build)).toMatch(
      /check-tag[^]*npm ci[^]*npm run build[^]*scripts\/release\/collect[^]*upload-artifact/,
    );
  });

  test('is built twice, and signed only if both builds have the same bytes', () => {
    expect(jobs.reproduce?.needs).toBe('build');
    expect(commandsOf(jobs.reproduce)).toMatch(
      /npm ci[^]*npm run build[^]*scripts\/release\/collect[^]*sha256sum --check \S*SHA256SUMS/,
    );
  });

  test('is published to npm with provenance, and every test run includes a dry run', () => {
    expect(commandsOf(jobs.npm)).toMatch(/npm publish .*--provenance --access public/);
    expect(text('test.yml')).toContain('npm run release:dry-run');
    expect(readFileSync(join(ROOT, '.ci', 'run'), 'utf8')).toContain('npm run release:dry-run');
  });

  /** The files named in the step that creates a release. */
  const releasedBy = (pattern: RegExp): readonly string[] => {
    const step = jobs.publish?.steps.find(({ run }) => pattern.test(run ?? ''));
    const command = step?.run?.split('\n').find((line) => pattern.test(line)) ?? '';
    const files = command.match(/\s[\w./]+\.(?:js|json|css|map|zip|mjs|sha256)(?=\s|$)/g) ?? [];
    return files.map((file) => file.trim());
  };

  test('contains exactly the three files that the app downloads; the command line has its own release', () => {
    const attest = jobs.attest?.steps.find(({ uses }) => uses?.startsWith('actions/attest@'));
    const attested = String(attest?.with?.['subject-path']).trim().split(/\s+/);
    expect(attested).toEqual([...SHIPPED, 'cli.mjs']);
    expect(releasedBy(/gh release create "\$TAG"/)).toEqual(SHIPPED);
    expect(releasedBy(/gh release create "cli-\$TAG"/)).toEqual(['cli.mjs', 'cli.mjs.sha256']);
  });
});

test('the real app is tried on the oldest public version that the manifest allows, and on the latest', () => {
  const { minAppVersion } = JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8')) as {
    readonly minAppVersion: string;
  };
  const { app } = parse(text('app.yml')).jobs as Record<
    string,
    { readonly strategy: { readonly matrix: { readonly version: readonly string[] } } }
  >;
  const [oldest = '', latest] = app?.strategy.matrix.version ?? [];
  const wdio = readFileSync(join(ROOT, 'tests', 'app', 'wdio.conf.mts'), 'utf8');
  expect(wdio).toContain(`'${oldest} latest'`);
  expect(latest).toBe('latest');
  // The next public version has the same two first numbers.
  expect(oldest.split('.').slice(0, 2)).toEqual(minAppVersion.split('.').slice(0, 2));
  expect(Number(oldest.split('.')[2])).toBeGreaterThanOrEqual(Number(minAppVersion.split('.')[2]));
});

test('the nightly laws see 200,000 notes', () => {
  const { laws } = parse(text('nightly.yml')).jobs;
  expect(laws.strategy.matrix.part.length * laws.env.LAW_RUNS).toBe(200_000);
});

interface Fixed {
  readonly env: { readonly LAW_RUNS: number };
  readonly strategy: { readonly matrix: { readonly seed: readonly number[] } };
  readonly steps: readonly unknown[];
}

test('the nightly laws see 50,000 notes of each of at least five seeds that stay', () => {
  const { fixed } = parse(text('nightly.yml')).jobs as Record<string, Fixed>;
  expect(fixed?.env.LAW_RUNS).toBe(50_000);
  expect(new Set(fixed?.strategy.matrix.seed).size).toBeGreaterThanOrEqual(5);
  expect(JSON.stringify(fixed?.steps)).toContain('LAW_SEED');
});
