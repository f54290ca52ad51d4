import { parse } from 'yaml';
import { changeState } from '../../../src/core/library/change-state';
import { detectStateStyle } from '../../../src/core/library/state-style';
import { withOwnNames } from '../../../src/core/omnivore/property-names';
import type { ReadingState } from '../../../src/core/omnivore/reading-state';
import { plan } from '../../../src/core/repairs/plan';
import { applyEdits } from '../../../src/core/text/edits';

const BODY = '\n[Read on Omnivore](https://omnivore.app/me/tide-18e3d5b1a2c)\n';
const NOW = '2026-11-26T10:00:00';

function noteWith(properties: string): string {
  return `---\nid: 4a7c6a1e-e1f2-11ee-8a3c-6f2b1c9d0e11\n${properties}---\n${BODY}`;
}

/** The properties after a change, and the reasons for what was left; undo restores the note. */
function changed(
  properties: string,
  state: ReadingState,
  vault: readonly Readonly<Record<string, unknown>>[],
): string {
  const text = noteWith(properties);
  const names = withOwnNames({});
  const planned = plan(text, 'a.md', {
    parseYaml: (yaml) => parse(yaml) as unknown,
    detect: { names, omnivoreFolder: null, ownKeys: [] },
    repairs: {},
    change: changeState(state, detectStateStyle(vault, names, {}), NOW),
  });
  expect(applyEdits(planned.after, planned.undo)).toBe(text);
  const left = planned.findings.flatMap(({ unresolved: reason }) =>
    reason ? [`# ${reason}\n`] : [],
  );
  const [, , after = ''] = /^---\nid: (.*?)\n([^]*?)---\n/.exec(planned.after) ?? [];
  return after + left.join('');
}

const OMNIVORE = [{ state: 'INBOX' }];
const DATES = [{ date_read: '2024-03-01', date_archived: '2024-03-02' }];
const BOTH = [{ state: 'INBOX', date_read: '2024-03-01' }];

test.each<[string, string, ReadingState, typeof OMNIVORE | typeof DATES, string]>([
  ['the value', 'state: INBOX\n', 'read', OMNIVORE, 'state: COMPLETED\n'],
  ['in its quotes', 'state: "INBOX"\n', 'archived', OMNIVORE, 'state: "ARCHIVED"\n'],
  ['of the note’s own property', 'status: reading\n', 'read', OMNIVORE, 'status: COMPLETED\n'],
  ['into an empty one', 'state:\nx: 1\n', 'read', OMNIVORE, 'state: COMPLETED\nx: 1\n'],
  ['as a new one', 'x: 1\n', 'read', OMNIVORE, 'x: 1\nstate: COMPLETED\n'],
  ['nothing if it has the state', 'state: done\n', 'read', OMNIVORE, 'state: done\n'],
  ['no list', 'state: [a]\n', 'read', OMNIVORE, 'state: [a]\n# not-editable\n'],
  ['no map', 'state: {a: 1}\n', 'read', OMNIVORE, 'state: {a: 1}\n# not-editable\n'],
  ['no other flag', 'state: true\n', 'read', OMNIVORE, 'state: true\n# not-editable\n'],
  ['no date next to a list', 'state: [a]\n', 'read', BOTH, 'state: [a]\n# not-editable\n'],
  ['the date too', 'state: INBOX\n', 'read', BOTH, `state: COMPLETED\ndate_read: ${NOW}\n`],
  [
    'a date that is there stays',
    'date_read: 2024-03-05\n',
    'read',
    DATES,
    'date_read: 2024-03-05\n',
  ],
  ['a date alone', 'x: 1\n', 'archived', DATES, `x: 1\ndate_archived: ${NOW}\n`],
  ['into an empty date', 'date_read:\n', 'read', DATES, `date_read: ${NOW}\n`],
  ['dates away', 'date_read: 2024-03-05\ndate_archived: 2024-03-06\n', 'unread', DATES, ''],
  [
    'the later date away',
    'date_archived: 2024-03-06\nx: 1\n',
    'read',
    DATES,
    `x: 1\ndate_read: ${NOW}\n`,
  ],
  [
    'no date is removed next to a state',
    'state: COMPLETED\ndate_read: 2024-03-05\n',
    'unread',
    BOTH,
    'state: INBOX\ndate_read: 2024-03-05\n',
  ],
])('writes %s', (_, before, state, vault, after) => {
  expect(changed(before, state, vault)).toBe(after);
});

test('invalid YAML is skipped, with the reason', () => {
  expect(changed('a: [\n', 'read', OMNIVORE)).toBe('a: [\n# unsound-front-matter\n');
});
