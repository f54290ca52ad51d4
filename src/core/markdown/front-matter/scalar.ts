import { isDigit } from '../../text/characters';

/** How a value is quoted. `flow` is without quotes, in a list in brackets. */
export type Quoting = 'plain' | 'flow' | 'single' | 'double';

/** A parsed value, wrapped to distinguish YAML's null from "can't be parsed here". */
export interface ParsedValue {
  readonly value: unknown;
}

const INTEGER = /^[-+]?[0-9]+$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const OCTAL = /^0o[0-7]+$/;
const HEXADECIMAL = /^0x[0-9a-fA-F]+$/;

/** The words of YAML's core schema 1.2 that are not strings. */
const SCALAR_WORDS = new Map<string, unknown>([
  ['', null],
  ...['~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);

/**
 * Parses a scalar on one line, if it belongs to the unambiguous part of YAML: quoted without escapes, or
 * plain and starting with a letter, a digit or another character without meaning in YAML. Returns null if a
 * full parser is needed. `slice` has no surrounding spaces.
 */
export function readScalar(slice: string): ParsedValue | null {
  const first = slice.charCodeAt(0);
  if (first === 34) return readQuoted(slice, '"', '\\');
  if (first === 39) return readQuoted(slice, "'", "'");
  if (SCALAR_WORDS.has(slice)) return { value: SCALAR_WORDS.get(slice) };
  if (!isPlain(slice, first)) return null;
  return { value: isDigit(first) ? numberOrString(slice) : slice };
}

/** Returns whether a value after a key always reads as the same scalar, whatever surrounds it. */
export function isSimpleScalar(slice: string): boolean {
  return (
    /^[ -~\u00a1-\u1fff\u3001-\ud7ff]+$/.test(slice) &&
    slice === slice.trim() &&
    readScalar(slice) !== null
  );
}

function readQuoted(slice: string, quote: string, escape: string): ParsedValue | null {
  const inner = slice.slice(1, -1);
  if (slice.length < 2 || !slice.endsWith(quote)) return null;
  if (inner.includes(quote) || inner.includes(escape)) return null;
  return { value: inner };
}

/** A comment, a key or an indicator would change how a plain scalar is parsed. */
function isPlain(slice: string, first: number): boolean {
  const letter = (first | 32) >= 97 && (first | 32) <= 122;
  if (!letter && !isDigit(first) && first < 0xa1) return false;
  return !slice.includes(': ') && !slice.includes(' #') && !slice.endsWith(':');
}

function numberOrString(slice: string): unknown {
  if (OCTAL.test(slice)) return parseInt(slice.slice(2), 8);
  if (HEXADECIMAL.test(slice)) return parseInt(slice.slice(2), 16);
  if (INTEGER.test(slice) || FLOAT.test(slice)) return Number(slice);
  return slice;
}

/** What ends an item without quotes in a list in brackets. */
const FLOW_SIGNS = /[,[\]{}]/;

/** Writes a value with the given quotes, or in double quotes if necessary. */
export function writeScalar(value: string, quoting: Quoting): string {
  const isBare = quoting === 'plain' || (quoting === 'flow' && !FLOW_SIGNS.test(value));
  if (isBare && readScalar(value)?.value === value) return value;
  if (quoting === 'single') return `'${value.replaceAll("'", "''")}'`;
  return JSON.stringify(value);
}
