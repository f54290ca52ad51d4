import type { Translation } from '../translation';
import { number } from './locale';

/** The settings tab, and notices about stored settings, in Simplified Chinese. */
export const settings = {
  unreadable: 'Omnivore Rescue 无法读取设置文件，将使用默认设置，并保持该文件不变。',
  open: '打开设置',
  notSaved: (reason) => `无法保存设置：${reason}`,
  notWritten: 'Obsidian 没有写入 data.json。磁盘是否已满或为只读？',

  damaged: {
    name: '无法读取设置',
    desc: '设置文件 data.json 已损坏。在你做出选择之前，所有设置均为默认值，且不会保存任何改动。',
    readAgain: '重新读取',
    startOver: '重新开始',
    kept: (path) => `原文件已另存为 ${path}。`,
    notKept: (reason) => `没有做任何改动，因为无法备份原文件：${reason}`,
  },
  refused: {
    name: '部分设置无效',
    notice: (paths) => `Omnivore Rescue 的部分设置无效，以下设置使用默认值：${paths}`,
    desc: (paths) => `以下设置使用默认值：${paths}`,
    drop: '恢复默认值',
  },

  folders: {
    heading: '搜索的文件夹',
    empty: '搜索整个仓库。添加文件夹后，将只在这些文件夹中搜索。',
    add: '添加文件夹',
    choose: '选择要搜索的文件夹',
  },
  excluded: {
    heading: '排除的文件夹',
    empty: '未排除任何文件夹。',
    add: '排除文件夹',
    choose: '选择要排除的文件夹',
  },
  invalid: '此处不能使用这个值。',
  folderGone: '仓库中没有这个文件夹。',

  /** The window that asks for the publisher. */
  draftFlag: {
    askTitle: '你用什么发布？',
    askText: '草稿标记决定网站生成器发布哪些笔记，请先选择你所用的工具。以后可以在设置中更改。',
    askButton: '继续',
  },

  /** Texts about date formats and time zones. */
  dates: {
    badPattern: {
      length: '请在一行内输入格式，例如 YYYY-MM-DD HH:mm。',
      unknown: (token) =>
        `“${token}”不是日期格式中的字母。普通文字请写成 [文字]（与 YYYY 连用）或 '文字'（与 yyyy 连用）。`,
      twice: (token) => `格式中重复出现了同一部分：“${token}”。`,
      missing: {
        year: '缺少年份：请加上 YYYY。',
        month: '缺少月份：请加上 MM。',
        day: '缺少日：请加上 DD（与 YYYY 连用）或 dd（与 yyyy 连用）。',
      },
      'short-year': (token) => `“${token}”会丢失世纪：请用四位数字写年份。`,
      half: '12 小时制需要注明上午或下午：请加上 A（与 YYYY 连用）或 a（与 yyyy 连用），或改用 HH。',
      unclear: (example) => `格式无效：${example} 这样的日期无法正确读回`,
    },
    zoneDesc: (zone) =>
      `带时区的日期会换算到此时区。留空则保留各自的时区；填写 system 则使用本设备的时区（${zone}）。`,
    zonePlaceholder: '保留各自的时区',
    detectZone: '从笔记推断',
    detectingZone: '正在读取…',
    detectedZone: (zone, agreeing, of) =>
      `时区为 ${zone}：${number(of)} 个保存日期中有 ${number(agreeing)} 个与之相符。`,
    undetectedZone: '无法推断时区。',
    badZone: '没有这个时区。请写成 Asia/Shanghai 这样的形式。',
    example: '示例',
    exampleOf: (before, after) => `${before} 将变为 ${after}`,
    exampleUnresolved: (before) => `${before} 保持不变：需要先选择用于换算的时区`,
  },

  properties: {
    page: '属性名称',
    pageDesc: '如果你的模板使用的名称与所示不同。多个名称之间用逗号分隔。',
    named: (count) => `${count} 个名称`,
    heading: '笔记中的名称',
    concepts: {
      title: '标题',
      author: '作者',
      url: '原文链接',
      omnivoreUrl: 'Omnivore 链接',
      source: '来源',
      tags: '标签',
      saved: '保存日期',
      published: '发布日期',
      read: '阅读日期',
      archived: '归档日期',
      state: '阅读状态',
    },
    dates: '其他日期',
    states: '阅读状态的值',
    stateWord: (state) => `“${state}”的值`,
    datesDesc: '其他包含日期的属性。',
    datesPlaceholder: '读完, 复习',
  },

  omnivore: {
    heading: 'Omnivore',
    folder: 'Omnivore 文件夹',
    folderDesc: 'Omnivore 插件保存文章的文件夹。其中的笔记只需较少的依据即可识别。',
    oldSettings: '旧 Omnivore 插件的设置',
    oldSettingsDesc: '仅导入其文件夹、属性名称和日期顺序。',
    review: '查看…',
    title: '导入旧 Omnivore 插件的设置？',
    imported: (name, values) => `${name}：${values}`,
    rest: '不会导入其 API 密钥和其他设置。',
    nothing: '没有可导入的新设置。',
    unreadable: '无法读取其设置。',
    apply: '导入',
    done: '已导入旧插件的设置。',
  },

  panel: {
    heading: '文章面板',
    grouping: '分组方式',
    groupingDesc: '在面板中选择其他分组方式之前，文章如何分组。',
    secondLine: '第二行',
    secondLineDesc: '标题下方显示的内容；分组已显示的除外。',
    shown: (count) => `${count} 项`,
    chart: '每月文章数',
    badges: '徽标',
    badgesDesc: '标出草稿（如果你发布文章）、在读、已读和已归档的文章。',
    follow: '跟随打开的笔记',
    followDesc: '滚动到所打开笔记的文章。',
    side: '侧边栏',
    sides: { right: '右侧', left: '左侧' },
    ribbonIcon: '功能区图标',
  },

  moreRepairs: '文本和链接',

  general: {
    heading: '常规',
    keepModified: '保留修改时间',
    keepModifiedDesc: '修复后的笔记保留原来的修改时间。同步工具可能因此察觉不到改动。',
    reset: '重置设置',
    resetDesc: '将所有设置恢复为默认值。笔记和修复历史不受影响。',
    resetButton: '重置…',
    resetTitle: '重置所有设置？',
    resetText: '文件夹、修复项目和属性名称都将恢复为默认值。',
    confirm: '重置',
  },
  cancel: '取消',
  close: '关闭',
} satisfies Translation['settings'];
