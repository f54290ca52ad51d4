/**
 * The SHA-256 of bytes, in hexadecimal. Every platform computes it itself: browsers, Obsidian's app and Node. `by`: who may know a
 * cheaper way.
 */
export async function sha256(
  bytes: Uint8Array,
  by: { readonly sha256?: (bytes: Uint8Array) => string } = {},
): Promise<string> {
  if (by.sha256) return by.sha256(bytes);
  // A view of shared memory is refused.
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
