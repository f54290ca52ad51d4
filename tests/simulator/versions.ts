import type { RequestUrlParam } from 'obsidian';

/** The version of the app that is simulated. */
export const apiVersion = '1.13.4';

export function requireApiVersion(version: string): boolean {
  const wanted = version.split('.').map(Number);
  const have = apiVersion.split('.').map(Number);
  for (let i = 0; i < 3; i++) {
    const difference = (have[i] ?? 0) - (wanted[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

let language = 'en';

/** The language that the user has chosen, as in `zh` or `pt-BR`. */
export function getLanguage(): string {
  return language;
}

export function setLanguage(code: string): void {
  language = code;
  document.documentElement.lang = code;
}

/** There is no network here: every request is refused, by name, so that a test sees it. */
export function requestUrl(request: RequestUrlParam | string): Promise<never> {
  const url = typeof request === 'string' ? request : request.url;
  return Promise.reject(new Error(`net::ERR_INTERNET_DISCONNECTED ${url}`));
}

export function request(request: RequestUrlParam | string): Promise<never> {
  return requestUrl(request);
}
