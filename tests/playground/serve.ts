import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { bundleScript, pageHtml, readBuilt } from './bundle-page';
import { readVault } from './read-vault';

/** Only this machine can reach it. */
const HOST = '127.0.0.1';

export interface Served {
  readonly address: string;
  readonly port: number;
  readonly notes: number;
  readonly close: () => void;
}

/** Serves the plugin in a simulated app with the folder's notes, which are read once and never written. Port 0 takes any that is free. */
export async function servePlayground(root: string, folder: string, port: number): Promise<Served> {
  const files = readVault(folder);
  const { code, manifest, css } = readBuilt(
    root,
    ['desk.css', 'reading-view.css'].map((name) => join('tests', 'playground', name)),
  );
  const vault = JSON.stringify({ code, manifest, files, vaultName: basename(folder) });
  const server = createServer(
    answer(
      new Map([
        ['/', ['text/html', pageHtml('en', vault)]],
        ['/page.css', ['text/css', css]],
        ['/page.js', ['text/javascript', await bundleScript(root, 'tests/playground/page.ts')]],
      ]),
    ),
  );
  await listen(server, port);
  const { port: taken } = server.address() as AddressInfo;
  const address = `http://${HOST}:${taken}/`;
  const notes = Object.keys(files).length;
  return { address, port: taken, notes, close: () => server.close() };
}

/** All that there is to ask for: no path leads to a file. */
type Pages = ReadonlyMap<string, readonly [type: string, text: string]>;

function answer(pages: Pages): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?');
    const page = isOurs(request) ? pages.get(path) : undefined;
    response.writeHead(page ? 200 : 404, {
      'content-type': `${page?.[0] ?? 'text/plain'}; charset=utf-8`,
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
    });
    response.end(page?.[1] ?? 'Not found');
  };
}

/** A page elsewhere could give its own name this address, and so read the notes. */
function isOurs({ headers }: IncomingMessage): boolean {
  const name = (headers.host ?? '').replace(/:\d+$/, '');
  return name === HOST || name === 'localhost';
}

/** Takes another port where this one is in use. */
async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: Error & { code?: string }) => {
      if (error.code !== 'EADDRINUSE' || port === 0) reject(error);
      else server.listen(0, HOST, resolve);
    });
    server.listen(port, HOST, resolve);
  });
}
