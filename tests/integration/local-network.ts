import { createHash } from 'node:crypto';
import { request as ask } from 'node:http';
import type { RequestUrlParam, RequestUrlResponse } from 'obsidian';
import type { Network } from '../simulator/versions';

/** The host that stands for the local server, whose own address the app refuses. */
export const HOST = 'https://img.example.org';

/** A network in which one public host, and the archive, are a local server. Keeps the Referer of each request. */
export function networkTo(origin: string): { readonly network: Network; readonly seen: string[] } {
  const seen: string[] = [];
  const network: Network = ({ url, headers }) => {
    const { Referer: referer } = headers ?? {};
    seen.push(`${referer ?? '-'} ${url}`);
    const archived = /^https:\/\/web\.archive\.org(\/web\/\d+id_\/)(.*)$/.exec(url);
    const local = archived
      ? `${archived[1]}${origin}${new URL(archived[2] ?? '').pathname}`
      : url.replace(HOST, '');
    return fetched(origin + local, headers ?? {});
  };
  return { network, seen };
}

/** Follows redirects, as the app does. */
function fetched(url: string, headers: RequestUrlParam['headers']): Promise<RequestUrlResponse> {
  return new Promise((resolve, reject) => {
    const request = ask(url, { headers: headers ?? {} }, (response) => {
      const { statusCode = 0, headers: given } = response;
      if (given.location !== undefined) {
        response.resume();
        return resolve(fetched(new URL(given.location, url).href, headers));
      }
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const bytes = Uint8Array.from(Buffer.concat(chunks));
        const texts = Object.entries(given).map(([key, value]) => [key, String(value)]);
        resolve({
          ...{ status: statusCode, headers: Object.fromEntries(texts) as Record<string, string> },
          ...{ arrayBuffer: bytes.buffer, json: null, text: '' },
        });
      });
    });
    request.on('error', reject);
    request.end();
  });
}

/** Gives jsdom the part of `crypto` that every page of the app has. */
export function completeCrypto(): void {
  const subtle = {
    digest: (_name: string, bytes: Uint8Array): Promise<ArrayBuffer> => {
      const { buffer, byteOffset, byteLength } = createHash('sha256')
        .update(Buffer.from(bytes))
        .digest();
      return Promise.resolve(buffer.slice(byteOffset, byteOffset + byteLength));
    },
  };
  if (!('subtle' in crypto)) Object.defineProperty(crypto, 'subtle', { value: subtle });
}
