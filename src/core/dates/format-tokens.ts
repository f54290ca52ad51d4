/** The field that a token of a date format writes. */
export type DatePart =
  | 'year'
  | 'month'
  | 'day'
  | 'weekday'
  | 'hour'
  | 'hour12'
  | 'half'
  | 'minute'
  | 'second'
  | 'fraction'
  | 'offset';

/** A part of a format: a token, or literal text. */
interface Piece {
  /** In the syntax of date-fns; literal text is quoted if necessary. */
  readonly source: string;
  /** Null for literal text. */
  readonly field: DatePart | null;
}

/** The tokens of date-fns (Unicode TR 35) that a format can use. */
const PARTS: Readonly<Record<string, DatePart>> = {
  ...{ y: 'year', yyyy: 'year', u: 'year', uuuu: 'year' },
  ...{ M: 'month', MM: 'month', MMM: 'month', MMMM: 'month' },
  ...{ L: 'month', LL: 'month', LLL: 'month', LLLL: 'month' },
  ...{ d: 'day', dd: 'day', do: 'day' },
  ...{ E: 'weekday', EE: 'weekday', EEE: 'weekday', EEEE: 'weekday', EEEEEE: 'weekday' },
  ...{ H: 'hour', HH: 'hour', h: 'hour12', hh: 'hour12', a: 'half', aa: 'half', aaa: 'half' },
  ...{ m: 'minute', mm: 'minute', s: 'second', ss: 'second', SSS: 'fraction' },
  ...{ x: 'offset', xx: 'offset', xxx: 'offset', X: 'offset', XX: 'offset', XXX: 'offset' },
};

/** Maps the tokens of Moment, which Obsidian's own settings use, to those of date-fns. */
const MOMENT: Readonly<Record<string, string>> = {
  ...{ YYYY: 'yyyy', YY: 'yy', M: 'M', MM: 'MM', MMM: 'MMM', MMMM: 'MMMM' },
  ...{ D: 'd', DD: 'dd', Do: 'do', dd: 'EEEEEE', ddd: 'EEE', dddd: 'EEEE' },
  ...{ H: 'H', HH: 'HH', h: 'h', hh: 'hh', A: 'a', a: 'aaa', m: 'm', mm: 'mm', s: 's', ss: 'ss' },
  ...{ SSS: 'SSS', Z: 'xxx', ZZ: 'xx' },
};

/** The parts of a format, or its first token that is not supported. */
export type Pieces =
  | { readonly kind: 'pieces'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'unknown'; readonly token: string };

/**
 * Splits a format into its parts. A format that contains `YYYY` or `YY` is read as a Moment format, where `T`
 * and text in brackets are literal. Any other format is read as a date-fns format, where text in single
 * quotes is literal. A quote or bracket that is never closed is literal too.
 */
export function piecesOf(format: string): Pieces {
  const isMoment = /(?:^|[^Y])(?:YY|YYYY)(?!Y)/.test(format);
  const [open, close] = isMoment ? '[]' : "''";
  const pieces: Piece[] = [];
  for (let at = 0; at < format.length;) {
    const letter = format.charAt(at);
    const end = letter === open ? format.indexOf(close ?? '', at + 1) : -1;
    if (end >= 0) {
      const [text, next] = isMoment ? [format.slice(at + 1, end), end + 1] : quotedText(format, at);
      pieces.push(textPiece(text));
      at = next;
      continue;
    }
    const run = runAt(format, at, isMoment ? 'Do' : 'do');
    at += run.length;
    if (!/[A-Za-z]/.test(run) || (isMoment && run === 'T')) {
      pieces.push(textPiece(run));
      continue;
    }
    const source = isMoment && Object.hasOwn(MOMENT, run) ? (MOMENT[run] ?? run) : run;
    const isKnown = Object.hasOwn(PARTS, source) && (!isMoment || Object.hasOwn(MOMENT, run));
    if (!isKnown) return { kind: 'unknown', token: run };
    pieces.push({ source, field: PARTS[source] ?? null });
  }
  return { kind: 'pieces', pieces };
}

/** Returns the text in single quotes at `at`, where two quotes mean one, and the offset after it. */
function quotedText(format: string, at: number): readonly [text: string, next: number] {
  if (format.startsWith("''", at)) return ["'", at + 2];
  let text = '';
  for (let from = at + 1; ;) {
    const end = format.indexOf("'", from);
    if (end < 0) return [text + format.slice(from), format.length];
    text += format.slice(from, end);
    if (format.charAt(end + 1) !== "'") return [text, end + 1];
    text += "'";
    from = end + 2;
  }
}

/** Returns a character with its repetitions, or the token for a day with its ordinal ending (`3rd`). */
function runAt(format: string, at: number, ordinal: string): string {
  if (format.startsWith(ordinal, at)) return ordinal;
  let to = at + 1;
  while (format.charAt(to) === format.charAt(at)) to++;
  return format.slice(at, to);
}

/**
 * Doubles quotes. A text that is only quotes gets no quotes around it, because date-fns reads four of them as
 * two.
 */
function textPiece(text: string): Piece {
  if (/^'+$/.test(text)) return { source: text.replaceAll("'", "''"), field: null };
  const source = /[A-Za-z']/.test(text) ? `'${text.replaceAll("'", "''")}'` : text;
  return { source, field: null };
}
