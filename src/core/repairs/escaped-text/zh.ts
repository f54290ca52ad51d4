import type { Locale } from '../../text/locale';

/** The repair's texts in Simplified Chinese. */
export const zh = {
  name: '转义文本',
  found: (count: number, { counted }: Locale): string => counted(count, { other: '处转义文本' }),
  onNote: '还原当前笔记中被转义的文本',
  onAll: '还原所有已保存文章中被转义的文本…',
  enable: '还原转义文本',
  enableDesc: '将 &#x2F;、&quot; 等代码还原为它们所代表的字符。',
  options: {},
};
