/** Hosts that are gone: Omnivore's image proxies. */
const GONE = /(?:^|\.)omnivore-image-cache\.app$|^proxy-(?:prod|demo)\./;

/** Returns a number that is the same for the same text. */
function numberOf(text: string): number {
  let number = 7;
  for (const char of text) number = (number * 31 + (char.codePointAt(0) ?? 0)) % 9973;
  return number;
}

/** Returns the name of the file in a URL. */
function nameIn({ pathname }: URL): string {
  const [name = ''] = pathname.split('/').slice(-1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/**
 * Returns what a server would answer for an image: a picture, always the same for the same URL. Null for hosts
 * that are gone, and for what is no web URL.
 */
export function standInImage(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol) || GONE.test(url.hostname)) return null;
  const number = numberOf(url.href);
  const [hue, far, near] = [number % 360, 150 + (number % 40), 190 + (number % 35)];
  const name = nameIn(url).replace(/[<>&"]/g, '');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 280" width="640" height="280">
<defs><linearGradient id="a" x2="0" y2="1"><stop stop-color="hsl(${hue},60%,80%)"/><stop offset="1" stop-color="hsl(${(hue + 50) % 360},60%,60%)"/></linearGradient></defs>
<rect width="640" height="280" fill="url(#a)"/>
<circle cx="${120 + (number % 400)}" cy="${60 + (number % 50)}" r="34" fill="#fffbe8" opacity=".9"/>
<path d="M0 ${far} Q160 ${far - 70} 320 ${far} T640 ${far - 20} V280 H0Z" fill="hsl(${(hue + 150) % 360},35%,50%)"/>
<path d="M0 ${near} Q200 ${near - 50} 400 ${near} T640 ${near - 10} V280 H0Z" fill="hsl(${(hue + 170) % 360},35%,34%)"/>
<text x="20" y="262" font-family="sans-serif" font-size="17" fill="#fff">${name}</text></svg>`;
}
