import type { panel as english } from '../en/panel';
import { runs } from './runs';

const { number } = runs;

/** The panel of saved articles, in Simplified Chinese. */
export const panel: typeof english = {
  name: '已保存的文章',
  open: '打开已保存的文章',
  reveal: '在已保存的文章中显示当前笔记',
  openOriginal: '打开原文',
  copyOriginal: '复制原文链接',
  openInTab: '在新标签页中打开',
  copied: '已复制链接。',
  noUrl: '这篇笔记没有原文链接。',
  search: (count) => `搜索 ${number(count)} 篇文章…`,
  grouping: '分组方式',
  groupings: { source: '来源', tag: '标签', month: '月份' },
  nameless: { source: '无来源', tag: '无标签', month: '无日期' },
  sort: '更改排序方式',
  sortGroups: '分组排序',
  groupOrders: {
    name: '名称（升序）',
    'name-reversed': '名称（降序）',
    count: '文章数',
    newest: '最新文章',
  },
  monthOrders: {
    name: '最新月份在前',
    'name-reversed': '最早月份在前',
    count: '文章数',
    newest: '最新月份在前',
  },
  sortArticles: '文章排序',
  articleOrders: { saved: '保存日期', published: '发布日期', title: '标题' },
  ascending: '升序',
  descending: '降序',
  filter: '筛选',
  drafts: '草稿',
  needsRepair: '待修复',
  needsAttention: '需要你处理',
  states: { inbox: '收件箱', reading: '在读', completed: '已读完', archived: '已归档' },
  removeFilter: (name) => `移除筛选：${name}`,
  clear: '清除搜索和筛选',
  chart: '每月文章数',
  inMonth: (month, count) => `${month}：${number(count)} 篇文章`,
  collapseAll: '全部折叠',
  expandAll: '全部展开',
  tree: '已保存的文章',
  draft: '草稿',
  needRepairInGroup: (count) => `${number(count)} 篇待修复`,
  notesNeedRepair: (count, all) =>
    count < all
      ? `${number(all)} 篇笔记中有 ${number(count)} 篇待修复`
      : `${number(count)} 篇笔记待修复`,
  review: '查看…',
  ownImages: (images, notes) => `${number(notes)} 篇其他笔记中有 ${number(images)} 张失效图片`,
  shown: (count, all) =>
    count === all ? `${number(all)} 篇文章` : `${number(count)} / ${number(all)} 篇文章`,
  groupCounts: {
    source: (count) => `${number(count)} 个来源`,
    tag: (count) => `${number(count)} 个标签`,
    month: (count) => `${number(count)} 个月份`,
  },
  draftCount: (count) => `${number(count)} 篇草稿`,
  repairShown: (count) => `修复 ${number(count)} 篇笔记…`,
  firstRun: '查找已保存的文章',
  firstRunWhy:
    '查找 Omnivore 保存到此仓库的文章，并按来源、标签或月份浏览。扫描只读取笔记：不会更改任何内容，也不会有任何数据离开这台设备。',
  scan: '扫描此仓库',
  reading: '正在查找已保存的文章',
  readingWhy: '正在检查上次之后有改动的笔记。不会更改任何内容。',
  readingOf: (done, total) => `${number(done)} / ${number(total)} 篇笔记`,
  nothing: '这里还没有已保存的文章',
  nothingWhy: '没有找到已保存的文章。请检查扫描哪些文件夹，或重新扫描。',
  folders: '选择文件夹',
  scanAgain: '重新扫描',
  failed: '无法读取仓库',
  failedWhy: '没有改动任何笔记。请重试，或选择可以读取的文件夹。',
  retry: '重试',
  notListed: '这篇笔记不在已保存的文章列表中。',
  noMatch: '没有匹配的文章。',
};
