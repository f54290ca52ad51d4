import { nodeFetcher, type NodeFetcherOptions } from '../../../src/cli/images/node-fetcher.mts';
import { pictureAt, startImageServer, type ImageServer } from '../../image-server';

let server: ImageServer;
let secure: ImageServer;
beforeAll(async () => {
  server = await startImageServer();
  secure = await startImageServer(true);
});
afterAll(() => Promise.all([server.close(), secure.close()]));

interface Extra extends Partial<NodeFetcherOptions> {
  readonly referer?: string;
  readonly signal?: AbortSignal;
}

async function fetched(url: string, { referer, signal, ...options }: Extra = {}) {
  const fetcher = await nodeFetcher({ version: '1.2.3', allowPrivateHosts: true, ...options });
  try {
    return await fetcher.fetch({
      url: url.startsWith('/') ? server.origin + url : url,
      referer: referer ?? null,
      signal: signal ?? new AbortController().signal,
    });
  } finally {
    fetcher.close();
  }
}

async function problem(url: string, extra?: Extra): Promise<string> {
  const answer = await fetched(url, extra);
  return answer.kind === 'problem' ? answer.problem : `status ${answer.status}`;
}

describe('an answer', () => {
  test.each([
    '/any/a.png',
    '/wrong-type/a',
    '/gzip/a',
    '/brotli/a',
    '/any/b?x=y.png',
    '/any/%E6%BD%AE%20%22.png',
  ])('contains the bytes of %s', async (path) => {
    const answer = await fetched(path);
    expect(answer).toMatchObject({ kind: 'answer', status: 200 });
    expect(answer.kind === 'answer' && Buffer.from(answer.bytes).equals(pictureAt(path))).toBe(
      true,
    );
  });

  test('includes the wait that the server asks for', async () => {
    const answer = await fetched('/busy/here');
    expect(answer).toMatchObject({ status: 429, retryAfterMs: 1_000, bytes: new Uint8Array() });
  });

  test.each([0, 3, 7])('is found after %d redirects', async (count) => {
    const answer = await fetched(`/redirect/${count}`);
    expect(answer).toMatchObject({
      kind: 'answer',
      status: 200,
      bytes: pictureAt('/any/redirected'),
    });
  });
});

describe('no answer', () => {
  test.each([
    ['a redirect in a circle', '/loop', 'bad-redirect'],
    ['too many redirects', '/redirect/20', 'bad-redirect'],
    ['a redirect to a file', '/to-file', 'bad-redirect'],
    ['a body that is cut off', '/truncated/a', 'truncated'],
    ['a body that is not gzip', '/no-gzip/a', 'truncated'],
    ['a body without an end', '/endless', 'too-large'],
    ['30 MB', '/large', 'too-large'],
    ['30 MB in a few bytes', '/bomb', 'too-large'],
    ['a port where nobody listens', 'http://127.0.0.1:1/a.png', 'no-connection'],
  ])('%s', async (_, url, expected) => {
    expect(await problem(url)).toBe(expected);
  });

  test('a certificate that nobody signed', async () => {
    expect(await problem(`${secure.origin}/any/a.png`)).toBe('certificate');
  });

  test.each(['/silent', '/slow'])('%s takes too long between two bytes', async (path) => {
    expect(await problem(path, { idleTimeoutMs: 60 })).toBe('timeout');
  });

  test('a name that is not resolved takes too long', async () => {
    const never = { idleTimeoutMs: 60, resolve: () => undefined };
    expect(await problem('http://pictures.example.org/a.png', never)).toBe('timeout');
  });

  test('an IPv6 address is not resolved as a name', async () => {
    const names: string[] = [];
    const resolve: NodeFetcherOptions['resolve'] = (hostname, done) => {
      names.push(hostname);
      done(null, []);
    };
    expect(await problem('http://[::1]:1/a.png', { resolve })).toBe('no-connection');
    expect(names).toEqual([]);
  });

  test('a byte now and then takes too long in total', async () => {
    expect(await problem('/drip', { requestTimeoutMs: 200 })).toBe('timeout');
  });

  test.each(['/silent', '/drip'])('a stop ends %s', async (path) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    expect(await problem(path, { signal: controller.signal })).toBe('stopped');
    expect(await problem('/any/a.png', { signal: controller.signal })).toBe('stopped');
  });
});

describe('private hosts', () => {
  const refusing = { allowPrivateHosts: false };

  test.each([
    'http://127.0.0.1:1/',
    'http://[::1]/',
    'http://localhost/',
    'http://169.254.169.254/latest',
    'http://nas/',
  ])('%s is not asked', async (url) => {
    expect(await problem(url, refusing)).toBe('private-host');
  });

  test('a public name with a private address, alone or among others, is not asked', async () => {
    const before = server.requests.length;
    const url = server.origin.replace('127.0.0.1', 'public.example.org');
    for (const others of [[], [{ address: '93.184.216.34', family: 4 }]]) {
      const addresses = [...others, { address: '127.0.0.1', family: 4 }];
      const found = await problem(url, {
        ...refusing,
        resolve: (_, done) => done(null, addresses),
      });
      expect(found).toBe('private-host');
    }
    expect(server.requests.length).toBe(before);
  });

  test('the connection goes to the addresses that were checked', async () => {
    const names: string[] = [];
    const url = `${server.origin.replace('127.0.0.1', 'public.example.org')}/any/a.png`;
    const answer = await fetched(url, {
      resolve(hostname, done) {
        names.push(hostname);
        done(null, [{ address: '127.0.0.1', family: 4 }]);
      },
    });
    expect(answer).toMatchObject({ kind: 'answer', status: 200 });
    expect(names).toEqual(['public.example.org']);
  });

  test('a redirect to one is not followed', async () => {
    // The first host counts as public.
    const url = `${server.origin.replace('127.0.0.1', 'public.example.org')}/to-private`;
    const answer = await problem(url, {
      ...refusing,
      resolve: (_, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
      isPrivate: () => false,
    });
    expect(server.requests.at(-1)?.url).toBe('/to-private');
    expect(answer).toBe('private-host');
  });
});

describe('what is sent', () => {
  test('the program’s name, the Referer that was asked for, and no cookie', async () => {
    const fetcher = await nodeFetcher({ version: '1.2.3', allowPrivateHosts: true });
    const signal = new AbortController().signal;
    for (const referer of ['https://www.example.org/', null]) {
      await fetcher.fetch({ url: `${server.origin}/cookie/a`, referer, signal });
    }
    fetcher.close();
    const [first, second] = server.requests.slice(-2);
    expect(first?.headers['user-agent']).toMatch(/^OmnivoreRescue\/1\.2\.3 /);
    expect(first?.headers.referer).toBe('https://www.example.org/');
    expect(second?.headers).not.toHaveProperty('referer');
    expect(second?.headers).not.toHaveProperty('cookie');
  });

  test('no user name and no password', async () => {
    await fetched(`${server.origin.replace('//', '//me:secret@')}/any/a.png`);
    expect(server.requests.at(-1)?.headers).not.toHaveProperty('authorization');
  });
});
