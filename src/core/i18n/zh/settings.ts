import type { settings as english } from '../en/settings';
import { runs } from './runs';

const { number } = runs;

/** The settings tab, and what is said of stored settings, in Simplified Chinese. */
export const settings: typeof english = {
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
  folderGone: '仓库中没有这个文件夹。',

  draftFlag: {
    heading: '草稿标记',
    on: '修正草稿标记',
    onDesc: '更新网站生成器用来判断是否发布的属性。',
    preset: '发布工具',
    presetDesc: '写入可以发布的文章的内容。选择之前，“修复所有已保存的文章”不会改动草稿。',
    noPreset: '尚未选择',
    askTitle: '你用什么发布？',
    askText: '草稿标记决定网站生成器发布哪些笔记，请先选择你所用的工具。以后可以在设置中更改。',
    askButton: '继续',
    presets: {
      hugo: 'Hugo、Quartz（draft: false）',
      publish: 'Obsidian Publish、Quartz explicit（publish: true）',
      'digital-garden': 'Digital Garden（dg-publish: true）',
      jekyll: 'Jekyll（published: true）',
      remove: '不写入：移除 draft 属性',
      custom: '自定义属性',
    },
    property: '属性',
    value: '可发布时的值',
    draftValue: '草稿的值',
    addMissing: '缺少时添加',
    addMissingDesc: '文章没有该属性时也添加。',
    byHighlights: '仅将有高亮的文章设为可发布',
    byHighlightsDesc: '有高亮的文章设为可发布，没有高亮的仍为草稿。',
    badProperty: '请以字母开头，其后可用字母、数字、空格、点、- 和 _。',
    badValue: '请以字母或数字开头，其后可用字母、数字、空格、点、- 和 _。',
  },

  dates: {
    heading: '日期',
    on: '统一日期格式',
    onDesc: '将 Omnivore 保存的所有日期写成同一种格式。',
    form: '日期格式',
    formDesc: '日期的书写方式。',
    forms: {
      'date-time': '日期和时间（与 Obsidian 属性一致）',
      date: '仅日期',
      utc: 'UTC 时间（以 Z 结尾）',
      offset: '带时区偏移',
      custom: '自定义格式',
    },
    pattern: '自定义日期格式',
    patternDesc:
      '须包含年、月、日：可写成 Obsidian 设置中的 YYYY-MM-DD HH:mm，或 Unicode TR 35 写法 yyyy-MM-dd HH:mm。',
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
    zone: '时区',
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
    order: '日和月的顺序',
    orderDesc:
      '文章 ID 和笔记中的其他日期都无法说明时，如何理解 03/04/2024 这样有歧义的日期。此设置优先于其他笔记。',
    orders: {
      notes: '从其他笔记推断',
      'day-first': '日在前',
      'month-first': '月在前',
    },
    links: '替换链接形式的日期',
    linksDesc: '同时转换指向日记的链接，例如 [[2024-06-22]]。',
    addMissingSaved: '补充缺失的保存日期',
    addMissingSavedDesc: '使用文章链接或 ID 中的时间戳。',
  },

  images: {
    heading: '图片',
    on: '还原图片地址',
    onDesc: '将已经关闭的 Omnivore 图片代理的地址替换为原始地址。',
    hosts: '自建的图片代理',
    hostsDesc: '自建代理的地址，每行一个。',
    badHost: (host) => `地址应以 http:// 或 https:// 开头：${host}`,
  },

  escapedText: {
    heading: '转义文本',
    on: '还原转义文本',
    onDesc: '将 &#x2F;、&quot; 等代码还原为它们所代表的字符。',
  },

  deadLinks: {
    heading: '失效链接',
    on: '修复失效链接',
    onDesc:
      '替换或移除指向 omnivore.app 的链接，该网站已经关闭。仅凭这类链接识别的文章，之后不再列出。',
    articles: '指向文章的链接',
    highlights: '高亮旁的跳转链接',
    choices: {
      original: '指向原始地址',
      block: '指向本笔记中的高亮',
      remove: '移除',
      keep: '保留',
    },
  },

  properties: {
    page: '属性名称',
    pageDesc: '你的模板使用的属性名。',
    named: (count) => `${count} 个名称`,
    desc: '多个名称之间用逗号分隔。',
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
    datesDesc: '其他包含日期的属性。多个名称之间用逗号分隔。',
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
};
