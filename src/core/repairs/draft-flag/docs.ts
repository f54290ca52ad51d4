/** The texts of the repair in the tables of README and docs. */
export const docs = {
  en: {
    summary:
      'sets the property your publisher reads: `draft: false` for Hugo, `publish: true` for Obsidian Publish, what [ten others](docs/settings.md#publishers) need, or your own; or removes it',
    byDefault: 'after you choose a publisher',
    onCommandLine: {
      what: 'draft flags; writes `draft: false` unless `--publish-with` says otherwise',
      byDefault: 'only with `--publish-with`',
    },
  },
  zh: {
    summary:
      '设置发布工具所读取的属性：Hugo 的 `draft: false`、Obsidian Publish 的 `publish: true`、[另外十种工具](docs/zh/settings.md#发布工具)所需的属性，或自定义属性；也可移除该属性',
    byDefault: '选择发布工具后开启',
    onCommandLine: {
      what: '草稿标记；除非 `--publish-with` 另有指定，写入 `draft: false`',
      byDefault: '仅在有 `--publish-with` 时',
    },
  },
};

/** Notes before and after the repair. Tests run them, and the property-based tests use them. */
export const examples = [
  {
    title: 'A draft for Hugo',
    before:
      '---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\ndate_saved: 2024-03-14T08:21:56\ntitle: A\ndraft: true\n---\ntext\n',
    after:
      '---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\ndate_saved: 2024-03-14T08:21:56\ntitle: A\ndraft: false\n---\ntext\n',
    options: { preset: 'hugo' },
  },
  {
    title: 'A draft, before the publisher is chosen',
    before:
      '---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\ndate_saved: 2024-03-14T08:21:56\ndraft: true\n---\ntext\n',
    after:
      '---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\ndate_saved: 2024-03-14T08:21:56\ndraft: true\n---\ntext\n',
  },
] as const;
