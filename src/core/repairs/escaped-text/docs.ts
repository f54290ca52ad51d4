/** The texts of the repair in the tables of README and docs. */
export const docs = {
  en: {
    summary:
      'turns `&#x2F;`, `&quot;` and the like back into characters, where a template escaped the text; anything that would then run stays escaped',
  },
  zh: {
    summary:
      '如果模板把文本转义了，就把 `&#x2F;`、`&quot;` 等还原为字符；还原后会被执行的内容保持转义',
  },
};

/** Notes before and after the repair. Tests run them, and the property-based tests use them. */
export const examples = [
  {
    title: 'Content that the template escaped',
    before:
      '---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\ndate_saved: 2024-03-14T08:21:56\n---\nIt&#39;s said: see https:&#x2F;&#x2F;example.org&#x2F;a?b&#x3D;c &amp; more.\n',
    after:
      "---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\ndate_saved: 2024-03-14T08:21:56\n---\nIt's said: see https://example.org/a?b=c & more.\n",
  },
] as const;
