import type { RepairId } from '../../repairs';
import { repairTexts } from '../repair-texts';
import type { Translation } from '../translation';
import { dateTime, number, plural } from './locale';

const texts = repairTexts('zh');

/** What a run is doing now. */
const RUNNING = { repair: '正在修复', import: '正在导入', merge: '正在合并', undo: '正在撤销' };

/** Preview, run, undo and history, in Simplified Chinese. */
export const runs = {
  reasons: {
    ENOENT: '文件已不存在。',
    EACCES: '没有权限。',
    EPERM: '没有权限。',
    EROFS: '磁盘为只读。',
    ENOSPC: '磁盘已满。',
    EDQUOT: '磁盘配额已用完。',
    EISDIR: '这是一个文件夹。',
    ENOTDIR: '应为文件夹的位置上是一个文件。',
    EEXIST: '应为文件夹的位置上是一个文件。',
    ELOOP: '这是一个符号链接，不会跟随它。',
    EIO: '磁盘出错。',
    EBUSY: '文件正被其他程序占用。',
    EMFILE: '打开的文件过多。',
  },
  noJournal: (reason) => `没有做任何改动，因为无法保存用于撤销的数据：${reason}`,
  tooLarge: (bytes) =>
    `撤销数据（${number(Math.round(bytes / 1e6))} MB）过大，无法在此设备上读取。请在电脑上打开此仓库。`,

  otherRun: (holder) =>
    `此仓库中正在进行另一次修复或撤销${holder === '' ? '' : `（${holder}）`}。请等待其结束；如果该程序已被强制终止，请在两分钟后重试。`,
  lostLock: '已停止：另一个程序开始修复这些笔记。',

  findings: (counts) =>
    (Object.keys(counts) as RepairId[])
      .filter((id) => counts[id] > 0)
      .map((id) => texts[id].found(counts[id]))
      .join(' · '),
  named: (name, what) => `${name}：${what}`,

  preview: {
    reading: '正在检查笔记…',
    readingOf: (done, total) => `已读取 ${number(done)} / ${number(total)} 篇笔记`,
    title: (notes) => `修复 ${number(notes)} 篇笔记`,
    nothingTitle: '没有需要修复的内容',
    promise: '选择“修复”之前不会更改任何内容，之后可以撤销。',
    noNotes: '这里没有笔记。请检查设置中的文件夹。',
    noArticles: (notes) =>
      plural(notes, {
        '=1': '这篇笔记不是 Omnivore 保存的文章。',
        other: `这里的 ${number(notes)} 篇笔记都不是 Omnivore 保存的文章。`,
      }),
    allFine: (articles) =>
      plural(articles, {
        '=1': '这篇已保存的文章不需要修复。',
        other: `这里的 ${number(articles)} 篇已保存的文章都不需要修复。`,
      }),
    noOwnImages: '没有其他笔记使用 Omnivore 已失效的图片代理。',
    failed: (reason) => `无法读取笔记：${reason}`,
    repairs: '修复项目',
    /** On the draft flag’s chip, until a publisher is chosen. */
    choosePublisher: (count: number): string => `${number(count)} 篇草稿：请选择发布工具`,
    search: '搜索笔记和改动…',
    all: '全选',
    notFound: '没有匹配的笔记。',
    noneOfThese: '按上面所选的修复项目，没有需要修复的内容。',
    list: '要修复的笔记',
    choose: (title) => `修复《${title}》`,
    section: (name, chosen, all) =>
      chosen === all
        ? `${name} · ${number(all)} 处`
        : `${name} · 已选 ${number(chosen)} / ${number(all)} 处`,
    afterUnescaping: '还原转义之后',
    showAll: (count) => `显示全部 ${number(count)} 处`,
    chooseChange: (line) => `进行第 ${line} 行的改动`,
    openLine: (line) => `打开笔记第 ${line} 行`,
    openFinding: '打开笔记的这一行',
    onlyThese: '仅选这些',
    expandAll: '全部展开',
    collapseAll: '全部折叠',
    changedMeanwhile: '期间有改动',
    isWaiting: '预览会保留你的选择。',
    back: '返回预览',
    needsAttention: '待手动处理',
    unresolvedCount: (count) => `${number(count)} 处待手动处理`,
    comparing: '正在读取…',
    before: '修改前',
    after: '修改后',
    totals: ({ chosen, needRepair, changes, unresolved }, listed) =>
      [
        ...(needRepair > 0
          ? [`已选 ${number(chosen)} / ${number(needRepair)} 篇笔记`, `${number(changes)} 处改动`]
          : []),
        ...(unresolved > 0 ? [`${number(unresolved)} 处待手动处理`] : []),
        ...(listed === null ? [] : [`列出 ${number(listed)} 篇`]),
      ].join(' · '),
    cancel: '取消',
    close: '关闭',
    repair: (notes) => `修复 ${number(notes)} 篇笔记`,
  },

  run: {
    repairing: '正在修复',
    undoing: '正在撤销修复',
    progress: (done, total) => `${number(done)} / ${number(total)} 篇笔记`,
    stop: '停止',
    stopping: '正在停止…',
    background: '在后台继续',
    status: (kind, done, total) => `${RUNNING[kind]} ${number(done)} / ${number(total)}`,
    show: '查看',
    repaired: (notes) => (notes === 0 ? '没有做任何改动' : `已修复 ${number(notes)} 篇笔记`),
    restored: (notes) => (notes === 0 ? '没有做任何改动' : `已还原 ${number(notes)} 篇笔记`),
    stopped: '已停止。其余笔记没有改动。',
    failed: (count) => `失败 · ${number(count)}`,
    needsAttention: (count) => `待手动处理 · ${number(count)}`,
    keptAsTheyAre: (count) => `已跳过 · ${number(count)}`,
    changed: (count) => `改动的笔记 · ${number(count)}`,
    created: (count) => `新建的文件 · ${number(count)}`,
    removed: (count) => `移除的笔记 · ${number(count)}`,
    undo: '撤销',
    restoredNotes: (count) => `已还原的笔记 · ${number(count)}`,
    undoNote: (title) => `撤销《${title}》的改动`,
    undone: '已撤销',
    asBefore: '这篇笔记与之前相同。',
    undoAll: '撤销这次修复',
    done: '完成',
    copyReport: '复制报告',
    copied: '已复制报告。',
    saveReport: '将报告保存为笔记',
    savedReport: (path) => `报告已保存为“${path}”。`,
    reportName: 'Omnivore Rescue 报告',
    reportFailed: (reason) => `无法保存报告：${reason}`,
    list: '这次运行的笔记',
  },

  history: {
    title: '修复历史',
    empty: '还没有修复记录。',
    failed: (reason) => `无法读取历史记录：${reason}`,
    about:
      '最近 20 次多篇笔记的修复，以及最近 20 次单篇笔记的修复。每一次都可以撤销，之后又有改动的笔记除外。卸载插件会删除这些历史记录。',
    extent: (notes, repairs) =>
      [`${number(notes)} 篇笔记`, repairs.join('、')].filter(Boolean).join(' · '),
    named: (names, others) =>
      names.join('、') + (others > 0 ? ` 等 ${number(names.length + others)} 篇` : ''),
    undone: (kept) => (kept === 0 ? '已撤销' : `已撤销，${number(kept)} 篇笔记除外`),
    undo: (when) => `撤销 ${when} 的修复`,
    open: (when) => `查看 ${when} 的修复`,
    back: '返回历史记录',
    unknownTime: '时间未知',
    when: dateTime,
  },

  commandLine: {
    overview: '统计已保存的文章和需要修复的内容，并说明如何修复',
    found: ({ read, articles, needRepair, unresolved }) => {
      const lines = [`${number(read)} 篇笔记中有 ${number(articles)} 篇已保存的文章。`];
      if (articles === 0) return lines.join('');
      lines.push(
        needRepair === 0 ? '没有需要修复的内容。' : `${number(needRepair)} 篇笔记需要修复。`,
      );
      if (unresolved > 0) lines.push(`${number(unresolved)} 处待手动处理。`);
      return lines.join('\n');
    },
    scan: '以 JSON 列出已保存的文章和需要修复的内容',
    repair: '修复已保存的文章，输出 JSON',
    undo: '撤销一次修复，输出 JSON',
    folder: '只处理仓库中这个文件夹里的笔记',
    dryRun: '不做任何改动，只显示会修复什么',
    only: '只进行这些修复，以逗号分隔',
    run: '要撤销的那次修复；不指定则为最近一次',
    noRepair: (names, known) => `未知的修复：${names}。可用的有：${known}。`,
    noRun: (id) => `没有 ID 为 ${id} 的修复记录。`,
    noFolder: (path) => `此仓库中没有文件夹 ${path}。`,
  },
} satisfies Translation['runs'];
