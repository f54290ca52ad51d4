import ipaddr from 'ipaddr.js';

/** Names that only mean something in the own network. */
const PRIVATE_NAMES = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa)$/;

/**
 * Whether a host, as `URL.hostname` gives it, is private by its name or its literal address: this computer, the own network, the metadata
 * of a cloud. What other names stand for, only a look-up tells.
 */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
  if (ipaddr.isValid(host)) return isPrivateAddress(host);
  return PRIVATE_NAMES.test(host) || !host.includes('.');
}

/** Whether an IP address is not one of the public Internet; true for what is no address. */
export function isPrivateAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return true;
  // An IPv4 address in the form of IPv6 counts as what it is.
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return true;
  return parsed.kind() === 'ipv6' && !isGlobalUnicast(parsed.toByteArray());
}

/** Only `2000::/3` is given out (RFC 4291); what translates to IPv4 has other ranges, and is refused with them. */
function isGlobalUnicast([first = 0]: readonly number[]): boolean {
  return first >> 5 === 1;
}
