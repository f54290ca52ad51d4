import type { Locale } from '../../text/locale';

/** The repair's texts in Simplified Chinese. */
export const zh = {
  name: '日期',
  found: (count: number, { counted }: Locale): string => counted(count, { other: '个日期' }),
  onNote: '统一当前笔记的日期格式',
  onAll: '统一所有已保存文章的日期格式…',
  enable: '统一日期格式',
  enableDesc: '将 Omnivore 保存的所有日期写成同一种格式。',
  options: {
    format: {
      name: '日期格式',
      desc: '日期的书写方式。',
      choices: {
        'date-time': '日期和时间（与 Obsidian 属性一致）',
        date: '仅日期',
        utc: 'UTC 时间（以 Z 结尾）',
        offset: '带时区偏移',
        custom: '自定义格式',
      },
    },
    pattern: {
      name: '自定义日期格式',
      desc: '须包含年、月、日：可写成 Obsidian 设置中的 YYYY-MM-DD HH:mm，或 Unicode TR 35 写法 yyyy-MM-dd HH:mm。',
    },
    zone: { name: '时区', desc: '带时区的日期会换算到此时区；可从笔记推断。' },
    order: {
      name: '日和月的顺序',
      desc: '文章 ID 和笔记中的其他日期都无法说明时，如何理解 03/04/2024 这样有歧义的日期。此设置优先于其他笔记。',
      choices: { notes: '从其他笔记推断', 'day-first': '日在前', 'month-first': '月在前' },
    },
    links: {
      name: '替换链接形式的日期',
      desc: '同时转换指向日记的链接，例如 [[2024-06-22]]。',
    },
    addMissingSaved: {
      name: '补充缺失的保存日期',
      desc: '使用文章链接或 ID 中的时间戳。',
    },
  },
};
