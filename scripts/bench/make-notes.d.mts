/** Saved articles made up by a seeded generator, for what is written in TypeScript. */

interface Amounts {
  readonly count: number;
  readonly bytes: number;
  readonly images: number;
  readonly seed?: number;
}

export function makeNotes(amounts: Amounts): Iterable<{
  readonly path: string;
  readonly text: string;
}>;
export function amounts(count: number): Amounts;
export function makeNote(bytes: number, seed?: number): string;
