import type { ImageAnswer, ImageRequest } from '../../../src/core/images/fetcher';
import { politeFetcher } from '../../../src/core/images/polite-fetcher';

const OK: ImageAnswer = {
  kind: 'answer',
  status: 200,
  bytes: new Uint8Array(1),
  retryAfterMs: null,
};
const SILENT: ImageAnswer = { kind: 'problem', problem: 'timeout' };
const NEVER = new AbortController().signal;

function busy(status: number, retryAfterMs: number | null = null): ImageAnswer {
  return { kind: 'answer', status, bytes: new Uint8Array(), retryAfterMs };
}

function requestTo(host: string, signal = NEVER): ImageRequest {
  return { url: `https://${host}/a.png`, referer: null, signal };
}

/** A fetcher with a fake clock: sleeping takes no time. `served` decides the answers in order; the last one also answers all later requests. */
function polite(
  jobs: number,
  served: readonly ImageAnswer[],
  hold: Promise<void> = Promise.resolve(),
) {
  let clock = 0;
  const state = { waits: [] as number[], asked: [] as string[], now: 0, most: 0 };
  const fetcher = politeFetcher(
    {
      async fetch({ url }) {
        state.now++;
        state.most = Math.max(state.most, state.now);
        const answer = served[Math.min(state.asked.push(url), served.length) - 1] as ImageAnswer;
        await hold;
        state.now--;
        return answer;
      },
    },
    {
      jobs,
      now: () => clock,
      sleep: (ms) => {
        state.waits.push(ms);
        clock += ms;
        return Promise.resolve();
      },
    },
  );
  return { fetcher, state };
}

describe('a polite fetcher', () => {
  test('makes two requests to one host at a time, and as many in total as allowed', async () => {
    const ten = Array.from({ length: 10 });
    const one = polite(8, [OK]);
    await Promise.all(ten.map(() => one.fetcher.fetch(requestTo('a.example.org'))));
    expect(one.state).toMatchObject({ most: 2, waits: [] });
    const many = polite(3, [OK]);
    await Promise.all(ten.map((_, i) => many.fetcher.fetch(requestTo(`${i}.example.org`))));
    expect(many.state.most).toBe(3);
  });

  test('waits as long as the host asks, and then continues', async () => {
    const { fetcher, state } = polite(1, [busy(429, 7_000), busy(503), OK]);
    expect(await fetcher.fetch(requestTo('a.example.org'))).toBe(OK);
    expect(state.waits).toEqual([7_000, 2_000]);
  });

  test('stops if the host stays busy, or asks for too long a wait', async () => {
    const always = polite(1, [busy(503)]);
    expect(await always.fetcher.fetch(requestTo('a.example.org'))).toMatchObject({ status: 503 });
    expect(always.state.asked).toHaveLength(4);
    const long = polite(1, [busy(429, 3_600_000), OK]);
    expect(await long.fetcher.fetch(requestTo('a.example.org'))).toMatchObject({ status: 429 });
  });

  test('all requests to a busy host wait, those to others do not', async () => {
    const { fetcher, state } = polite(1, [busy(429, 5_000), OK]);
    await Promise.all([1, 2, 3].map(() => fetcher.fetch(requestTo('a.example.org'))));
    expect(state.waits).toEqual([5_000]);
    await fetcher.fetch(requestTo('b.example.org'));
    expect(state.waits).toHaveLength(1);
  });

  test('asks again if the connection broke, but not if the answer is an error', async () => {
    const broken = polite(1, [{ kind: 'problem', problem: 'truncated' }, OK]);
    expect(await broken.fetcher.fetch(requestTo('a.example.org'))).toBe(OK);
    const refused = polite(1, [busy(403), OK]);
    expect(await refused.fetcher.fetch(requestTo('a.example.org'))).toMatchObject({ status: 403 });
  });

  test('a host that does not answer is not asked a fourth time', async () => {
    const { fetcher, state } = polite(1, [SILENT]);
    for (let i = 0; i < 6; i++) await fetcher.fetch(requestTo('a.example.org'));
    expect(state.asked).toHaveLength(3);
    await fetcher.fetch(requestTo('b.example.org'));
    expect(state.asked).toHaveLength(4);
  });

  test('nothing is asked after a stop', async () => {
    const { fetcher, state } = polite(1, [OK]);
    const stopped = AbortSignal.abort();
    expect(await fetcher.fetch(requestTo('a.example.org', stopped))).toEqual({
      kind: 'problem',
      problem: 'stopped',
    });
    expect(state.asked).toEqual([]);
  });
});
