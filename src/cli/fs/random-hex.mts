/**
 * Returns random bytes in hexadecimal digits, two for each byte. Uses Web Crypto, which Node loads on first use: importing `node:crypto`
 * takes longer than everything else when a command starts.
 */
export function randomHex(bytes: number): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(bytes))).toString('hex');
}
