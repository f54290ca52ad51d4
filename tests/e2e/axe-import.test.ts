import { exportFilesOf, makeLibrary } from '../core/export/generate-export';
import { zipOf } from '../core/export/zip-of';
import { axeFindsNothing, type State } from './hold-against-axe';

const LIBRARY = makeLibrary(5, 6);
const NOTES = Object.fromEntries(
  LIBRARY.slice(0, 2).map(({ id, slug, title }) => [
    `Omnivore/${title}.md`,
    `---\nid: ${id}\n---\n\n# ${title}\n#Omnivore\n\n[Read on Omnivore](https://omnivore.app/me/${slug})\n`,
  ]),
);
const FILE = {
  name: 'export.zip',
  mimeType: 'application/zip',
  buffer: Buffer.from(zipOf([...exportFilesOf(LIBRARY), { name: '../x.html', content: '' }])),
};

const states: readonly State[] = [
  {
    name: 'the preview of an import',
    part: '.modal',
    options: { files: NOTES },
    async reach({ run, page }) {
      await run('import-omnivore-export');
      await page.locator('.modal input[type=file]').setInputFiles(FILE);
      await page.locator('.omnivore-rescue-row.is-place').first().waitFor();
    },
  },
];

axeFindsNothing(states);
