/** How a value is quoted where it is written. */
export type Quoting = 'plain' | 'single' | 'double';

/** A value that was read, wrapped so that a null that stands there differs from "can't be read so". */
export interface Read {
  readonly value: unknown;
}

const INTEGER = /^[-+]?[0-9]+$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const OCTAL = /^0o[0-7]+$/;
const HEXADECIMAL = /^0x[0-9a-fA-F]+$/;

/** The few words of YAML 1.2's core schema that are not strings. */
const WORDS = new Map<string, unknown>([
  ['', null],
  ...['~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);

/**
 * What one line's slice says as a scalar, by the part of YAML that is beyond doubt: quoted without escapes, or
 * plain and opened by a letter, a digit or another character that means nothing to YAML. Null: ask a whole parser.
 * `slice` has no blanks at its ends.
 */
export function readScalar(slice: string): Read | null {
  const first = slice.charCodeAt(0);
  if (first === 34) return quoted(slice, '"', '\\');
  if (first === 39) return quoted(slice, "'", "'");
  if (WORDS.has(slice)) return { value: WORDS.get(slice) };
  if (!isPlain(slice, first)) return null;
  return { value: isDigit(first) ? numberOrText(slice) : slice };
}

/** Whether a value reads as the same scalar wherever it stands alone behind a key, whatever is around it. */
export function isSimpleScalar(slice: string): boolean {
  return (
    /^[ -~\u00a1-\u1fff\u3001-\ud7ff]+$/.test(slice) &&
    slice === slice.trim() &&
    readScalar(slice) !== null
  );
}

function quoted(slice: string, quote: string, escape: string): Read | null {
  const inner = slice.slice(1, -1);
  if (slice.length < 2 || !slice.endsWith(quote)) return null;
  if (inner.includes(quote) || inner.includes(escape)) return null;
  return { value: inner };
}

/** A comment, a key or an indicator would change how a plain scalar is read. */
function isPlain(slice: string, first: number): boolean {
  const letter = (first | 32) >= 97 && (first | 32) <= 122;
  if (!letter && !isDigit(first) && first < 0xa1) return false;
  return !slice.includes(': ') && !slice.includes(' #') && !slice.endsWith(':');
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function numberOrText(slice: string): unknown {
  if (OCTAL.test(slice)) return parseInt(slice.slice(2), 8);
  if (HEXADECIMAL.test(slice)) return parseInt(slice.slice(2), 16);
  if (INTEGER.test(slice) || FLOAT.test(slice)) return Number(slice);
  return slice;
}

/** The value written in the quoting that stood there, or double-quoted where that can't hold it. */
export function writeScalar(value: string, quoting: Quoting): string {
  if (quoting === 'plain' && readScalar(value)?.value === value) return value;
  if (quoting === 'single') return `'${value.replaceAll("'", "''")}'`;
  return JSON.stringify(value);
}
