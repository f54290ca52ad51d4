/** The repair in the tables of README and docs. */
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

/** Notes before and after. They are tested, and the laws' generators use them. */
export const examples = [
  {
    title: 'A title that the template escaped',
    before:
      '---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\ntitle: "Yes &#x2F; no"\n---\n# Yes &#x2F; no\n',
    after: '---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\ntitle: "Yes / no"\n---\n# Yes / no\n',
  },
] as const;
