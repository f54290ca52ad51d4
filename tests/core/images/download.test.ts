import { attemptsFor, type Attempt } from '../../../src/core/images/attempts';
import { download } from '../../../src/core/images/download';
import type { ImageAnswer, ImageRequest } from '../../../src/core/images/fetcher';
import { png } from './pictures';

const URL_OF_IMAGE = 'https://img.example.org/a.png';
const ATTEMPTS = attemptsFor(
  URL_OF_IMAGE,
  { articleUrl: 'https://www.example.org/tides', savedMs: 0 },
  'https://web.archive.org/web',
);
const NEVER = new AbortController().signal;
const PICTURE = png(4, 4);

function answer(status: number, bytes: Uint8Array | string = PICTURE): ImageAnswer {
  const body = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  return { kind: 'answer', status, bytes: body, retryAfterMs: null };
}

function nameOf({ url, referer }: Pick<Attempt, 'url' | 'referer'>): string {
  if (url !== URL_OF_IMAGE) return 'archive';
  return referer === null ? 'none' : referer.includes('www') ? 'article' : 'own';
}

/** Asks a server that answers by the way it is asked; answers with what came of it, and how it was asked. */
async function ask(server: (way: string) => ImageAnswer) {
  const ways: string[] = [];
  const fetcher = {
    fetch: (request: ImageRequest) => {
      ways.push(nameOf(request));
      return Promise.resolve(server(nameOf(request)));
    },
  };
  return { result: await download(ATTEMPTS, fetcher, NEVER), ways };
}

describe('a download', () => {
  test.each(['article', 'none', 'own', 'archive'])(
    'succeeds with the attempt that works: %s',
    async (works) => {
      const { result, ways } = await ask((way) => (way === works ? answer(200) : answer(403)));
      expect(result).toMatchObject({
        kind: 'image',
        type: 'png',
        from: works === 'archive' ? works : 'original',
      });
      expect(ways.at(-1)).toBe(works);
    },
  );

  test.each([
    ['html', '<html>Forbidden</html>'],
    ['xml', '<?xml version="1.0"?><Error/>'],
    ['json', '{}'],
    ['empty', ''],
  ])('is not taken in by %s with status 200', async (reason, body) => {
    const { result, ways } = await ask(() => answer(200, body));
    expect(result).toEqual({ kind: 'skipped', reason, status: 200 });
    expect(ways).toEqual(['article', 'none', 'own', 'archive']);
  });

  test('does not take a part of an image for the image', async () => {
    const { result } = await ask(() => answer(206));
    expect(result).toEqual({ kind: 'skipped', reason: 'http-error', status: 206 });
  });

  test.each([404, 410, 500, 503])('asks only the archive after status %d', async (status) => {
    const { result, ways } = await ask(() => answer(status));
    expect(result).toEqual({ kind: 'skipped', reason: 'http-error', status });
    expect(ways).toEqual(['article', 'archive']);
  });

  test.each(['timeout', 'no-connection', 'certificate', 'truncated', 'bad-redirect'] as const)(
    'asks only the archive after %s',
    async (problem) => {
      const { result, ways } = await ask(() => ({ kind: 'problem', problem }));
      expect(result).toEqual({ kind: 'skipped', reason: problem, status: null });
      expect(ways).toEqual(['article', 'archive']);
    },
  );

  test.each(['private-host', 'too-large', 'stopped'] as const)(
    'asks nobody else after %s',
    async (problem) => {
      const { result, ways } = await ask(() => ({ kind: 'problem', problem }));
      expect(result).toEqual({ kind: 'skipped', reason: problem, status: null });
      expect(ways).toEqual(['article']);
    },
  );
});
