import type { Tool } from '../tool';

/** The properties of Astro's blog template, except the title, which a note may have in its heading instead. */
const COLLECTION = `
import { defineCollection, z } from 'astro:content';
import { glob } from 'astro/loaders';
const notes = defineCollection({
  loader: glob({ base: './notes', pattern: '*.md' }),
  schema: z.object({ pubDate: z.coerce.date(), draft: z.boolean().optional() }),
});
export const collections = { notes };
`;
const PAGE = `---
import { getCollection, render } from 'astro:content';
export async function getStaticPaths() {
  const notes = await getCollection('notes', ({ data }) => data.draft !== true);
  return notes.map((note) => ({ params: { slug: note.id }, props: { note } }));
}
const { note } = Astro.props;
const { Content } = await render(note);
---
<p>day:{note.data.pubDate.toISOString()}</p><Content />
`;

export const astro: Tool = {
  publisher: 'astro',
  sources: [{ from: 'npm', packages: { astro: '5.18.2' }, program: '.bin/astro' }],
  site: {
    files: {
      'package.json': '{ "type": "module" }',
      'astro.config.mjs': 'export default {};',
      'src/content.config.ts': COLLECTION,
      'src/pages/[slug].astro': PAGE,
    },
    notePath: (name) => `notes/${name}.md`,
    build: ['build'],
    output: 'dist',
  },
};
