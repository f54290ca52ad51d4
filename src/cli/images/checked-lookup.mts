import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPrivateAddress } from '../../core/images/private-hosts';
import { Refused } from './response-body.mts';

/** Resolves a host name to all its addresses. */
type Resolve = (
  hostname: string,
  done: (error: Error | null, addresses: readonly LookupAddress[]) => void,
) => void;

/** Options for `checkedLookup`. */
export interface LookupOptions {
  /** Also request images from private networks and this computer. */
  readonly allowPrivateHosts: boolean;
  readonly resolve?: Resolve;
  /** Returns whether an address is private. Not called if private hosts are allowed. */
  readonly isPrivate?: (address: string) => boolean;
}

/**
 * Returns a DNS lookup that refuses a host if any of its addresses is private, because Node decides
 * which one to connect to.
 */
export function checkedLookup(
  { allowPrivateHosts, resolve, isPrivate = isPrivateAddress }: LookupOptions,
  dns: typeof import('node:dns'),
): LookupFunction {
  const resolveHost = resolve ?? resolveWith(dns);
  return (hostname, { all }, callback) => {
    resolveHost(hostname, (error, addresses) => {
      const [first] = addresses;
      if (error || first === undefined) return callback(error ?? new Refused('no-connection'), []);
      if (!allowPrivateHosts && addresses.some(({ address }) => isPrivate(address))) {
        return callback(new Refused('private-host'), []);
      }
      if (all) callback(null, [...addresses]);
      else callback(null, first.address, first.family);
    });
  };
}

function resolveWith({ lookup }: typeof import('node:dns')): Resolve {
  return (hostname, done) =>
    lookup(hostname, { all: true }, (error, addresses) => done(error, addresses ?? []));
}
