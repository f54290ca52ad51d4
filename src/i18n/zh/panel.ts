import type { panel as english } from '../en/panel';
import { runs } from './runs';

const { number } = runs;

/** The panel of saved articles, in Simplified Chinese. */
export const panel: typeof english = {
  name: '已保存的文章',
  open: '打开已保存的文章',
  reveal: '在面板中显示这篇文章',
  openOriginal: '打开原文',
  copyOriginal: '复制原文地址',
  openInTab: '在新标签页中打开',
  copied: '已复制地址。',
  noAddress: '这篇笔记没有注明原文地址。',
  search: (count) => `搜索 ${number(count)} 篇文章…`,
  grouping: '分组方式',
  groupings: { source: '来源', tag: '标签', month: '月份' },
  nameless: { source: '无来源', tag: '无标签', month: '无日期' },
  sort: '排序',
  sortings: { saved: '保存日期', published: '发布日期', title: '标题' },
  ascending: '升序',
  descending: '降序',
  filter: '筛选',
  onlyDrafts: '仅草稿',
  onlyDue: '仅待修复',
  states: { inbox: '收件箱', reading: '在读', completed: '已读完', archived: '已归档' },
  clear: '清除搜索和筛选',
  chart: '每月文章数',
  inMonth: (month, count) => `${month}：${number(count)} 篇文章`,
  foldAll: '全部折叠',
  tree: '已保存的文章',
  draft: '草稿',
  dueInNote: '待修复',
  dueOnShelf: (count) => `${number(count)} 篇待修复`,
  notesDue: (count) => `${number(count)} 篇笔记待修复`,
  preview: '预览',
  shown: (count, all, sources) => {
    const shown =
      count === all ? `${number(all)} 篇文章` : `${number(count)} / ${number(all)} 篇文章`;
    return sources === 0 ? shown : `${shown} · ${number(sources)} 个来源`;
  },
  drafts: (count) => `${number(count)} 篇草稿`,
  first: '来自 Omnivore 的阅读列表',
  firstWhy:
    'Omnivore 保存到此仓库的文章会按来源、标签和月份列在这里。为此需要读取一次笔记：设置中指定的文件夹，或整个仓库。',
  firstPromise: '不会写入任何内容，也没有任何内容会离开这台设备。',
  scan: '扫描此仓库',
  reading: '正在查找已保存的文章',
  readingWhy: '正在读取上次之后有改动的笔记，从中找出 Omnivore 保存的文章。不会写入任何内容。',
  readingOf: (done, total) => `${number(done)} / ${number(total)} 篇笔记`,
  nothing: '这里还没有已保存的文章',
  nothingWhy:
    'Omnivore 保存到此仓库的文章会按来源、标签和月份列在这里。在设置所指定的文件夹中没有找到。如果文章在别处，请选择它们所在的文件夹，或重新查找。',
  folders: '选择文件夹',
  again: '重新查找',
  failed: '无法读取仓库',
  retry: '重试',
  notListed: '面板所列的文章中没有这篇笔记。',
  noMatch: '没有符合搜索和筛选条件的文章。',
};
