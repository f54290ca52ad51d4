import { createServer } from 'node:http';

/** The server of `images.mjs`, in a process of its own: `/N.png` is an image of 30 KB, `/count` the number of requests. */
const BYTES = 30_000;
const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0', 'latin1');

function imageOf(seed) {
  const bytes = Buffer.alloc(BYTES);
  let state = seed + 1;
  for (let i = 0; i < BYTES; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[i] = state >>> 24;
  }
  SIGNATURE.copy(bytes);
  return bytes;
}

const images = new Map();
let count = 0;
const server = createServer((request, response) => {
  if (request.url === '/count') {
    response.end(String(count));
    count = 0;
    return;
  }
  count++;
  const image = images.get(request.url) ?? imageOf(parseInt(request.url.slice(1), 10));
  images.set(request.url, image);
  response.writeHead(200, { 'Content-Type': 'image/png', 'Content-Length': image.length });
  response.end(image);
});
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
