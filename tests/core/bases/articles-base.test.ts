import { parse, stringify } from 'yaml';
import { articlesBase } from '../../../src/core/bases/articles-base';
import type { BaseFile } from '../../../src/core/bases/base-file';
import { en } from '../../../src/core/i18n/en';
import { withEnglish } from '../../../src/core/i18n/translation';
import { zh } from '../../../src/core/i18n/zh';
import { readSettings } from '../../../src/core/settings/settings';

function baseOf(data: unknown, { base }: typeof en = en): BaseFile {
  return articlesBase(readSettings(data).settings, base);
}

/** The file as the app writes it, and reads it again. */
function asRead(base: BaseFile): unknown {
  const text = stringify(base);
  expect(text).not.toMatch(/[&*]a\d/);
  return parse(text) as unknown;
}

const TABLE = `
    order: [file.name, formula.source, note.author, note.tags, formula.saved, note.draft]
    sort: [{ property: formula.saved, direction: DESC }]`;

const DEFAULT = `
filters:
  and:
    - file.ext == "md"
    - and:
        - file.hasProperty("id")
        - or:
            - file.hasTag("Omnivore")
            - file.hasProperty("date_saved")
            - file.hasProperty("date_published")
            - file.hasProperty("date_read")
            - file.hasProperty("date_archived")
            - file.hasProperty("omnivore_url")
            - file.hasProperty("original_url")
            - file.hasProperty("site_name")
            - file.hasProperty("words_count")
formulas:
  site: >-
    if(note["site_name"], note["site_name"], if(note["site"], note["site"], if(note["source"], note["source"],
    if(note["original_url"], note["original_url"], if(note["url"], note["url"], note["link"])))))
  source: >-
    if(formula.site, if(formula.site.toString().startsWith("http"),
    formula.site.toString().replace(/^https?:\\/\\/(www\\.)?/, "").split("/")[0], formula.site), "")
  tags: >-
    if(note["tags"], note["tags"], if(note["labels"], note["labels"], if(note["topics"], note["topics"],
    note["tag"])))
  first_tag: if(formula.tags, list(formula.tags)[0], "")
  saved: if(note["date_saved"], note["date_saved"], if(note["saved"], note["saved"], note["date"]))
properties:
  file.name: { displayName: Title }
  formula.source: { displayName: Source }
  note.author: { displayName: Author }
  note.tags: { displayName: Tags }
  formula.first_tag: { displayName: Tags }
  formula.saved: { displayName: Saved }
views:
  - type: table
    name: All articles${TABLE}
  - type: table
    name: By source
    groupBy: { property: formula.source, direction: ASC }${TABLE}
  - type: table
    name: By tag
    groupBy: { property: formula.first_tag, direction: ASC }${TABLE}
  - type: table
    name: Drafts
    filters:
      and:
        - file.hasProperty("draft")
        - or:
            - note["draft"] == true
            - note["draft"] == "true"${TABLE}
  - type: cards
    name: Cards
    image: note.image
    order: [file.name, formula.source, formula.saved]
    sort: [{ property: formula.saved, direction: DESC }]
`;

test('the Base for settings that nobody changed', () => {
  expect(asRead(baseOf({}))).toEqual(parse(DEFAULT));
});

const DEMANDING = {
  folders: ['Reading/"quoted" notes', "It's: 阅读"],
  excludedFolders: ['Reading/#old'],
  omnivoreFolder: 'Omnivore',
  draftFlag: { preset: 'publish' },
  properties: {
    saved: ['Date: saved', '保存日期'],
    author: ['by "whom"'],
    tags: ['话题 [x]'],
    source: ['a\\b'],
    url: ['- url', `it's "x"`],
  },
};

const OWN_TABLE = `
    order: [file.name, formula.source, 'note.by "whom"', 'note.话题 [x]', formula.saved, note.publish]
    sort: [{ property: formula.saved, direction: DESC }]`;

const OWN = `
filters:
  and:
    - file.ext == "md"
    - or:
        - file.inFolder('Reading/"quoted" notes')
        - 'file.inFolder("It''s: 阅读")'
    - not:
        - 'file.inFolder("Reading/#old")'
formulas:
  site: 'if(note["a\\\\b"], note["a\\\\b"], if(note["site_name"], note["site_name"], if(note["site"],
    note["site"], if(note["source"], note["source"], if(note["- url"], note["- url"],
    if(note["it''s \\"x\\""], note["it''s \\"x\\""], if(note["original_url"], note["original_url"],
    if(note["url"], note["url"], note["link"]))))))))'
  source: >-
    if(formula.site, if(formula.site.toString().startsWith("http"),
    formula.site.toString().replace(/^https?:\\/\\/(www\\.)?/, "").split("/")[0], formula.site), "")
  tags: 'if(note["话题 [x]"], note["话题 [x]"], if(note["tags"], note["tags"], if(note["labels"],
    note["labels"], if(note["topics"], note["topics"], note["tag"]))))'
  first_tag: if(formula.tags, list(formula.tags)[0], "")
  saved: 'if(note["Date: saved"], note["Date: saved"], if(note["保存日期"], note["保存日期"],
    if(note["date_saved"], note["date_saved"], if(note["saved"], note["saved"], note["date"]))))'
properties:
  file.name: { displayName: 标题 }
  formula.source: { displayName: 来源 }
  'note.by "whom"': { displayName: 作者 }
  'note.话题 [x]': { displayName: 标签 }
  formula.first_tag: { displayName: 标签 }
  formula.saved: { displayName: 保存日期 }
views:
  - type: table
    name: 全部文章${OWN_TABLE}
  - type: table
    name: 按来源
    groupBy: { property: formula.source, direction: ASC }${OWN_TABLE}
  - type: table
    name: 按标签
    groupBy: { property: formula.first_tag, direction: ASC }${OWN_TABLE}
  - type: table
    name: 草稿
    filters:
      and:
        - file.hasProperty("publish")
        - or:
            - note["publish"] == false
            - note["publish"] == "false"${OWN_TABLE}
  - type: cards
    name: 卡片
    image: note.image
    order: [file.name, formula.source, formula.saved]
    sort: [{ property: formula.saved, direction: DESC }]
`;

test('the Base for custom folders and names, in Chinese', () => {
  expect(asRead(baseOf(DEMANDING, withEnglish(zh, en)))).toEqual(parse(OWN));
});

test.each([
  [{ omnivoreFolder: 'Omnivore' }, { or: ['file.inFolder("Omnivore")'] }],
  [{ omnivoreFolder: 'Omnivore', folders: ['Reading'] }, { or: ['file.inFolder("Reading")'] }],
])('of %j, only notes in %j', (data, filter) => {
  expect(baseOf(data).filters).toEqual({ and: ['file.ext == "md"', filter] });
});

test('common custom names are not a signal, others are', () => {
  const { filters } = baseOf({
    properties: { title: ['Title'], saved: ['read it on', 'created'] },
  });
  const text = JSON.stringify(filters);
  expect(text).toContain('read it on');
  expect(text).not.toMatch(/Title|created/);
});

test.each([
  [{ preset: 'hugo' }, 'draft', ['true', '"true"']],
  [{ preset: 'remove' }, 'draft', ['true', '"true"']],
  [{ preset: 'digital-garden' }, 'dg-publish', ['false', '"false"']],
  [{ preset: 'jekyll' }, 'published', ['false', '"false"']],
  [
    { preset: 'custom', property: 'status', value: 'ready', draftValue: 'in the works' },
    'status',
    ['"in the works"'],
  ],
  [{ preset: 'custom', property: 'stage', value: '2', draftValue: '1' }, 'stage', ['1', '"1"']],
])('with the draft flag %j, drafts are those with %s == %j', (draftFlag, property, values) => {
  const { views } = baseOf({ draftFlag });
  const drafts = views.find(({ name }) => name === 'Drafts');
  expect(drafts?.filters).toEqual({
    and: [
      `file.hasProperty("${property}")`,
      { or: values.map((value) => `note["${property}"] == ${value}`) },
    ],
  });
  expect(drafts?.order.at(-1)).toBe(`note.${property}`);
});
