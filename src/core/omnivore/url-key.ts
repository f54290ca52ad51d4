import { originalOf } from './links';

/** Parameters that say where a click came from, but not which page it leads to. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_[ce]id|_hs(?:enc|mi)|vero_id|mkt_tok|oly_(?:anon|enc)_id|ref_src|cmpid|spm|share_token|ck_subscriber_id)$/i;

/**
 * Normalizes a URL for comparison: without scheme, `www.`, default port, anchor, tracking parameters and
 * trailing slash. Other parameters count, in their order. Returns null for a URL that can't be an article's;
 * see `originalOf`.
 */
export function urlKey(url: string): string | null {
  const original = originalOf(url.trim());
  if (original === null) return null;
  const { host, pathname, search } = new URL(original);
  const parameters = search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !TRACKING.test(part.split('=')[0] ?? ''));
  const query = parameters.length > 0 ? `?${parameters.join('&')}` : '';
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}${query}`;
}
