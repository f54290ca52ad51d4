import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { png } from './core/images/pictures';
import { SELF_SIGNED } from './self-signed';

/** A request as received. */
interface SeenRequest {
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
}

/** A server on 127.0.0.1 that answers as all kinds of servers do. */
export interface ImageServer {
  /** `http://127.0.0.1:12345` */
  readonly origin: string;
  readonly requests: readonly SeenRequest[];
  /** How many requests were answered at the same time at most. */
  readonly mostAtOnce: () => number;
  readonly close: () => Promise<void>;
}

/** Small and the same for all: what some servers answer foreign requests with. */
const REFUSAL_PICTURE = png(40, 30, 7);
/** Too large for a refusal. */
export const SAME_PICTURE = png(160, 150, 9);
export const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const MANY_BYTES = 30 * 1024 * 1024;

/** The picture that the server has under a path: another for each. */
export function pictureAt(path: string): Uint8Array {
  let seed = 0;
  for (const character of path) seed = (Math.imul(seed, 31) + character.charCodeAt(0)) | 0;
  return png(40, 20, seed >>> 0);
}

interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: string;
  /** How often this path was asked for before. */
  readonly before: number;
  readonly origin: string;
}

type Answer = (asked: Asked) => void;

function send(
  { response }: Asked,
  body: Uint8Array | string,
  headers: Record<string, string | number> = {},
  status = 200,
): void {
  response.writeHead(status, { 'Content-Type': 'image/png', ...headers });
  response.end(body);
}

const sendPicture: Answer = (asked) => send(asked, pictureAt(asked.path));
const sendError =
  (status: number, headers: Record<string, string | number> = {}): Answer =>
  (asked) =>
    send(asked, '<html>no</html>', { 'Content-Type': 'text/html', ...headers }, status);
const redirectTo = (asked: Asked, location: string): void =>
  send(asked, '', { Location: location }, 302);

/** Whether a request's headers name a page of another site. */
function isForeign({ request, origin }: Asked): boolean {
  const { referer } = request.headers;
  return referer !== undefined && !referer.startsWith(origin);
}

/** The answers, by the first part of the path. All other paths have a picture. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  'wrong-type': (asked) => send(asked, pictureAt(asked.path), { 'Content-Type': 'text/plain' }),
  'needs-referer': (asked) =>
    (asked.request.headers.referer === undefined ? sendError(403) : sendPicture)(asked),
  'needs-own-referer': (asked) =>
    (isForeign(asked) || asked.request.headers.referer === undefined
      ? sendError(403)
      : sendPicture)(asked),
  'refuses-foreign': (asked) => (isForeign(asked) ? sendError(403) : sendPicture)(asked),
  'refuses-with-picture': (asked) =>
    isForeign(asked) ? send(asked, REFUSAL_PICTURE) : sendPicture(asked),
  refused: (asked) => send(asked, REFUSAL_PICTURE),
  xml: (asked) => send(asked, '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>'),
  html: (asked) => send(asked, '<!DOCTYPE html><title>Log in</title>'),
  json: (asked) => send(asked, '{"error":"denied"}'),
  pixel: (asked) => send(asked, png(1, 1)),
  empty: (asked) => send(asked, ''),
  forbidden: sendError(403),
  gone: sendError(404),
  never: sendError(404),
  broken: sendError(500),
  redirect(asked) {
    const left = Number(asked.path.split('/')[2]);
    redirectTo(asked, left > 0 ? `/redirect/${left - 1}` : '/any/redirected');
  },
  loop: (asked) => redirectTo(asked, '/loop/back'),
  'to-private': (asked) => redirectTo(asked, 'http://10.0.0.1/secret.png'),
  'to-file': (asked) => redirectTo(asked, 'file:///etc/passwd'),
  silent: () => undefined,
  slow({ response }) {
    response.writeHead(200, { 'Content-Type': 'image/png' });
    response.write(pictureAt('/slow').subarray(0, 10));
  },
  drip({ response }) {
    response.writeHead(200, { 'Content-Type': 'image/png' });
    const timer = setInterval(() => response.write('x'), 20);
    response.on('close', () => clearInterval(timer));
  },
  truncated({ response, path }) {
    response.writeHead(200, { 'Content-Type': 'image/png', 'Content-Length': 9_999_999 });
    response.write(pictureAt(path));
    setTimeout(() => response.destroy(), 20);
  },
  endless({ response, path }) {
    response.writeHead(200, { 'Content-Type': 'image/png' });
    response.write(pictureAt(path));
    const block = Buffer.alloc(1024 * 1024);
    const more = (): void => {
      while (!response.destroyed && response.write(block));
    };
    response.on('drain', more);
    more();
  },
  large: (asked) => send(asked, Buffer.concat([pictureAt(asked.path), Buffer.alloc(MANY_BYTES)])),
  gzip: (asked) => send(asked, gzipSync(pictureAt(asked.path)), { 'Content-Encoding': 'gzip' }),
  brotli: (asked) =>
    send(asked, brotliCompressSync(pictureAt(asked.path)), { 'Content-Encoding': 'br' }),
  bomb: (asked) =>
    send(asked, gzipSync(Buffer.concat([pictureAt(asked.path), Buffer.alloc(MANY_BYTES)])), {
      'Content-Encoding': 'gzip',
    }),
  'no-gzip': (asked) => send(asked, pictureAt(asked.path), { 'Content-Encoding': 'gzip' }),
  busy: (asked) => (asked.before === 0 ? sendError(429, { 'Retry-After': 1 }) : sendPicture)(asked),
  unavailable: (asked) => (asked.before === 0 ? sendError(503) : sendPicture)(asked),
  same: (asked) => send(asked, SAME_PICTURE),
  svg: (asked) => send(asked, SVG, { 'Content-Type': 'image/svg+xml' }),
  cookie: (asked) => send(asked, pictureAt(asked.path), { 'Set-Cookie': 'reader=1' }),
  /** A copy in an archive: only of `/gone/`, with a redirect to the nearest time, as the Wayback Machine does. */
  web(asked) {
    const [, time = '', url = ''] = /^\/web\/(\d+)id_\/(.*)$/.exec(asked.path) ?? [];
    if (!url.includes('/gone/')) return sendError(404)(asked);
    if (time !== '20240101000000') return redirectTo(asked, `/web/20240101000000id_/${url}`);
    send(asked, pictureAt(new URL(url).pathname));
  },
};

function counted(answer: (asked: Omit<Asked, 'origin'>) => void) {
  const requests: SeenRequest[] = [];
  const counts = new Map<string, number>();
  const state = { now: 0, most: 0 };
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const { url = '/', headers } = request;
    const before = counts.get(url) ?? 0;
    counts.set(url, before + 1);
    requests.push({ url, headers });
    state.most = Math.max(state.most, ++state.now);
    response.on('close', () => state.now--);
    answer({ request, response, path: url, before });
  };
  return { listener, requests, state };
}

/** Starts the server on a free port; `secure`: with a certificate that it signed itself. */
export async function startImageServer(secure = false): Promise<ImageServer> {
  let origin = '';
  const { listener, requests, state } = counted((asked) => {
    const [, first = ''] = asked.path.split('/');
    const answer = Object.hasOwn(ANSWERS, first) ? ANSWERS[first] : undefined;
    (answer ?? sendPicture)({ ...asked, origin });
  });
  const server = secure ? createSecureServer(SELF_SIGNED, listener) : createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  origin = `${secure ? 'https' : 'http'}://127.0.0.1:${port}`;
  return {
    origin,
    requests,
    mostAtOnce: () => state.most,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
