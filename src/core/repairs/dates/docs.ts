/** The texts of the repair in the tables of README and docs. */
export const docs = {
  en: {
    summary:
      'writes Omnivore’s dates in one format that Properties and Bases can read, `2024-03-14T08:21:56` by default; dates of other plugins stay as they are ([rules](docs/dates.md))',
  },
  zh: {
    summary:
      '把 Omnivore 写入的日期统一为“属性”和“数据库”能识别的格式，默认为 `2024-03-14T08:21:56`；其他插件的日期不变（[规则](docs/dates.md)，英文）',
  },
};

/** Notes before and after the repair. Tests run them, and the property-based tests use them. */
export const examples = [
  {
    title: 'A date as the default template wrote it',
    before:
      '---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\ndate_saved: 2024-03-14 08:21:56\n---\ntext\n',
    after:
      '---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\ndate_saved: 2024-03-14T08:21:56\n---\ntext\n',
  },
  {
    title: 'A date in a line below the links',
    before:
      '---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\n---\n# A\n\n[Read on Omnivore](https://omnivore.app/me/a-18e3d1a2b3c)\n[Read Original](https://example.com/a)\n\ndate_published: 3 March 2024\n',
    after:
      '---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\n---\n# A\n\n[Read on Omnivore](https://omnivore.app/me/a-18e3d1a2b3c)\n[Read Original](https://example.com/a)\n\ndate_published: 2024-03-03\n',
  },
] as const;
