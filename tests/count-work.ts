/** How many characters a method of strings reads for a call. */
type Reads = (text: string, args: readonly unknown[], result: unknown) => number;
type Method = (...args: readonly unknown[]) => unknown;

const { indexOf } = String.prototype;

const found: Reads = (text, [word, from = 0], at) => {
  const end = at === -1 ? text.length : (at as number) + length(word);
  return Math.max(0, end - (from as number));
};
const whole: Reads = (text) => text.length;
const cutOff: Reads = (text, _, result) => text.length - length(result);

const SEARCHES: Readonly<Record<string, Reads>> = {
  indexOf: found,
  includes: (text, [word, from = 0]) =>
    found(text, [word, from], indexOf.call(text, word as string, from as number)),
  lastIndexOf: (text, [, from = text.length], at) =>
    Math.max(0, Math.min(from as number, text.length) - Math.max(0, at as number)),
  replace: whole,
  replaceAll: whole,
  split: whole,
  toLowerCase: whole,
  trim: cutOff,
  trimStart: cutOff,
  trimEnd: cutOff,
  charAt: () => 0,
  charCodeAt: () => 0,
};

/**
 * How much of texts a task reads through the language's own methods: calls and characters, the same on every machine.
 * What a regular expression reads again while it looks for one match is not seen.
 */
export function countWork(work: () => void): number {
  let count = 0;
  const { exec } = RegExp.prototype;
  const restores = Object.entries(SEARCHES).map(([name, reads]) =>
    replaceMethod(String.prototype, name, (original) => {
      return function (this: unknown, ...args: readonly unknown[]): unknown {
        const result = original.apply(this, [...args]);
        count += 1 + reads(this as string, args, result);
        return result;
      };
    }),
  );
  restores.push(
    replaceMethod(RegExp.prototype, 'exec', () => {
      return function (this: unknown, text: unknown): unknown {
        const expression = this as RegExp;
        const start = expression.lastIndex;
        const match = exec.call(expression, text as string);
        count += 1 + readByExpression(expression, text as string, start, match);
        return match;
      };
    }),
  );
  try {
    work();
  } finally {
    for (const restore of restores) restore();
  }
  return count;
}

function replaceMethod(
  prototype: object,
  name: string,
  make: (original: Method) => (this: unknown, ...args: readonly unknown[]) => unknown,
): () => void {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name) as PropertyDescriptor;
  const value = make(descriptor.value as Method);
  Object.defineProperty(prototype, name, { ...descriptor, value });
  return () => {
    Object.defineProperty(prototype, name, descriptor);
  };
}

/** `test`, `match` and `replace` call `exec` if it was replaced. */
function readByExpression(
  { sticky, global }: RegExp,
  text: string,
  start: number,
  match: RegExpExecArray | null,
): number {
  const from = sticky || global ? start : 0;
  if (match) return match.index + match[0].length - from;
  return sticky ? 0 : text.length - from;
}

function length(text: unknown): number {
  return typeof text === 'string' ? text.length : 1;
}
