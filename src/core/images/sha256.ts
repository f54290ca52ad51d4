/**
 * Returns the SHA-256 of bytes in hexadecimal. Uses Web Crypto, which browsers, Obsidian and Node
 * have. `by` can provide a faster implementation.
 */
export async function sha256(
  bytes: Uint8Array,
  by: { readonly sha256?: (bytes: Uint8Array) => string } = {},
): Promise<string> {
  if (by.sha256) return by.sha256(bytes);
  // Web Crypto refuses views of shared memory.
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
