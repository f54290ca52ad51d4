import { parse } from 'yaml';
import { changeState } from '../../../src/core/library/change-state';
import { onlySelected, type SelectedArticle } from '../../../src/core/library/selected-articles';
import { detectStateStyle } from '../../../src/core/library/state-style';
import { detect } from '../../../src/core/omnivore/detect';
import { parseNote } from '../../../src/core/markdown/note';
import { withOwnNames } from '../../../src/core/omnivore/property-names';
import {
  readingStateOf,
  type ReadingState,
  type StateWords,
} from '../../../src/core/omnivore/reading-state';
import { plan } from '../../../src/core/repairs/plan';
import { applyEdits } from '../../../src/core/text/edits';

const PATH = 'Saved.md';
const NOW = '2026-11-26T10:00:00';
const NAMES = withOwnNames({});
const OPTIONS = { names: NAMES, omnivoreFolder: null, ownKeys: [] };
const parseYaml = (yaml: string): unknown => parse(yaml) as unknown;

/** Changes the state of some articles of a note, by their places. */
function change(
  text: string,
  places: readonly number[],
  state: ReadingState,
  vault: readonly Readonly<Record<string, unknown>>[] = [{ state: 'INBOX' }],
  own: StateWords = {},
) {
  const articles = articlesIn(text);
  const selected = places.map((place): SelectedArticle => {
    const { id = null, url = null } = articles[place] ?? {};
    return { key: articles.length === 1 ? PATH : `${PATH}\t${place}`, path: PATH, id, url };
  });
  const style = detectStateStyle(vault, NAMES, own);
  const planned = plan(text, PATH, {
    parseYaml,
    detect: OPTIONS,
    repairs: {},
    change: onlySelected(changeState(state, style, NOW), selected),
  });
  expect(applyEdits(planned.after, planned.undo)).toBe(text);
  return {
    after: planned.after,
    states: articlesIn(planned.after).map((article) => readingStateOf(article, own)),
    left: planned.findings.flatMap(({ unresolved }) => unresolved ?? []),
  };
}

function articlesIn(text: string) {
  const detection = detect(parseNote(text, parseYaml), PATH, OPTIONS);
  return detection.kind === 'saved' ? detection.articles : [];
}

const IDS = [
  '7b9689e3-5b18-4601-aeb6-719f7319797a',
  '3f473709-0192-4aac-904b-e4683d4ec660',
  '2d733806-de38-4f16-aafa-e54589ffbb10',
] as const;

/** A note with three articles, whose properties are a list. */
function singleFile(properties: readonly string[], eol = '\n'): string {
  const bodies = IDS.map((id) =>
    [
      `%%${id}_start%%`,
      '# A title',
      `[Read on Omnivore](https://omnivore.app/me/a-title-1917333e97${id.slice(0, 1)})`,
      `%%${id}_end%%`,
    ].join('\n'),
  );
  const records = IDS.map((id, i) => `- id: ${id}\n${properties[i] ?? ''}`);
  return `---\n${records.join('')}---\n\n${bodies.join('\n')}\n`.replaceAll('\n', eol);
}

describe('in a note with several articles, whose properties are a list', () => {
  test('only the article that is meant gets the property, in its own item', () => {
    const text = singleFile(['', '  title: B\n', '']);
    expect(change(text, [1], 'read')).toEqual({
      after: singleFile(['', '  title: B\n  state: COMPLETED\n', '']),
      states: [null, 'read', null],
      left: [],
    });
  });

  test('its value is replaced if it has one, and the last article can be changed', () => {
    const text = singleFile(['  state: INBOX\n', '', '  state: READING\n']);
    const { after, states } = change(text, [0, 2], 'archived');
    expect(after).toBe(singleFile(['  state: ARCHIVED\n', '', '  state: ARCHIVED\n']));
    expect(states).toEqual(['archived', null, 'archived']);
  });

  test('all of them', () => {
    const { after } = change(singleFile(['', '', '']), [0, 1, 2], 'read');
    const added = '  state: COMPLETED\n';
    expect(after).toBe(singleFile([added, added, added]));
  });

  test('with its date, and with the line breaks of the file', () => {
    const text = singleFile(['', '', ''], '\r\n');
    const { after } = change(text, [0], 'read', [{ state: 'INBOX', date_read: '2024-03-01' }]);
    const added = `  state: COMPLETED\n  date_read: ${NOW}\n`;
    expect(after).toBe(singleFile([added, '', ''], '\r\n'));
  });

  test('after an item with comments and blank lines below it', () => {
    const text = singleFile(['', '  title: B\n\n# why\n', '']);
    const { after, states } = change(text, [1], 'read');
    expect(after).toBe(singleFile(['', '  title: B\n  state: COMPLETED\n\n# why\n', '']));
    expect(states).toEqual([null, 'read', null]);
  });

  test('a value that would change is kept, and the article is listed', () => {
    const text = singleFile(['', '  note: |+\n    kept\n\n', '']);
    expect(change(text, [1], 'read')).toEqual({
      after: text,
      states: [null, null, null],
      left: ['not-editable'],
    });
  });

  test('a state that is a list or a map stays, and is listed', () => {
    const text = singleFile(['  state: [a]\n', '  state: {a: b}\n', '']);
    expect(change(text, [0, 1], 'read')).toEqual({
      after: text,
      states: [null, null, null],
      left: ['not-editable', 'not-editable'],
    });
  });

  test('invalid YAML stays: no article is found in it', () => {
    const text = singleFile(['  a: [\n', '', '']);
    expect(change(text, [0], 'read')).toEqual({ after: text, states: [], left: [] });
  });
});

/** An outline with two articles, as Omnivore's plugin for Logseq wrote it. */
function outline(first = '', second = ''): string {
  return [
    '## 🔖 Articles',
    '- [Tides](https://omnivore.app/me/tides-18e3d5b1a2c)',
    '  collapsed:: true',
    '  site:: [a.example.org](https://a.example.org/tides)',
    `  date-saved:: [[Jan 31st, 2024]]${first}`,
    '\t- ### Highlights',
    '- [Salt](https://omnivore.app/me/salt-18e3d5b1a2d)',
    '  site:: [a.example.org](https://a.example.org/salt)',
    `  date-saved:: [[Feb 1st, 2024]]${second}`,
    '',
  ].join('\n');
}

describe('in an outline', () => {
  test('the state is written below the properties of the item', () => {
    expect(change(outline(), [0], 'read')).toEqual({
      after: outline('\n  state:: COMPLETED'),
      states: ['read', null],
      left: [],
    });
    expect(change(outline(), [1], 'archived').after).toBe(outline('', '\n  state:: ARCHIVED'));
  });

  test.each([
    ['a value', '\n  state:: INBOX', '\n  state:: COMPLETED'],
    ['the article’s own property', '\n  status:: reading', '\n  status:: COMPLETED'],
    ['no value', '\n  state::', '\n  state:: COMPLETED'],
    ['a space for a value', '\n  state:: ', '\n  state:: COMPLETED '],
    ['nothing that is so already', '\n  state:: done', '\n  state:: done'],
  ])('%s is replaced', (_, before, after) => {
    expect(change(outline(before), [0], 'read')).toMatchObject({
      after: outline(after),
      states: ['read', null],
    });
  });

  test('the last line may have no line break', () => {
    const text = outline().trimEnd();
    expect(change(text, [1], 'read').after).toBe(`${text}\n  state:: COMPLETED`);
  });

  test('lines end as in the file', () => {
    const text = outline().replaceAll('\n', '\r\n');
    expect(change(text, [0], 'read').after).toBe(
      outline('\n  state:: COMPLETED').replaceAll('\n', '\r\n'),
    );
  });

  test('if dates show the state in the vault, the usual name is used', () => {
    const { after } = change(outline(), [0], 'read', [{ date_read: '2024-03-01' }]);
    expect(after).toBe(outline('\n  state:: COMPLETED'));
  });

  test('a name that an outline can’t have is not written, and the article is listed', () => {
    const own = { state: ['stan čtení'] };
    const style = detectStateStyle([{ 'stan čtení': 'read' }], withOwnNames(own), {});
    const planned = plan(outline(), PATH, {
      parseYaml,
      detect: OPTIONS,
      repairs: {},
      change: changeState('read', style, NOW),
    });
    expect(planned.after).toBe(outline());
    expect(planned.findings.map(({ unresolved }) => unresolved)).toEqual([
      'not-editable',
      'not-editable',
    ]);
  });

  test('in a merge conflict nothing is written, and the article is listed', () => {
    const text = outline('\n<<<<<<< HEAD\n  author:: A\n=======\n  author:: B\n>>>>>>> theirs');
    expect(change(text, [0], 'read')).toMatchObject({ after: text, left: ['not-editable'] });
  });
});

test('custom words that are there already are not written again', () => {
  const text = singleFile(['  state: Gelesen\n', '', '']);
  const { after } = change(text, [0], 'read', [{ state: 'Gelesen' }], { read: 'gelesen' });
  expect(after).toBe(text);
});

test('an article that is no longer where it was listed stays the same', () => {
  const text = outline();
  const gone: SelectedArticle = {
    ...{ key: `${PATH}\t0`, path: PATH, id: null, url: 'https://a.example.org/other' },
  };
  const elsewhere = { ...gone, path: 'Other.md', key: 'Other.md' };
  const style = detectStateStyle([], NAMES, {});
  const planned = plan(text, PATH, {
    parseYaml,
    detect: OPTIONS,
    repairs: {},
    change: onlySelected(changeState('read', style, NOW), [gone, elsewhere]),
  });
  expect(planned.after).toBe(text);
});

test('with an ID, an article is found wherever it is in its note', () => {
  const text = singleFile(['', '', '']);
  const moved: SelectedArticle = { key: `${PATH}\t0`, path: PATH, id: IDS[2], url: null };
  const style = detectStateStyle([{ state: 'INBOX' }], NAMES, {});
  const planned = plan(text, PATH, {
    parseYaml,
    detect: OPTIONS,
    repairs: {},
    change: onlySelected(changeState('read', style, NOW), [moved]),
  });
  expect(planned.after).toBe(singleFile(['', '', '  state: COMPLETED\n']));
});
