import ipaddr from 'ipaddr.js';

/** Names that are used only in private networks. */
const PRIVATE_NAMES = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa)$/;

/**
 * Returns whether a host is private by its name or its literal IP address: this computer, the local
 * network, or a cloud's metadata service. `hostname` has the format of `URL.hostname`. Does not
 * resolve names, so other names can have private addresses too.
 */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
  if (ipaddr.isValid(host)) return isPrivateAddress(host);
  return PRIVATE_NAMES.test(host) || !host.includes('.');
}

/**
 * Returns whether an IP address is outside the public Internet. Returns true if it is not an IP
 * address.
 */
export function isPrivateAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return true;
  // Converts an IPv4-mapped IPv6 address to IPv4.
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return true;
  return parsed.kind() === 'ipv6' && !isGlobalUnicast(parsed.toByteArray());
}

/**
 * Only `2000::/3` is assigned (RFC 4291). Ranges that map to IPv4 addresses are outside it, so they
 * are refused.
 */
function isGlobalUnicast([first = 0]: readonly number[]): boolean {
  return first >> 5 === 1;
}
