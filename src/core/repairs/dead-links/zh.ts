import type { Locale } from '../../text/locale';

/** The repair's texts in Simplified Chinese. */
export const zh = {
  name: '失效链接',
  found: (count: number, { counted }: Locale): string => counted(count, { other: '个失效链接' }),
  onNote: '修复当前笔记的失效链接',
  onAll: '修复所有已保存文章的失效链接…',
  enable: '修复失效链接',
  enableDesc:
    '替换或移除指向 omnivore.app 的链接，该网站已经关闭。仅凭这类链接识别的文章，之后不再列出。',
  options: {
    articles: {
      name: '指向文章的链接',
      choices: { original: '指向原始地址', remove: '移除', keep: '保留' },
    },
    highlights: {
      name: '高亮旁的跳转链接',
      choices: {
        block: '指向本笔记中的高亮',
        original: '指向原始地址',
        remove: '移除',
        keep: '保留',
      },
    },
  },
};
