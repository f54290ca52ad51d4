import { writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { join } from 'node:path';

/**
 * `node fetch-images.mjs <origin> <count> <connections> <folder>`: fetches images with Node's HTTP client and writes them, and does
 * nothing else: the least that a program in Node can take.
 */
const [origin, count, connections, folder] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
let next = 0;

function fetched(path) {
  return new Promise((resolve, reject) => {
    const request = get(origin + path, { agent }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks)));
      response.on('error', reject);
    });
    request.on('error', reject);
  });
}

async function fetchInTurn() {
  while (next < Number(count)) {
    const path = `/${next++}.png`;
    writeFileSync(join(folder, path), await fetched(path));
  }
}

await Promise.all(Array.from({ length: Number(connections) }, fetchInTurn));
agent.destroy();
