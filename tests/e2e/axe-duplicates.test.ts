import { axeFindsNothing, type State } from './hold-against-axe';
import type { OpenApp } from './open-app';

const TEXT = 'The keeper slept until the fog came in, and nobody had oiled the gears since spring.';

function lamp(n: number, body: string, properties = ''): string {
  return `---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2${n}\n${properties}---\n\n# The lamp of tower ${n}\n#Omnivore\n\n[Read on Omnivore](https://omnivore.app/me/x-18e5b5c135${n})\n[Read Original](https://a.example/lamp/${n})\n\n${body}`;
}

/** Two articles with two notes each, a note with a link, and a canvas that shows one of the notes. */
export const DUPLICATES = {
  'Omnivore/Lamp.md': lamp(1, `${TEXT}\n`),
  'Clips/Lamp 2.md': lamp(1, '> until the fog came in, they say\n', 'rating: 5\n'),
  'Omnivore/Tide.md': lamp(2, `${TEXT}\n`),
  'Clips/Tide 2.md': lamp(2, 'My own thought.\n'),
  'Mine.md': 'See [[Lamp 2|the lamp]].\n',
  'Board.canvas': '{"nodes":[{"type":"file","file":"Clips/Tide 2.md"}],"edges":[]}',
};

const options = { files: DUPLICATES };

async function find({ run, page }: OpenApp): Promise<void> {
  await run('find-duplicates');
  await page.locator('.omnivore-rescue-duplicates .mod-cta').waitFor();
}

const states: readonly State[] = [
  { name: 'the duplicates', part: '.modal', options, reach: find },
  {
    name: 'the duplicates side by side',
    part: '.modal',
    options,
    async reach(app) {
      await find(app);
      await app.page.keyboard.press('Enter');
      await app.page.locator('.omnivore-rescue-duplicate-note').nth(1).waitFor();
    },
  },
  {
    name: 'the end of a merge',
    part: '.modal',
    options,
    async reach(app) {
      await find(app);
      await app.page.locator('.omnivore-rescue-duplicates .mod-cta').click();
      await app.page.locator('.omnivore-rescue-run .mod-cta').waitFor();
    },
  },
  {
    name: 'no duplicates',
    part: '.modal',
    options: { files: { 'Mine.md': 'Mine.\n' } },
    async reach({ run, page }) {
      await run('find-duplicates');
      await page.locator('.modal button:focus').waitFor();
    },
  },
];

axeFindsNothing(states);
