import { difference } from '../text/difference';

/** A line in three parts, the middle one being what changes. */
export interface MarkedLine {
  readonly before: string;
  readonly changed: string;
  readonly after: string;
}

/** So much is shown of what is the same on either side of a change, and of the change, in UTF-16 code units. */
const AROUND = 60;
const CHANGED = 240;

/** A line before and as it will be, cut down to what surrounds the change. Either may be ''. */
export function markedLines(was: string, will: string): readonly [MarkedLine, MarkedLine] {
  const edit = difference(was, will) ?? { from: was.length, to: was.length, insert: '' };
  const head = shortHead(was.slice(0, edit.from));
  const tail = shortTail(was.slice(edit.to));
  const part = (changed: string): MarkedLine => {
    return { before: head, changed: shortMiddle(changed), after: tail };
  };
  return [part(was.slice(edit.from, edit.to)), part(edit.insert)];
}

function shortHead(text: string): string {
  return text.length > AROUND ? `…${text.slice(-AROUND)}` : text;
}

function shortTail(text: string): string {
  return text.length > CHANGED ? `${text.slice(0, CHANGED)}…` : text;
}

function shortMiddle(text: string): string {
  if (text.length <= CHANGED) return text;
  return `${text.slice(0, CHANGED / 2)}…${text.slice(-CHANGED / 2)}`;
}
