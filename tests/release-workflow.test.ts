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
const stepsOf = ({ jobs }: Workflow): readonly Step[] =>
  Object.values(jobs).flatMap(({ steps }) => steps);

test.each(NAMES)('%s may only read but where a job says more, and ends', (name) => {
  const { permissions, concurrency, jobs } = workflow(name);
  expect(permissions).toEqual({ contents: 'read' });
  expect(concurrency).toBeDefined();
  for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
});

test.each([
  ...NAMES.map((name) => [name, text(name)]),
  ['.ci/run', readFileSync(join(ROOT, '.ci', 'run'), 'utf8')],
])('what %s runs is there', (_, source = '') => {
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

test('every action is pinned to a major version or a commit', () => {
  const uses = NAMES.flatMap((name) => stepsOf(workflow(name)).flatMap((step) => step.uses ?? []));
  expect(uses.filter((action) => !/@(?:v\d+|[\da-f]{40})$/.test(action))).toEqual([]);
  expect(uses.length).toBeGreaterThan(0);
});

describe('a release', () => {
  const release = workflow('release.yml');
  const { plugin } = release.jobs;

  test('is made of a tag without a v, with only the rights that it needs', () => {
    expect(release.on.push?.tags).toEqual(['[0-9]+.[0-9]+.[0-9]+']);
    expect(plugin?.permissions).toEqual({
      contents: 'write',
      'id-token': 'write',
      attestations: 'write',
    });
  });

  test('holds exactly the three files that the app takes, attested', () => {
    const attest = plugin?.steps.find(({ uses }) => uses?.startsWith('actions/attest-'));
    expect(String(attest?.with?.['subject-path']).trim().split(/\s+/)).toEqual(SHIPPED);
    const create = plugin?.steps.find(({ run }) => run?.includes('gh release create'))?.run ?? '';
    expect(create.match(/(?<= )[\w./]+\.(?:js|json|css|map|zip)\b/g)).toEqual(SHIPPED);
  });

  test('is checked and tested before', () => {
    const done = (plugin?.steps ?? []).map(({ uses, run }) => uses ?? run ?? '');
    const at = (part: string): number => done.findIndex((step) => step.includes(part));
    const order = ['check-tag', 'npm ci', 'run build', 'npm test', 'attest', 'release create'];
    const places = order.map(at);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });
});

test('the nightly laws see 200,000 notes', () => {
  const { laws } = parse(text('nightly.yml')).jobs;
  expect(laws.strategy.matrix.part.length * laws.env.LAW_RUNS).toBe(200_000);
});
