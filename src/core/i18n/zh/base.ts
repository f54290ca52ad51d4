import type { Translation } from '../translation';

/** The Base of saved articles: the command, its notices, and the names in the file, in Simplified Chinese. */
export const base = {
  create: '为已保存的文章创建数据库（Base）',
  file: '已保存的文章.base',
  views: {
    all: '全部文章',
    bySource: '按来源',
    byTag: '按标签',
    drafts: '草稿',
    cards: '卡片',
  },
  columns: { title: '标题', source: '来源', author: '作者', tags: '标签', saved: '保存日期' },
  made: (path) => `已创建“${path}”。`,
  there: (path) => `“${path}”已经存在，未作改动。`,
  off: '要打开它，请在 Obsidian 的设置中启用核心插件“数据库（Bases）”。',
  failed: (reason) => `无法创建数据库：${reason}`,
} satisfies Translation['base'];
