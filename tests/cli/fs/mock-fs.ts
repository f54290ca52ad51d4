import type * as fs from 'node:fs';

/** Replacements for functions of `node:fs`, by their names; a test sets what it needs, and `mockReset` removes them all. */
export const mockFs: Partial<Record<keyof typeof fs, unknown>> = {};

/** Takes all replacements away. */
export function mockReset(): void {
  for (const name of Object.keys(mockFs)) delete mockFs[name as keyof typeof fs];
}

/** `node:fs`, in which each function first looks for its replacement. For `jest.mock('node:fs', …)`. */
export function mockedFs(): typeof fs {
  const actual = jest.requireActual<typeof fs>('node:fs');
  const wrapped = Object.entries(actual).map(([name, value]) => {
    if (typeof value !== 'function' || /^[A-Z]/.test(name)) return [name, value] as const;
    const call = (...args: unknown[]): unknown =>
      ((mockFs[name as keyof typeof fs] ?? value) as (...args: unknown[]) => unknown)(...args);
    return [name, Object.assign(call, value)] as const;
  });
  return Object.fromEntries(wrapped) as unknown as typeof fs;
}

/** The real module, without what a test has replaced. */
export function actualFs(): typeof fs {
  return jest.requireActual<typeof fs>('node:fs');
}

/** An error as the system throws it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: made by a test`), { code });
}
