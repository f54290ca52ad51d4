import type { Locale } from '../../text/locale';

/** The repair's texts in Simplified Chinese. */
export const zh = {
  name: '图片',
  found: (count: number, { counted }: Locale): string => counted(count, { other: '张图片' }),
  onNote: '还原当前笔记的图片地址',
  onAll: '还原所有已保存文章的图片地址…',
  enable: '还原图片地址',
  enableDesc: '将已经关闭的 Omnivore 图片代理的地址替换为原始地址。',
  options: {
    hosts: {
      name: '自建的图片代理',
      desc: '自建代理的地址，每行一个。',
      invalid: (host: string): string => `地址应以 http:// 或 https:// 开头：${host}`,
    },
  },
};
