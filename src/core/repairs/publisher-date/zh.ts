import type { Locale } from '../../text/locale';

/** The repair's texts in Simplified Chinese. */
export const zh = {
  name: '发布日期',
  found: (count: number, { counted }: Locale): string => counted(count, { other: '个发布日期' }),
  onNote: '填写当前笔记的发布日期',
  onAll: '填写所有已保存文章的发布日期…',
  enable: '填写发布日期',
  enableDesc: '如果笔记没有发布工具所读取的日期属性，就添加该属性。需要先选择“发布工具”。',
  options: {
    from: {
      name: '页面的日期',
      choices: { saved: '保存日期', published: '文章发表日期' },
    },
  },
};
