import type { RequestUrlParam, RequestUrlResponse } from 'obsidian';

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

/** What answers requests. */
export type Network = (request: RequestUrlParam) => Promise<RequestUrlResponse>;

const UNPLUGGED: Network = ({ url }) =>
  Promise.reject(new Error(`net::ERR_INTERNET_DISCONNECTED ${url}`));

let network = UNPLUGGED;

/** Connects the app to a network; null disconnects it. */
export function connect(to: Network | null): void {
  network = to ?? UNPLUGGED;
}

/** Unless a test has connected the app, every request is refused, by name, so that the test sees it. */
export function requestUrl(request: RequestUrlParam | string): Promise<RequestUrlResponse> {
  return network(typeof request === 'string' ? { url: request } : request);
}

export async function request(request: RequestUrlParam | string): Promise<string> {
  return (await requestUrl(request)).text;
}
