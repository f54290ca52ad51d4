import type { InlineField } from '../omnivore/article';
import { plainName } from '../omnivore/property-names';
import { stateFromValue, type ReadingState } from '../omnivore/reading-state';
import { unresolvedFinding, type Finding, type Subject } from '../repairs/repair';
import { eolOf, lineAround } from '../text/lines';
import type { StateStyle } from './state-style';

/** Where a vault has no property for the state, because dates show it. */
const USUAL_STATE_NAME = 'state';
/** The names that a property of an outline can have. */
const INLINE_NAME = /^[\w-]{1,40}$/;
/** A line that git writes into a file with a merge conflict. */
const ANY_CONFLICT_MARKER = /^[ \t]{0,40}(?:<{7}|={7}|>{7})/m;

/** Finds what sets the reading state of an article in an outline: its property `state:: read`. */
export function inlineStateFindings(
  subject: Subject,
  state: ReadingState,
  { property, words }: StateStyle,
): readonly Finding[] {
  const { inlineState, header } = subject.article;
  const { text } = subject.note;
  if (ANY_CONFLICT_MARKER.test(text.slice(header.from, header.to))) {
    return [unresolvedFinding(text, { from: header.from, to: header.from }, 'not-editable')];
  }
  if (!inlineState) return [addInlineField(subject, property ?? USUAL_STATE_NAME, words[state])];
  const isSet = stateFromValue(inlineState.value, words) === state;
  return isSet ? [] : [replaceInlineValue(text, inlineState, words[state])];
}

function replaceInlineValue(text: string, { range }: InlineField, value: string): Finding {
  const { from, to } = range;
  const insert = from === to && text.charAt(from - 1) === ':' ? ` ${value}` : value;
  return { from, to, before: text.slice(from, to), after: value, edits: [{ from, to, insert }] };
}

/** Adds the property below the last one, with the same indentation. */
function addInlineField({ note, article }: Subject, name: string, value: string): Finding {
  const { text } = note;
  const at = article.header.to;
  const key = plainName(name);
  if (!INLINE_NAME.test(key)) return unresolvedFinding(text, { from: at, to: at }, 'not-editable');
  const isClosed = text.charAt(at - 1) === '\n';
  const above = lineAround(text, at - 1);
  const [indent = ''] = /^[ \t]*/.exec(text.slice(above.from, above.to)) ?? [];
  const eol = eolOf(text);
  const line = `${indent}${key}:: ${value}`;
  const insert = isClosed ? line + eol : eol + line;
  return {
    from: at,
    to: at,
    before: '',
    after: line.trim(),
    edits: [{ from: at, to: at, insert }],
  };
}
