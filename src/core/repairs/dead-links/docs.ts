/** The texts of the repair in the tables of README and docs. */
export const docs = {
  en: {
    summary:
      'replaces links to omnivore.app with the original URL or a link to the highlight in the note, or removes them',
  },
  zh: {
    summary: '把指向 omnivore.app 的链接改为原始地址或笔记中的高亮，或者移除',
  },
};

/** Notes before and after the repair. Tests run them, and the property-based tests use them. */
export const examples = [
  {
    title: 'A link to the article at omnivore.app',
    before:
      '---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\noriginal_url: https://example.com/a\n---\n[Read on Omnivore](https://omnivore.app/me/a-18e3d1a2b3c)\n',
    after:
      '---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\noriginal_url: https://example.com/a\n---\n[Read on Omnivore](https://example.com/a)\n',
  },
  {
    title: 'The link behind a highlight',
    before:
      '---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\n---\n> text [⤴️](https://omnivore.app/me/a-18e3d1a2b3c#0f8a9e3c-5d7b-4f6a-8c2d-1e0f9a8b7c6d)  ^0f8a9e3c\n',
    after:
      '---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\n---\n> text [⤴️](#^0f8a9e3c)  ^0f8a9e3c\n',
  },
] as const;
