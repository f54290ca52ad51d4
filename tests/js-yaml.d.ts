/** What the laws use of js-yaml, which brings no types. */
declare module 'js-yaml' {
  export const CORE_SCHEMA: unknown;
  export function load(source: string, options: object): unknown;
}
