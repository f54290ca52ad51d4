import type { Translation } from '../translation';
import { number } from './locale';

/** The window that merges duplicates, in Simplified Chinese. */
export const duplicates = {
  command: '查找重复笔记…',
  reading: '正在查找重复笔记…',
  readingLinks: '正在查找指向它们的链接…',
  title: (articles) => `${number(articles)} 篇文章有多篇笔记`,
  noneTitle: '没有重复笔记',
  none: '每篇保存的文章都只有一篇笔记。',
  failed: (reason) => `无法读取重复笔记：${reason}`,
  promise:
    '保留的笔记会补上只有其他笔记才有的内容，其他笔记移到回收站。选择“合并”之前不会更改任何内容，之后可以撤销。',
  list: '有多篇笔记的文章',
  by: { id: 'Omnivore ID 相同', url: '网址相同' },
  about: (by, count) => `${by} · ${number(count)} 篇笔记`,
  choose: (title) => `合并“${title}”的笔记`,
  keep: '保留这篇笔记',
  keepWhich: (title) => `“${title}”要保留的笔记`,
  details: (characters, highlights, properties) =>
    `${number(characters)} 个字符 · ${number(highlights)} 行高亮 · ${number(properties)} 个属性`,
  onlyHere: '仅在这篇笔记中：',
  moreLines: (count) => `还有 ${number(count)} 行`,
  carried: (name) => `添加到“${name}”`,
  nothingCarried: (name) => `“${name}”已包含其他笔记的全部内容。`,
  relinked: (count) => `将更新 ${number(count)} 篇笔记中的链接`,
  problems: '未合并',
  skipped: {
    'invalid-utf8': '它不是有效的 UTF-8 编码',
    'changed-meanwhile': '它在合并过程中被改动',
    'changed-after-preview': '它在预览之后被改动',
    'on-canvas': '有白板显示或链接到它，而白板不会被更改',
    'still-linked': '有笔记链接到它，而该链接无法更新',
    'may-be-linked': '有一篇可能链接到它的笔记无法读取',
  },
  totals: (chosen, all, removed) =>
    `已选 ${number(chosen)} / ${number(all)} 篇文章 · ${number(removed)} 篇笔记将移到回收站`,
  merge: (articles) => `合并 ${number(articles)} 篇文章的笔记`,
  changed: '其中一些笔记已有改动，已重新读取。',
  running: '正在合并重复笔记',
  done: (removed) => (removed === 0 ? '没有做任何改动' : `已合并并移除 ${number(removed)} 篇笔记`),
  stays: (count) => `未移除 · ${number(count)}`,
} satisfies Translation['duplicates'];
