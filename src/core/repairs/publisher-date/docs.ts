/** The texts of the repair in the tables of README and docs. */
export const docs = {
  en: {
    summary:
      'fills in the date of the page where your publisher reads it (`date`; `pubDate` in Astro), in a form that it can read',
    onCommandLine: {
      what: 'the date that `--publish-with` reads, where it is missing',
      byDefault: 'only with `--fill-date`',
    },
  },
  zh: {
    summary: '在发布工具读取日期的属性中（`date`，Astro 为 `pubDate`）填写其可读取的日期',
    onCommandLine: {
      what: '`--publish-with` 所读取的日期，仅在缺少时填写',
      byDefault: '仅在有 `--fill-date` 时',
    },
  },
};

/** Notes before and after the repair. Tests run them, and the property-based tests use them. */
export const examples = [
  {
    title: 'The date on which the article was saved',
    before:
      '---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\ndate_saved: 2024-03-14T08:21:56\ntitle: A\n---\ntext\n',
    after:
      '---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\ndate_saved: 2024-03-14T08:21:56\ntitle: A\ndate: 2024-03-14T08:21:56\n---\ntext\n',
    settings: { draftFlag: { preset: 'hugo' } },
  },
] as const;
