import { UnreadableFile } from '../../../src/core/export/problem';
import type { ExportFile } from '../../../src/core/export/export-files';
import { readArticleContent } from '../../../src/core/import/read-content';

const UTF8 = new TextEncoder();
const file = (name: string, text: string | Error): ExportFile => ({
  name,
  size: 10,
  read: () =>
    typeof text === 'string' ? Promise.resolve(UTF8.encode(text)) : Promise.reject(text),
});
const NOTHING = { html: null, pdf: null, highlights: null };

test('an article without files has no content, and nothing is reported', async () => {
  expect(await readArticleContent(NOTHING, (html) => Promise.resolve(html))).toEqual({
    ...{ text: '', highlights: [], pdf: null, unread: [] },
  });
});

test('a page that can’t be read is reported with its problem, and the rest is used', async () => {
  const pdf = file('content/a.pdf', 'pdf');
  const html = file('content/a.html', new UnreadableFile('damaged'));
  expect(
    await readArticleContent({ ...NOTHING, html, pdf }, (text) => Promise.resolve(text)),
  ).toMatchObject({
    ...{ text: '', pdf: { name: 'content/a.pdf' } },
    unread: [{ addition: 'full-text', name: 'content/a.html', problem: 'damaged' }],
  });
});

test('a page that can’t be converted is reported', async () => {
  const html = file('content/a.html', '<p>A</p>');
  const read = await readArticleContent({ ...NOTHING, html }, () => {
    throw new Error('too deep');
  });
  expect(read.unread).toEqual([
    { addition: 'full-text', name: 'content/a.html', problem: 'not-converted' },
  ]);
});
