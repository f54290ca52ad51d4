/** The texts of the repair in the tables of README and docs. */
export const docs = {
  en: {
    summary:
      'restores the original image URLs: in Markdown, HTML, `srcset` and properties, also when they are escaped or percent-encoded',
  },
  zh: {
    summary:
      '还原图片的原始地址：Markdown、HTML、`srcset` 和属性中的都可以，被转义或百分号编码的也可以',
  },
};

const PROXY = 'https://proxy-prod.omnivore-image-cache.app/320x0,s3xXYAesk0QkvbVYh9g5r4pSzGk4tOyW';

/** Notes before and after the repair. Tests run them, and the property-based tests use them. */
export const examples = [
  {
    title: 'An image in the body and one in a property',
    before: `---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\ndate_saved: 2024-03-14T08:21:56\ncover: ${PROXY}/https://example.com/c.png\n---\n![a](${PROXY}/https://example.com/a.png)\n`,
    after:
      '---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\ndate_saved: 2024-03-14T08:21:56\ncover: https://example.com/c.png\n---\n![a](https://example.com/a.png)\n',
  },
  {
    title: 'A placeholder, behind which there is no image',
    before: `---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\ndate_saved: 2024-03-14T08:21:56\n---\n![](${PROXY}/data:image/svg+xml;base64,PHN2Zz4=)\n`,
    after: `---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\ndate_saved: 2024-03-14T08:21:56\n---\n![](${PROXY}/data:image/svg+xml;base64,PHN2Zz4=)\n`,
  },
  {
    title: 'An original that is percent-encoded, behind a proxy that is not',
    before: `---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\ndate_saved: 2024-03-14T08:21:56\n---\n![](${PROXY}/https%3A%2F%2Fexample.com%2Fa%20b.png%3Fx%3D1)\n`,
    after:
      '---\nid: 5d1b3c1a-9c1e-4f43-9d0b-0d6f6f0f1b2a\ndate_saved: 2024-03-14T08:21:56\n---\n![](https://example.com/a%20b.png?x=1)\n',
  },
] as const;
