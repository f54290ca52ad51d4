import { eachText, repairTexts } from '../repair-texts';
import type { Translation } from '../translation';
import { number } from './locale';
import { runs } from './runs';

const texts = repairTexts('zh');

/** Commands, menus and their notices, in Simplified Chinese. */
export const commands = {
  repairNote: '修复当前笔记',
  repairAll: '修复所有已保存的文章…',
  onNote: eachText(texts, ({ onNote }) => onNote),
  onAll: eachText(texts, ({ onAll }) => onAll),
  unproxyOther: '还原其他笔记的图片地址…',
  repairHere: '修复此处已保存的文章…',
  repairThis: '修复这篇已保存的文章…',
  undoLast: '撤销上次修复',
  history: '修复历史',
  showRun: '显示修复进度',
  why: '为什么会列出这篇？',
  markReady: '标记为可发布',
  markDraft: '标记为草稿',

  undo: '撤销',
  repairedNote: (counts) => `已修复：${runs.findings(counts)}`,
  nothingToRepair: '当前笔记没有需要修复的内容。',
  needsAttention: (count) => `还有 ${number(count)} 处待手动处理。`,
  notSaved: '当前笔记不是 Omnivore 保存的文章。',
  recognizedBy: (signal) => `已识别为保存的文章，依据是：${signal}。`,
  markedReady: '已标记为可发布。',
  markedDraft: '已标记为草稿。',
  alreadyReady: '已经标记为可发布。',
  alreadyDraft: '已经是草稿。',
  undone: '已撤销。',
  changedSince: '笔记在修复之后又有改动，请使用编辑器的撤销功能。',
  nothingToUndo: '没有可以撤销的修复。',
  noRunToUndo:
    '没有可以撤销的修复。如要撤销对当前笔记的修复，请使用编辑器的撤销功能（Ctrl/Cmd+Z）。',
  isRunning: '正在修复，请等待完成或先停止。',
} satisfies Translation['commands'];
