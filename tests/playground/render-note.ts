import MarkdownIt from 'markdown-it';

/** Returns where the text after the properties starts; 0 if there are none. */
function bodyStart(text: string): number {
  const match = /^---\r?\n[^]*?\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  return match?.[0].length ?? 0;
}

/** Makes the URL of a picture from what a note has as its source. Null where nothing answers. */
export type PictureOf = (source: string) => string | null;

/** Renders a note as HTML: its name, its properties as they are written, and its text. HTML in notes is shown as text. */
export function renderNote(name: string, text: string, pictureOf: PictureOf): string {
  const markdown = new MarkdownIt({ linkify: true });
  const { escapeHtml } = markdown.utils;
  markdown.renderer.rules['image'] = (tokens, at) => {
    const token = tokens[at];
    const source = String(token?.attrGet('src') ?? '');
    // A picture that does not come is shown by its text, as the app does.
    const url = pictureOf(source) ?? 'data:image/png;base64,';
    const alt = (token?.content ?? '').replace(/\|\d+(?:x\d+)?$/, '');
    return `<img src="${escapeHtml(url)}" alt="${escapeHtml(alt || source)}">`;
  };
  const start = bodyStart(text);
  // The items of a list are shown on one line.
  const lines = text.slice(0, start).replace(/\r?\n[ \t]*- /g, ' ');
  const properties = lines.split(/\r?\n/).slice(1, -2).map(propertyRow).join('');
  const body = text
    .slice(start)
    .replace(/!\[\[([^\]|\n]+)(?:\|[^\]\n]*)?\]\]/g, (_, target: string) => {
      return `![${target}](<${target}>)`;
    });
  const table =
    properties === '' ? '' : `<table class="metadata"><tbody>${properties}</tbody></table>`;
  return `<h1 class="inline-title">${escapeHtml(name)}</h1>${table}${markdown.render(body)}`;

  function propertyRow(line: string): string {
    const [, key = '', value = line] = /^([\w -]+):(.*)$/.exec(line) ?? [];
    return `<tr><th scope="row">${escapeHtml(key)}</th><td>${escapeHtml(value.trim())}</td></tr>`;
  }
}
