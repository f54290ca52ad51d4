import { addListItems, flowList } from '../markdown/front-matter/add-list-items';
import { addProperty, addToRecord, valueRange } from '../markdown/front-matter/edit-properties';
import { writeScalar } from '../markdown/front-matter/scalar';
import type { Finder } from '../repairs/define-repair';
import { unresolvedFinding, type Finding, type Subject } from '../repairs/repair';
import type { TextEdit } from '../text/edits';
import { eolOf } from '../text/lines';

/** The property for an article that has none with tags. */
const USUAL_TAGS_NAME = 'tags';

/**
 * Returns a tag as Obsidian writes it in properties, without `#`. Null if Obsidian does not accept it: a tag has
 * letters, digits, `_`, `-` and `/`, and not only digits.
 */
export function tagFrom(text: string): string | null {
  const tag = text.trim().replace(/^#/, '').replace(/\s+/g, '-');
  const isTag = /^[^\u2000-\u206F\u2E00-\u2E7F'!"#$%&()*+,.:;<=>?@^`{|}~[\]\\\s]+$/.test(tag);
  return isTag && /[^\d/]/.test(tag) ? tag : null;
}

/**
 * Creates the change that adds a tag to the properties of an article that does not have it. If the property
 * is not a list, or if the article is an item of an outline, the finding is unresolved.
 */
export function addTag(tag: string): Finder {
  return (subject) => {
    const { note, article, template } = subject;
    const wanted = tag.toLowerCase();
    if (article.tags.some((own) => own.toLowerCase() === wanted)) return [];
    const existing = article.fields.find(({ concept }) => concept === 'tags')?.property;
    const edit =
      template.layout === 'outline'
        ? null
        : existing
          ? addListItems(note.text, existing, [tag], eolOf(note.text))
          : newProperty(subject, tag);
    if (edit) return [findingOf(note.text, edit, tag)];
    const at = note.frontMatter?.from ?? article.header.from;
    const range = existing ? valueRange(note.text, existing) : { from: at, to: at };
    const hasFrontMatter = note.frontMatter !== null || template.layout === 'outline';
    const reason = hasFrontMatter ? 'not-editable' : 'no-front-matter';
    return [unresolvedFinding(note.text, range, reason)];
  };
}

function newProperty({ note, article }: Subject, tag: string): TextEdit | null {
  const { text, frontMatter } = note;
  const { properties } = article;
  const item = writeScalar(tag, 'plain');
  const lines = `${USUAL_TAGS_NAME}:${eolOf(text)}  - ${item}`;
  return (
    addProperty(text, frontMatter, properties, lines) ??
    addToRecord(text, frontMatter, properties, `${USUAL_TAGS_NAME}: ${flowList([tag])}`)
  );
}

function findingOf(text: string, edit: TextEdit, tag: string): Finding {
  const { from, to } = edit;
  return { from, to, before: text.slice(from, to), after: tag, edits: [edit] };
}
