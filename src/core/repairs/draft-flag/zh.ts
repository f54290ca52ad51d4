import { publisherLabels } from '../../publishers/publisher-labels';
import type { Locale } from '../../text/locale';

/** The repair's texts in Simplified Chinese. */
export const zh = {
  name: '草稿标记',
  found: (count: number, { counted }: Locale): string => counted(count, { other: '个草稿标记' }),
  onNote: '修正当前笔记的草稿标记',
  onAll: '修正所有已保存文章的草稿标记…',
  enable: '修正草稿标记',
  enableDesc: '更新网站生成器用来判断是否发布的属性。',
  options: {
    preset: {
      name: '发布工具',
      desc: '写入可以发布的文章的内容。选择之前，“修复所有已保存的文章”不会改动草稿。',
      none: '尚未选择',
      choices: {
        ...publisherLabels((name, line) => `${name}（${line}）`),
        remove: '不写入：移除 draft 属性',
        custom: '自定义属性',
      },
    },
    property: {
      name: '属性',
      invalid: (): string => '请以字母开头，其后可用字母、数字、空格、点、- 和 _。',
    },
    value: { name: '可发布时的值', invalid: badValue },
    draftValue: { name: '草稿的值', invalid: badValue },
    addMissing: { name: '缺少时添加', desc: '文章没有该属性时也添加。' },
    byHighlights: {
      name: '仅将有高亮的文章设为可发布',
      desc: '有高亮的文章设为可发布，没有高亮的仍为草稿。',
    },
  },
};

function badValue(): string {
  return '请以字母或数字开头，其后可用字母、数字、空格、点、- 和 _。';
}
