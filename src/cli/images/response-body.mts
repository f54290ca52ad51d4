import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import type * as Zlib from 'node:zlib';
import { MAX_IMAGE_BYTES, type FetchProblem } from '../../core/images/fetcher';

/** Ends a request with one of our own problems. */
export class Refused extends Error {
  readonly problem: FetchProblem;

  constructor(problem: FetchProblem) {
    super(problem);
    this.problem = problem;
  }
}

/** Error answers up to this size are read to their end, so that the connection can be used again. */
const MAX_DRAINED_BYTES = 64 * 1024;
interface BodyOptions {
  /** Larger bodies are refused. */
  readonly maxBytes?: number;
  readonly zlib: typeof Zlib;
}

/** Reads the bytes of an image. Discards the body of an error answer, because nobody needs it. */
export async function readBody(
  response: IncomingMessage,
  { maxBytes = MAX_IMAGE_BYTES, zlib }: BodyOptions,
): Promise<Uint8Array> {
  const { statusCode = 0, headers } = response;
  if (statusCode < 200 || statusCode > 299) {
    discardBody(response);
    return new Uint8Array();
  }
  if (Number(headers['content-length'] ?? 0) > maxBytes) {
    response.destroy();
    throw new Refused('too-large');
  }
  try {
    return await allOf(decompressed(response, zlib), maxBytes);
  } catch (error) {
    response.destroy();
    throw error instanceof Refused ? error : new Refused('truncated');
  }
}

/** Reads all bytes of a body. Rejects if there are more than `maxBytes`. */
function allOf(body: Readable, maxBytes: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    body.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) return reject(new Refused('too-large'));
      chunks.push(chunk);
    });
    body.on('error', reject);
    body.on('end', () =>
      resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size)),
    );
  });
}

/** Returns the decompressed body. An unknown compression is not decoded. */
function decompressed(response: IncomingMessage, zlib: typeof Zlib): Readable {
  const decoder = decoderOf(response.headers['content-encoding'] ?? '', zlib);
  if (decoder === null) return response;
  response.on('error', (error) => decoder.destroy(error));
  return response.pipe(decoder);
}

function decoderOf(
  encoding: string,
  { createGunzip, createBrotliDecompress, createInflate }: typeof Zlib,
) {
  switch (encoding.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    case 'deflate':
      return createInflate();
    default:
      return null;
  }
}

/** Reads a short answer to its end. Closes the connection of a long one. */
export function discardBody(response: IncomingMessage): void {
  // Errors of a discarded body don't matter.
  response.on('error', () => undefined);
  const length = Number(response.headers['content-length'] ?? NaN);
  if (length <= MAX_DRAINED_BYTES) response.resume();
  else response.destroy();
}
